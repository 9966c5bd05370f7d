// Keeping: writes what was just answered, and says whether it is kept, where, and what stands in the way.
(() => {
  const api = window.Autoevaluation;
  const { dossiers, exports: files } = api;
  const { isoDay, inWords, schoolStart, make, quoted } = window.Commun;
  const { button, link } = api.elements;

  let timer = 0;
  // Whether the page shows a version that another tab's has taken the place of.
  let conflict = false;
  // What was exported, by evaluation, as it was then.
  /** @type {Map<string, string>} */
  const exported = new Map();

  // ---- Which evaluation

  const schoolYear = (jour) => {
    const start = schoolStart(jour);
    return `${start}-${start + 1}`;
  };
  const vierge = (liste) => dossiers.nouvelle(liste.id, "", schoolYear(isoDay()));
  const estVierge = ({ nom, faits, reponses }) => !nom && !Object.keys(faits).length && !Object.keys(reponses).length;
  const titre = ({ nom, annee }) => `${nom || "Sans nom"}${annee ? ` · ${annee}` : ""}`;

  function derniere(liste) {
    const [first] = dossiers.lister(liste.id);
    return (first && dossiers.lire(liste.id, first.id)) ?? vierge(liste);
  }

  // ---- Writing

  // Keeps what was just answered, and says whether it is kept.
  function enregistrer(page) {
    annuler();
    const result = dossiers.enregistrer(page.evaluation);
    montrerConflit(page, result.raison === "conflit" ? result : null);
    const agreed = dossiers.accorde();
    page.find(".dossier__accord").hidden = agreed || !dossiers.disponible();
    if (result.ok) tell(page, `Enregistrée dans ce navigateur à ${time()}.`, true);
    else if (result.raison !== "conflit") tell(page, agreed || !dossiers.disponible() ? result.message : "", false);
  }

  function bientot(page) {
    clearTimeout(timer);
    timer = setTimeout(() => achever(page), 500);
  }

  function achever(page) {
    if (!timer) return;
    enregistrer(page);
    montrerChoix(page);
  }

  function annuler() {
    clearTimeout(timer);
    timer = 0;
  }

  const enAttente = () => Boolean(timer);
  const enConflit = () => conflict;
  // Whether the page holds answers that are neither kept nor exported, of any evaluation.
  const enPeril = () =>
    enAttente() || conflict || dossiers.enSuspens().some((one) => !estVierge(one) && exported.get(one.id) !== JSON.stringify(one));
  function exporter(evaluations) {
    for (const one of evaluations) exported.set(one.id, JSON.stringify(one));
  }

  // The version that another tab's has taken the place of, as a copy, and what became of it in sentences.
  function copier({ evaluation }) {
    const copie = dossiers.enCopie(evaluation);
    const { ok, message = "" } = dossiers.enregistrer(copie);
    const told = `Votre version de ${quoted(evaluation.nom || "Sans nom")} ${ok ? "est gardée" : "reste dans cette page"} sous le nom ${quoted(copie.nom)}.`;
    return { copie, dit: [told, message].filter(Boolean) };
  }
  // It is kept before one leaves it.
  const mettreDeCote = (page) => (conflict ? copier(page).dit : []);

  // ---- What is said of it

  const time = (at = new Date()) => `${at.getHours()}\u00a0h\u00a0${String(at.getMinutes()).padStart(2, "0")}`;

  function tell(page, text, kept) {
    const line = page.find(".dossier__etat");
    line.textContent = text;
    line.classList.toggle("dossier__etat--refus", !kept);
    warn(page, conflict || Boolean(text && !kept));
  }

  // What stands in the way is told at the top of the page: who answers far below is sent there.
  function warn({ find }, lost) {
    const spot = find(".avancement__garde");
    if (spot.hasChildNodes() === lost) return;
    spot.replaceChildren(...(lost ? [link("#dossier-titre", "Non enregistré\u00a0: pourquoi?")] : []));
  }

  function montrerConflit(page, result) {
    conflict = Boolean(result);
    const block = page.find(".dossier__conflit");
    block.hidden = !result;
    if (!result) return;
    block.querySelector("p").textContent = result.autre
      ? result.message
      : "Cette évaluation a été effacée dans un autre onglet. Ce que vous voyez ici n’est plus gardé\u00a0: gardez-le comme une copie, ou laissez-le.";
    block.querySelector('[data-action="prendre-autre"]').textContent = result.autre ? "Reprendre l’autre version" : "Laisser effacée";
    tell(page, "", false);
  }

  function montrerEtat(page) {
    const agreed = dossiers.accorde();
    const possible = dossiers.disponible();
    const mine = ({ id }) => id === page.evaluation.id;
    const kept = agreed && dossiers.lister(page.liste.id).some(mine);
    page.find(".dossier__accord").hidden = agreed || !possible;
    // What stands in the way says it.
    if (conflict) tell(page, "", false);
    else if (!possible || (agreed && dossiers.enSuspens().some(mine)))
      tell(
        page,
        "Ce navigateur refuse d’enregistrer. Vos réponses disparaîtront quand vous fermerez cet onglet\u00a0: exportez-les dans un fichier pour les garder.",
        false,
      );
    else if (agreed)
      tell(
        page,
        kept
          ? "Enregistrée dans ce navigateur, sur cet appareil seulement."
          : "Vos réponses seront enregistrées dans ce navigateur à mesure, sur cet appareil seulement.",
        true,
      );
    else tell(page, "", true);
  }

  // What names each evaluation: the moment of its last change too, where several have one title.
  function told(all) {
    const titles = all.map(titre);
    const moment = (at) => `${inWords(isoDay(at))}, ${time(at)}`;
    const last = new Map(titles.map((title, index) => [title, index]));
    const twice = new Set(titles.filter((title, index) => last.get(title) !== index));
    return titles.map((title, index) => (twice.has(title) ? `${title} (${moment(new Date(all[index].modifie))})` : title));
  }

  function montrerChoix(page) {
    const { find, liste, evaluation } = page;
    const mine = dossiers.lister(liste.id);
    const all = mine.some(({ id }) => id === evaluation.id) ? mine : [evaluation, ...mine];
    const options = told(all.map((one) => (one.id === evaluation.id ? evaluation : one))).map(
      (words, index) => new Option(words, all[index].id, false, all[index].id === evaluation.id),
    );
    find("#dossier-choix").replaceChildren(...options);
    find(".dossier__choix").hidden = all.length < 2;
    find('[data-action="exporter-toutes"]').hidden = all.length < 2;
    showUnreadable(page);
  }

  function montrerAnnees({ find, evaluation }) {
    const start = Number(isoDay().slice(0, 4));
    const years = [-2, -1, 0, 1].map((shift) => `${start + shift}-${start + shift + 1}`);
    const known = [...new Set([...years, evaluation.annee])].sort();
    find("#dossier-annee").replaceChildren(...known.map((year) => new Option(year || "Non précisée", year, false, year === evaluation.annee)));
  }

  // ---- What is stored and cannot be read

  function showUnreadable(page) {
    const lost = dossiers.illisibles();
    page.find(".dossier__illisibles").hidden = !lost.length;
    page.find(".dossier__illisibles ul").replaceChildren(...lost.map((one) => unreadable(page, one)));
    if (lost.length) page.find(".dossier__gerer").open = true;
  }

  function unreadable(page, { cle, texte }) {
    const erase = () => {
      const { ok, message = "" } = dossiers.effacerIllisible(cle);
      montrerChoix(page);
      api.gestion.dire(page, [ok ? "L’évaluation illisible est effacée." : message]);
      page.find(".dossier__gerer summary").focus();
    };
    const asked = () => page.ask("Effacer cette évaluation illisible? Vous ne pourrez plus la récupérer.", "Effacer", erase);
    const download = () => files.telecharger(`${cle}.txt`, "text/plain", texte);
    return make("li", "boutons", make("code", "", cle), " ", button("Télécharger tel quel", download), " ", button("Effacer", asked));
  }

  api.garde = {
    vierge,
    estVierge,
    titre,
    derniere,
    enregistrer,
    bientot,
    achever,
    annuler,
    enAttente,
    enConflit,
    enPeril,
    exporter,
    copier,
    mettreDeCote,
    montrerConflit,
    montrerEtat,
    montrerChoix,
    montrerAnnees,
  };
})();

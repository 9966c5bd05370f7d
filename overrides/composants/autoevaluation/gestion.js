// What one does with evaluations: agree to keep them, begin, copy, export, import or erase one.
(() => {
  const api = window.Autoevaluation;
  const { dossiers, exports: files, garde } = api;
  const { make, quoted, many } = window.Commun;

  function messages({ find }, sentences) {
    find(".dossier__messages").replaceChildren(...sentences.map((sentence) => make("p", "", sentence)));
  }

  function agree(page) {
    const result = dossiers.accorder();
    if (!garde.estVierge(page.evaluation)) garde.enregistrer(page);
    garde.montrerEtat(page);
    // The button goes, and the focus with it: what became of the answers is said too.
    if (result.ok) page.find(".avancement__annonce").textContent = page.find(".dossier__etat").textContent;
    else messages(page, [result.message]);
    page.find(".dossier__gerer summary").focus();
  }

  function begin(page) {
    const told = page.open(garde.vierge(page.liste));
    const others = dossiers.lister(page.liste.id).length ? " Les autres restent dans la liste." : "";
    messages(page, [...told, `Nouvelle évaluation\u00a0: donnez-lui un nom.${others}`]);
    page.find("#dossier-nom").focus();
  }

  const opened = ({ evaluation }) => `Évaluation ouverte\u00a0: ${garde.titre(evaluation)}.`;

  // ---- Another tab wrote too

  function saveCopy(page) {
    const { copie, dit } = garde.copier(page);
    garde.annuler();
    garde.montrerConflit(page, null);
    page.evaluation = copie;
    page.render();
    messages(page, dit);
    page.find("#dossier-nom").focus();
  }

  function takeOther(page) {
    const other = dossiers.lire(page.liste.id, page.evaluation.id);
    garde.annuler();
    garde.montrerConflit(page, null);
    page.open(other ?? garde.derniere(page.liste));
    messages(page, [opened(page)]);
    // The button that was used is gone.
    page.find("#dossier-nom").focus();
  }

  // ---- Files

  function exportAll(page, evaluations) {
    files.telecharger(files.nomDeFichier(evaluations), "application/json", files.exporter(evaluations));
    garde.exporter(evaluations);
    messages(page, [`${many(evaluations.length, "évaluation exportée", "évaluations exportées")} dans un fichier, avec vos téléchargements.`]);
  }

  async function importer(page, input) {
    const said = [];
    const added = [];
    garde.achever(page);
    for (const file of [...input.files]) {
      const { evaluations, messages: told } = await files.lireFichier(file, { connues: dossiers.lister(), listes: dossiers.partage.listes });
      added.push(...evaluations);
      said.push(...told, ...refusals(evaluations.map((one) => dossiers.enregistrer(one))));
      // The file keeps them.
      garde.exporter(evaluations);
    }
    input.value = "";
    const mine = added.filter((one) => one.liste === page.liste.id);
    const told = mine.length ? page.open(mine[0]) : [];
    garde.montrerChoix(page);
    messages(page, [...told, ...broughtIn(mine), ...files.horsListe(page.liste, mine), ...said, ...forOthers(added.length - mine.length)]);
  }

  // How many evaluations a sentence names.
  const NAMED = 5;

  // Why what came from a file is not kept, each reason once; a reader who has not agreed knows why.
  function refusals(results) {
    const refused = results.filter(({ ok, raison }) => !ok && (raison !== "refuse" || dossiers.accorde()));
    return new Set(refused.map(({ message }) => message));
  }

  function broughtIn(mine) {
    const names = mine.slice(0, NAMED).map(garde.titre).join(", ");
    const more = mine.length > NAMED ? ` et ${many(mine.length - NAMED, "autre", "autres")}` : "";
    return mine.length ? [`${many(mine.length, "évaluation importée", "évaluations importées")}\u00a0: ${names}${more}.`] : [];
  }

  function forOthers(count) {
    if (!count) return [];
    return [
      dossiers.accorde()
        ? `${many(count, "évaluation d’une autre liste a été enregistrée", "évaluations d’autres listes ont été enregistrées")}\u00a0: ouvrez la page de cette liste ou la comparaison.`
        : `${many(count, "évaluation du fichier vient d’une autre liste", "évaluations du fichier viennent d’autres listes")}\u00a0: importez-le depuis la page de cette liste, ou enregistrez d’abord dans ce navigateur.`,
    ];
  }

  // ---- Erasing

  function askThis(page) {
    page.ask(`Effacer ${quoted(garde.titre(page.evaluation))}? Vous ne pourrez plus la récupérer.`, "Effacer cette évaluation", () =>
      eraseThis(page),
    );
  }

  function eraseThis(page) {
    const result = dossiers.effacer(page.liste.id, page.evaluation.id);
    garde.annuler();
    garde.montrerConflit(page, null);
    if (result.ok) leave(page, "L’évaluation est effacée.");
    else messages(page, [result.message]);
  }

  // Leaves an evaluation that is gone for the last one that is kept, which is named, or for a blank one.
  function leave(page, told) {
    page.open(garde.derniere(page.liste));
    messages(page, [told, garde.estVierge(page.evaluation) ? "" : opened(page)].filter(Boolean));
  }

  // A page that the browser brings back shows no more what was erased meanwhile: whoever erased it meant it for this page too.
  function quitterDisparue(page) {
    leave(page, "L’évaluation que cette page montrait a été effacée.");
  }

  function askAll(page) {
    page.ask(
      "Effacer toutes les évaluations de ce navigateur, pour toutes les listes, et votre accord pour enregistrer? Vous ne pourrez plus les récupérer.",
      "Tout effacer",
      () => eraseAll(page),
    );
  }

  function eraseAll(page) {
    const result = dossiers.toutEffacer();
    garde.annuler();
    garde.montrerConflit(page, null);
    page.open(garde.vierge(page.liste));
    messages(page, [result.ok ? "Tout est effacé. Plus rien n’est gardé dans ce navigateur." : result.message]);
  }

  // By the name that the page's buttons carry.
  const actions = {
    accorder: agree,
    nouvelle: begin,
    "garder-copie": saveCopy,
    "prendre-autre": takeOther,
    exporter: (page) => exportAll(page, [page.evaluation]),
    "exporter-toutes": (page) => {
      garde.achever(page);
      // The version shown, where another tab's has taken its place, is in none of them.
      const mine = garde.enConflit() ? [dossiers.enCopie(page.evaluation)] : [];
      exportAll(page, [...dossiers.lister(page.liste.id), ...mine]);
    },
    effacer: askThis,
    "tout-effacer": askAll,
  };

  api.gestion = { actions, importer, quitterDisparue, dire: messages };
})();

// The sheets of a class: which are made, on how many leaves, in which order, and their preview. They hold as long as nothing has changed.
(() => {
  const { make, many } = window.Commun;
  const REGISTER = "Registre des retours";
  // How to print on one side, then on two, which is sure only where the pages are counted.
  const SIDES = [
    "Choisissez l’impression au recto seulement, sinon deux élèves se partageraient une feuille. Chaque document commence sur une nouvelle page.",
    "Choisissez l’impression recto verso, sur le bord long. Aucune feuille ne porte deux élèves.",
  ];

  // A browser that writes nothing in the margins leaves a second page without a name.
  const UNNAMED =
    "Ce navigateur n’écrit rien au bas des pages\u00a0: la deuxième page d’un document ne dit pas de quel élève elle est. Gardez les feuilles dans l’ordre, ou imprimez avec Chrome ou Edge.";
  const isUnnamed = (sheets, pages) => !("CSSMarginRule" in window) && sheets.some(({ eleve }, index) => eleve >= 0 && pages[index] > 1);

  /** @type {(fields: string[], pupil: { groupe?: string }) => Map<string, string>} */
  const ownGroup = (fields, { groupe = "" }) => new Map(groupe ? fields.map((field) => [field, groupe]) : []);

  // What comes besides the sheets of the pupils, and its leaves if there are several.
  function besides(apart) {
    const said = (words, count) => `, et ${words}${count > 1 ? ` (${count})` : ""}`;
    const registers = apart.filter(({ register }) => register);
    const leaves = registers.reduce((sum, { count }) => sum + count, 0);
    const once = apart.filter(({ register }) => !register).map(({ words, count }) => said(`une fois «\u00a0${words}\u00a0»`, count));
    const last = registers.length > 1 ? "un registre par groupe" : "le registre";
    return once.join("") + (leaves ? said(last, leaves) : "");
  }

  /** @type {Classe["preparation"]} */
  window.Classe.preparation = (page) => {
    const { source, find, all, role, say, refuse, state } = page;
    const { liste, feuilles, feuillets, lot: piles } = window.Classe;
    const lot = role("lot");

    // What is prepared no longer holds once anything has changed.
    function stale() {
      if (!state.lot) return;
      remove();
      say("La liste ou un champ a changé\u00a0: préparez de nouveau les feuilles.", "preparation");
    }

    function remove() {
      state.lot?.retirer();
      state.lot = null;
      role("pret").hidden = true;
      role("numero").textContent = "";
    }

    // Why nothing can be prepared, or nothing.
    function obstacle() {
      if (!page.chosen().length) return "Choisissez au moins un document (étape\u00a01).";
      if (!liste.trier(state.pupils).length)
        return source.value.trim() && !state.pupils.length
          ? "Lisez d’abord la liste (étape\u00a03)."
          : "La liste est vide\u00a0: collez ou écrivez au moins un nom (étape\u00a03).";
      if (state.reading?.choix?.bloque) return "Répondez d’abord à la question sur la liste (étape\u00a03).";
      if (!page.concerned().length) return "Cochez au moins un élève qui n’a pas encore répondu (étape\u00a03).";
      const wrong = page.wrong();
      return wrong && `Corrigez d’abord\u00a0: ${wrong} (étape\u00a02).`;
    }

    // Says it; the step that it names leads there.
    function lead(why) {
      refuse(why, "preparation");
      const [before, step, after] = why.split(/(étape\u00a0\d)/);
      const link = Object.assign(make("a", "", step), { href: `#${all(".classe__etape")[step.at(-1) - 1].parentElement.id}` });
      find('[data-role="preparation"] p').replaceChildren(before, link, after);
    }

    // ---- What makes each sheet, in their order

    /** @type {(documents: DocumentClasse[], pupils: Eleve[]) => FeuilleClasse[]} */
    function plan(documents, pupils) {
      const blanks = documents.map((one) => ({
        ...one,
        blank: blankOf(`template[data-formulaire="${one.id}"]`, one),
        toGroup: page.freeGroups(one.id),
      }));
      const number = (eleve) => `${eleve + 1} de ${pupils.length}`;
      const ofPupils = pupils.flatMap((pupil, eleve) =>
        blanks.map(({ id, titre, blank, toGroup }) => ({
          words: `${liste.nomComplet(pupil)}, ${titre}`,
          propres: [liste.nomComplet(pupil), pupil.groupe ?? ""],
          eleve,
          numero: number(eleve),
          titre,
          document: id,
          modele: blank.feuille,
          faire: (suite = "") => feuilles.exemplaire(blank, pupil, number(eleve) + suite, ownGroup(toGroup, pupil)),
        })),
      );
      const apart = madeOnce(documents, pupils);
      return find("#classe-place").value === "debut" ? [...apart, ...ofPupils] : [...ofPupils, ...apart];
    }

    // A document with what is the same for all, the school's name among it.
    function blankOf(selector, { id, listes }) {
      const blank = feuilles.modele(find(selector), page.written(id), listes);
      window.Ecole?.ecrire(blank.feuille);
      return blank;
    }

    // What is made once, and given to no pupil: each has a number below 0 in the place of a pupil's.
    function madeOnce(documents, pupils) {
      const groupe = [...new Set(pupils.map((one) => one.groupe).filter(Boolean))].join(", ");
      const asked = all('[name="une-fois"]:checked').map(({ value }) => value);
      const once = documents
        .filter(({ id }) => asked.includes(id))
        .map((one) => ({
          words: one.uneFois,
          faire: () => feuilles.uneFois(blankOf(`template[data-une-fois="${one.id}"]`, one), ownGroup(page.freeGroups(one.id), { groupe })),
        }));
      const last = find("#classe-registre").checked ? registers(documents, pupils) : [];
      return [...once, ...last].map((one, index) => ({ ...one, eleve: -1 - index, document: "" }));
    }

    // A register for each group, for its teacher alone, unless one group is written for all.
    function registers(documents, pupils) {
      const groups = page.heading(documents, "").some(({ id, valeur }) => id === "groupe" && valeur)
        ? [{ groupe: "", eleves: pupils }]
        : liste.parGroupe(pupils);
      return groups.map(({ groupe, eleves }) => {
        const [heading, first] = [page.heading(documents, groupe), pupils.indexOf(eleves[0]) + 1];
        const mesure = (only) => feuilles.registre(documents, eleves, heading, first, only);
        const words = groups.length > 1 && groupe ? `${REGISTER}, ${groupe}` : REGISTER;
        return { words, faire: () => mesure(null), mesure, lignes: eleves };
      });
    }

    const twoSided = () => find("#classe-recto-verso").checked;

    // The leaves that the pupils' sheets take, and those made once. On two sides, what begins for another is on the front of a leaf.
    function paged(sheets) {
      const counted = feuillets.pages(lot, sheets);
      const pages = counted ?? sheets.map(() => 1);
      const words = counted ? feuillets.suites(sheets, pages) : [];
      const sums = feuillets.totaux(sheets, pages);
      const odd = ({ eleve }, index) => twoSided() && (sheets[index + 1]?.eleve ?? eleve) !== eleve && sums.get(eleve) % 2 === 1;
      const plans = sheets.map((one, index) => ({
        ...one,
        suite: words[index] ?? "",
        blanche: odd(one, index),
        // Of one page as well: printed larger, it has a second one, with the signature.
        pied: counted && one.eleve >= 0 ? `Élève ${one.numero} · ${one.titre}` : "",
      }));
      const leaves = (count) => (twoSided() ? Math.ceil(count / 2) : count);
      const apart = sheets
        .filter(({ eleve }) => eleve < 0)
        .map(({ words, eleve, mesure }) => ({ words, count: leaves(sums.get(eleve)), register: Boolean(mesure) }));
      const ofPupils = [...sums].filter(([eleve]) => eleve >= 0);
      return { plans, leaves: ofPupils.reduce((sum, [, count]) => sum + leaves(count), 0), apart, counted, unnamed: isUnnamed(sheets, pages) };
    }

    // The first pupil of whom two readings say something else, as the table has it now.
    /** @type {(choix: { options: { eleves: Eleve[] }[] }) => Eleve} */
    function telling({ options: [taken, other] }) {
      const name = (one) => (one ? liste.nomComplet(one) : "");
      const found = taken.eleves.find((one, index) => name(one) !== name(other.eleves[index]));
      return state.pupils.find(({ ligne }) => found && ligne === found.ligne) ?? state.pupils[0];
    }

    // ---- What the reader sees of it

    function prepare() {
      const why = obstacle();
      if (why) return lead(why);
      remove();
      const [documents, pupils] = [page.chosen(), page.concerned()];
      const { plans, leaves, apart, counted, unnamed } = paged(plan(documents, pupils));
      state.lot = piles.poser(lot, plans);
      role("pret").hidden = false;
      role("copieur").textContent = SIDES[Number(Boolean(counted) && twoSided())];
      show();
      const sides = twoSided() ? " recto verso" : "";
      const empty = page.empty();
      say(
        [
          state.reading?.choix
            ? `La liste a deux lectures possibles (étape\u00a03). Celle-ci a été prise\u00a0: ${liste.nomComplet(telling(state.reading.choix))}.`
            : "",
          `${many(pupils.length, "élève", "élèves")}, ${many(documents.length, "document", "documents")}\u00a0: ${many(leaves, "feuille", "feuilles")}${sides}${besides(apart)}.`,
          counted
            ? ""
            : "Ce navigateur ne laisse pas compter les pages\u00a0: ce nombre en suppose une par document. Voyez l’aperçu avant d’imprimer.",
          unnamed && UNNAMED,
          page.unread(),
          empty && `Laissés vides, à remplir à la main\u00a0: ${empty}.`,
        ],
        "preparation",
      );
    }

    function show(step = 0) {
      if (!state.lot) return;
      const { rang, nombre, words } = state.lot.montrer(step);
      role("numero").textContent = `${rang + 1} de ${nombre}\u00a0: ${words}`;
      const [before, after] = ["precedente", "suivante"].map((name) => find(`[data-action="${name}"]`));
      const { activeElement } = document;
      before.disabled = !rang;
      after.disabled = rang + 1 === nombre;
      // At an end, the way back has the focus that its button lost.
      if (activeElement === before && before.disabled) after.focus();
      if (activeElement === after && after.disabled) before.focus();
    }

    for (const option of all('#classe-registre, #classe-place, #classe-recto-verso, [name="une-fois"]')) option.addEventListener("change", stale);
    // Printing from the browser's menu prints the sheets too, prepared on the spot if need be.
    addEventListener("beforeprint", () => {
      if (!state.lot && state.pupils.length && !obstacle()) prepare();
      state.lot?.finir();
      document.body.toggleAttribute("data-lot", Boolean(state.lot));
    });
    addEventListener("afterprint", () => document.body.removeAttribute("data-lot"));

    return { stale, remove, prepare, show };
  };
})();

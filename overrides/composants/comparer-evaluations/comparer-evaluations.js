// Sets evaluations of one list side by side: those of this browser and those of files, which stay in the page's memory.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="comparer-evaluations"]'));
  if (!root) return;
  const { calcul, dossiers, exports: files, tableau } = window.Autoevaluation;
  const { isoDay, inWords, lastFirst, make, many, quoted } = window.Commun;
  const { grouped } = window.Autoevaluation.elements;
  const { nomDe, anneeDe, jourDe } = tableau;
  const partOf = (block, selector) => /** @type {HTMLElement} */ (block.querySelector(selector));
  /** @type {{ listes: Liste[] }} */
  const { listes } = JSON.parse(partOf(root, 'script[type="application/json"]').textContent);
  const part = (name) => partOf(root, `.comparer__${name}`);
  const select = /** @type {HTMLSelectElement} */ (root.querySelector("#comparer-liste"));
  const settings = /** @type {HTMLFormElement} */ (part("reglages"));
  const ordre = /** @type {HTMLSelectElement} */ (settings.elements.namedItem("ordre"));
  const [ecarts, notes] = ["ecarts", "notes"].map((name) => /** @type {HTMLInputElement} */ (settings.elements.namedItem(name)));
  const agreement = /** @type {HTMLDialogElement} */ (part("accord"));
  // How many evaluations a sheet holds beside the questions.
  const SHEET = 8;
  // How many the page sets side by side: more take minutes to draw.
  const MOST = 200;
  /** @type {{ evaluation: Evaluation, fichier: string }[]} */
  const imported = [];
  const unchecked = new Set();
  /** @type {string[]} */
  let toKeep = [];

  const keyOf = ({ liste, id }) => `${liste}.${id}`;
  const list = () => /** @type {Liste} */ (listes.find(({ id }) => id === select.value));

  function say(...sentences) {
    part("messages").replaceChildren(...sentences.map((sentence) => make("p", "", sentence)));
  }

  // ---- What there is to compare

  // The evaluations of a list: {evaluation, fichier}; `fichier` is null for those that this browser keeps.
  function entriesOf(id) {
    const fromFiles = imported.filter(({ evaluation }) => evaluation.liste === id);
    const known = new Set(fromFiles.map(({ evaluation }) => keyOf(evaluation)));
    const kept = dossiers.lister(id).filter((evaluation) => !known.has(keyOf(evaluation)));
    return [...kept.map((evaluation) => ({ evaluation, fichier: null })), ...fromFiles];
  }

  const text = (a, b) => a.localeCompare(b, "fr", { numeric: true });
  const ORDERS = {
    annee: (a, b) => text(a.annee, b.annee) || text(a.nom, b.nom),
    nom: (a, b) => text(a.nom, b.nom) || text(a.annee, b.annee),
    modifie: lastFirst,
  };

  const ticked = () =>
    entriesOf(select.value)
      .map(({ evaluation }) => evaluation)
      .filter((evaluation) => !unchecked.has(keyOf(evaluation)));

  // Where each of those that nothing else tells apart comes from.
  function origins(shown) {
    const files = new Map(imported.map(({ evaluation, fichier }) => [evaluation, fichier]));
    const looks = grouped(shown, (one) => JSON.stringify([nomDe(one), anneeDe(one), jourDe(one)]));
    const alike = [...looks.values()].filter(({ length }) => length > 1).flat();
    return new Map(alike.map((one) => [one, files.get(one) ?? "ce navigateur"]));
  }

  // The last changed of some evaluations, in order, each with what its answers come to.
  function columns(chosen) {
    const shown = chosen.sort(lastFirst).slice(0, MOST);
    const origin = origins(shown);
    return shown.sort(ORDERS[ordre.value]).map((evaluation) => ({
      evaluation,
      origine: origin.get(evaluation) ?? "",
      asked: calcul.posees(list(), evaluation),
      changed: calcul.rouvertes(list(), evaluation),
      opposed: new Set(calcul.contredits(list(), evaluation).flatMap(({ dits }) => dits.map(({ id }) => id))),
      state: calcul.etat(list(), evaluation, isoDay()),
      removed: calcul.retirees(list(), evaluation),
    }));
  }

  // ---- The choice

  function fillChoice() {
    const entries = entriesOf(select.value);
    const inMemory = entries.filter(({ fichier }) => fichier !== null);
    [...select.options].forEach((option) => {
      option.dataset.titre ??= option.textContent;
      const count = entriesOf(option.value).length;
      option.textContent = count ? `${option.dataset.titre} (${count})` : option.dataset.titre;
    });
    part("choix").hidden = !entries.length;
    part("vide").hidden = entries.length > 0;
    Object.assign(part("faire"), { href: select.selectedOptions[0].dataset.page });
    const aside = inMemory.length ? `, dont ${inMemory.length} dans cette page seulement` : "";
    partOf(part("choix"), "legend").textContent = `${many(entries.length, "évaluation", "évaluations")} de cette liste${aside}`;
    partOf(part("choix"), "ul").replaceChildren(...entries.map(choiceItem));
    part("choix")
      .querySelectorAll("[data-cocher]")
      .forEach((button) => {
        button.hidden = entries.length < 2;
      });
    partOf(part("choix"), "[data-garder]").hidden = inMemory.length < 2;
  }

  function choiceItem({ evaluation, fichier }) {
    const key = keyOf(evaluation);
    const box = Object.assign(make("input"), { type: "checkbox", checked: !unchecked.has(key), autocomplete: "off" });
    box.dataset.cle = key;
    const where = fichier === null ? "gardée dans ce navigateur" : `fichier ${quoted(fichier)}`;
    const label = make("label", "", box, make("strong", "", nomDe(evaluation)), " ", make("span", "", anneeDe(evaluation)));
    const item = make("li", "", label, make("small", "", `Modifiée le ${jourDe(evaluation)}\u00a0· ${where}`));
    if (fichier !== null)
      item.append(itemButton("garder", key, "Garder dans ce navigateur", evaluation), itemButton("retirer", key, "Retirer", evaluation));
    return item;
  }

  function itemButton(action, key, label, evaluation) {
    const button = make("button", "comparer__bouton", label, make("span", "masque", `\u00a0: ${nomDe(evaluation)}`));
    button.type = "button";
    button.dataset[action] = key;
    return button;
  }

  // ---- The result

  // Draws the tables: one on the screen, one for each sheet on paper.
  function draw(perTable = Infinity) {
    const chosen = ticked();
    const all = columns(chosen).map((column, index) => ({ ...column, index }));
    part("resultat").hidden = !all.length;
    if (!all.length) return part("tableaux").replaceChildren();
    const every = list().questions.map((question) => tableau.rangee(question, all));
    const rows = ecarts.checked ? every.filter(({ notable }) => notable) : every;
    part("tableaux").classList.toggle("comparer__tableaux--notes", notes.checked);
    part("tableaux").replaceChildren(...tables(rows, all, perTable));
    drawCount(all, rows, every, chosen.length - all.length);
    drawRemoved(all);
  }

  function tables(rows, all, perTable) {
    const view = { liste: list(), byYear: ordre.value === "annee" };
    const drawn = [];
    for (let start = 0; start < all.length; start += perTable)
      drawn.push(tableau.dessiner(rows, all.slice(start, start + perTable), { ...view, withSummary: start === 0 }));
    return drawn;
  }

  function drawCount(all, rows, every, left) {
    const without = every.filter((row) => row.manque && !rows.includes(row)).length;
    const shown =
      rows.length === every.length
        ? many(every.length, "question", "questions")
        : `${many(rows.length, "question a un écart", "questions ont un écart")}, sur ${every.length}`;
    const missing = without ? ` ${many(without, "autre question n’a pas toutes ses", "autres questions n’ont pas toutes leurs")} réponses.` : "";
    const aside = left
      ? ` ${many(left, "autre, modifiée avant, n’est pas montrée", "autres, modifiées avant, ne sont pas montrées")}\u00a0: décochez-en pour les voir.`
      : "";
    part("compte").textContent = `${many(all.length, "évaluation", "évaluations")}, ${shown}.${missing}${aside}`;
    part("impression").textContent =
      `${list().titre}\u00a0· comparaison du ${inWords(isoDay())}${ecarts.checked ? "\u00a0· seulement les écarts" : ""}`;
  }

  function drawRemoved(all) {
    const answers = all.flatMap(({ evaluation, removed }) =>
      removed.map((answer) => ({ ...answer, who: `${nomDe(evaluation)} (${anneeDe(evaluation)})` })),
    );
    const items = [...grouped(answers, ({ id }) => id)].map(([id, mine]) => {
      const said = mine.map(({ who, reponse, note }) => `${who}\u00a0: ${files.reponseEnMots(reponse)}${note ? ` (note\u00a0: ${note})` : ""}`);
      return make("li", "", make("strong", "", mine[0].question || id), make("span", "", ` ${said.join("; ")}`));
    });
    part("retirees").hidden = !items.length;
    partOf(part("retirees"), "ul").replaceChildren(...items);
  }

  // ---- What is stored and cannot be shown

  function showUnreadable() {
    const unreadable = dossiers.illisibles();
    const block = part("illisibles");
    block.hidden = !unreadable.length;
    const several = unreadable.length > 1;
    partOf(block, "p").textContent =
      `${many(unreadable.length, "élément de ce navigateur est illisible", "éléments de ce navigateur sont illisibles")}. Rien n’a été effacé\u00a0: téléchargez-${several ? "les" : "le"}, puis ajoutez le fichier ici pour reprendre ce qui peut l’être.`;
    partOf(block, '[data-illisibles="effacer"] span:last-child').textContent = `${several ? "Les effacer" : "L’effacer"} de ce navigateur`;
  }

  function update() {
    fillChoice();
    draw();
    showUnreadable();
  }

  // ---- What the reader does

  async function add(chosen) {
    if (!chosen.length) return;
    const options = { listes: listes.map(({ id }) => id) };
    const messages = [];
    const added = [];
    for (const file of chosen) {
      const connues = [...dossiers.lister(), ...imported.map(({ evaluation }) => evaluation)];
      const { evaluations, messages: said } = await files.lireFichier(file, { ...options, connues });
      messages.push(...said);
      added.push(...evaluations);
      imported.push(...evaluations.map((evaluation) => ({ evaluation, fichier: dossiers.visible(file.name) })));
    }
    if (added.length && !added.some(({ liste }) => liste === select.value)) select.value = added[0].liste;
    update();
    const apart = listes.flatMap((one) => files.horsListe(one, added));
    say(...(added.length ? [addedSentence(added)] : []), ...messages, ...apart);
  }

  function addedSentence(added) {
    const others = added.filter(({ liste }) => liste !== select.value).length;
    const sentence = `${many(added.length, "évaluation ajoutée", "évaluations ajoutées")}, dans cette page seulement.`;
    return others
      ? `${sentence} ${many(others, "porte", "portent")} sur une autre liste\u00a0: changez de liste pour ${others > 1 ? "les" : "la"} voir.`
      : sentence;
  }

  // Moves imported evaluations to this browser; the reader must have agreed.
  function keep(keys) {
    if (!dossiers.accorde()) {
      toKeep = keys;
      // An earlier agreement is not this one.
      agreement.returnValue = "";
      agreement.showModal();
      return;
    }
    const chosen = imported.filter(({ evaluation }) => keys.includes(keyOf(evaluation)));
    const beside = chosen.map(setBeside).filter(Boolean);
    const results = chosen.map((entry) => ({ entry, ...dossiers.enregistrer(entry.evaluation) }));
    const done = results.filter(({ ok }) => ok);
    done.forEach(({ entry }) => imported.splice(imported.indexOf(entry), 1));
    update();
    const failed = results.find(({ ok }) => !ok);
    say(
      ...(done.length ? [`${many(done.length, "évaluation est gardée", "évaluations sont gardées")} dans ce navigateur.`] : []),
      ...beside,
      ...(failed ? [failed.message] : []),
    );
    focusOn(keys[0]);
  }

  // What another tab kept since under the same id stays: the file's becomes a copy, which is told.
  function setBeside(entry) {
    const { evaluation } = entry;
    const kept = dossiers.lister(evaluation.liste).find(({ id }) => id === evaluation.id);
    if (!kept || JSON.stringify(kept) === JSON.stringify(evaluation)) return "";
    entry.evaluation = dossiers.enCopie(evaluation);
    return `Un autre onglet a gardé ${quoted(nomDe(kept))}\u00a0: celle du fichier prend le nom ${quoted(entry.evaluation.nom)}.`;
  }

  function withdraw(key) {
    // What found no room waits for some no more.
    dossiers
      .enSuspens()
      .filter((one) => keyOf(one) === key)
      .forEach(({ liste, id }) => dossiers.effacer(liste, id));
    imported.splice(
      imported.findIndex(({ evaluation }) => keyOf(evaluation) === key),
      1,
    );
    update();
    say("L’évaluation a été retirée de cette page. Son fichier n’a pas changé.");
    focusOn(null);
  }

  // The button that was used is gone: the keyboard goes on from the evaluation, or from the files.
  function focusOn(key) {
    const box = [...root.querySelectorAll("[data-cle]")].find((one) => one.dataset.cle === key);
    (box ?? partOf(root, "#comparer-fichiers")).focus();
  }

  function tick(all) {
    entriesOf(select.value).forEach(({ evaluation }) => (all ? unchecked.delete(keyOf(evaluation)) : unchecked.add(keyOf(evaluation))));
    root.querySelectorAll("[data-cle]").forEach((box) => {
      /** @type {HTMLInputElement} */ (box).checked = all;
    });
    draw();
  }

  function unreadable(action) {
    const found = dossiers.illisibles();
    if (action === "telecharger") {
      files.telecharger("autoevaluation-illisible.txt", "text/plain", files.brut(found));
    } else if (confirm("Effacer pour de bon ce qui est illisible? Téléchargez-le d’abord si vous voulez en garder une trace.")) {
      found.forEach(({ cle }) => dossiers.effacerIllisible(cle));
      update();
      say("Ce qui était illisible a été effacé de ce navigateur.");
      focusOn(null);
    }
  }

  root.addEventListener("click", ({ target }) => {
    const { cocher, garder, retirer, illisibles } = /** @type {HTMLElement} */ (target).closest("button")?.dataset ?? {};
    if (cocher) tick(cocher === "oui");
    if (garder === "tout") keep(imported.filter(({ evaluation }) => evaluation.liste === select.value).map(({ evaluation }) => keyOf(evaluation)));
    else if (garder) keep([garder]);
    if (retirer) withdraw(retirer);
    if (illisibles) unreadable(illisibles);
  });
  root.addEventListener("change", (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (event.target === select) update();
    if (target.dataset.cle) {
      if (target.checked) unchecked.delete(target.dataset.cle);
      else unchecked.add(target.dataset.cle);
      draw();
    }
    if (target.form === settings) draw();
    if (target.type === "file") {
      add([...(target.files ?? [])]).then(() => {
        target.value = "";
      });
    }
  });
  agreement.addEventListener("close", () => {
    if (agreement.returnValue !== "oui") return;
    const result = dossiers.accorder();
    if (result.ok) keep(toKeep);
    else say(result.message);
  });
  settings.addEventListener("submit", (event) => event.preventDefault());
  part("imprimer").addEventListener("click", () => window.print());
  addEventListener("beforeprint", () => draw(SHEET));
  addEventListener("afterprint", () => draw());

  // A file dropped anywhere is added; without this the browser would leave the page for it.
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    part("depot").classList.add("comparer__depot--survol");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) part("depot").classList.remove("comparer__depot--survol");
  });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    part("depot").classList.remove("comparer__depot--survol");
    add([...(event.dataTransfer?.files ?? [])]);
  });

  dossiers.surChangement(update);
  // A page that the browser brings back heard nothing meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && update());
  const asked = location.hash.slice(1);
  const first = listes.find(({ id }) => id === asked) ?? listes.find(({ id }) => entriesOf(id).length) ?? listes[0];
  select.value = first.id;
  window.Panne.lever(root);
  part("cadre").hidden = false;
  update();
})();

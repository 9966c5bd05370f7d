// The list of the pupils as a table that is corrected by hand, and who of them has not answered yet.
(() => {
  const { make, many } = window.Commun;

  const flip = ({ nom, prenom, ...rest }) => ({ ...rest, nom: prenom, prenom: nom });

  // What is written again would be said again.
  function write(place, text) {
    if (place.textContent !== text) place.textContent = text;
  }

  /** @type {Classe["tableau"]} */
  window.Classe.tableau = (page) => {
    const { root, source, find, all, role, say, refuse, state } = page;
    const { liste, classeur } = window.Classe;
    const body = find(".classe__table tbody");
    const back = find('[data-action="annuler"]');

    const two = () => state.order !== "une";
    const title = (column) => (column === "prenom" ? "Prénom" : two() ? "Nom" : "Nom complet");
    // In one column, a name is whole: nothing of it is kept out of sight.
    const whole = (pupil) => ({ ...pupil, nom: liste.nomComplet(pupil), prenom: "" });

    function draw() {
      if (!two()) state.pupils = state.pupils.map(whole);
      role("liste").hidden = !state.pupils.length && !state.before;
      role("titre-nom").textContent = title("nom");
      root.classList.toggle("classe--une", !two());
      const rows = document.createDocumentFragment();
      state.pupils.forEach((pupil, index) => rows.append(line(pupil, index)));
      body.replaceChildren(rows);
      verify();
      page.stale();
    }

    function line(pupil, index) {
      const row = role("ligne").content.firstElementChild.cloneNode(true);
      const number = index + 1;
      const at = (selector) => row.querySelector(selector);
      at("th").textContent = number;
      const notice = at(".classe__avis");
      notice.id = `classe-avis-${number}`;
      row.querySelectorAll("input").forEach((input) => {
        const { colonne } = input.dataset;
        input.value = pupil[colonne];
        input.ariaLabel = `${title(colonne)}, ligne ${number}`;
        input.setAttribute("aria-describedby", notice.id);
      });
      at('[data-geste="inverser"] .masque').textContent = `Inverser le nom et le prénom, ligne ${number}`;
      at('[data-geste="retirer"] .masque').textContent = `Retirer la ligne ${number}`;
      return row;
    }

    // What is to be checked, beside each line and in one sentence for all.
    function verify() {
      const warnings = liste.verifier(state.pupils, two());
      [...body.rows].forEach((row, index) => {
        const text = warnings[index].join(" ");
        write(row.querySelector(".classe__avis"), text);
        row.classList.toggle("classe__ligne--avis", Boolean(text));
      });
      const count = liste.trier(state.pupils).length;
      const well = count ? "Rien à signaler." : "Lisez une liste, ou ajoutez une ligne.";
      write(role("bilan"), `${many(count, "élève", "élèves")}. ${toCheck(warnings) || well}`);
      missing();
    }

    function toCheck(warnings) {
      const { reading } = state;
      const marked = warnings.flatMap((found, index) => (found.length ? [index + 1] : []));
      const lines = marked.slice(0, 8).join(", ") + (marked.length > 8 ? "…" : "");
      return [
        marked.length && `À vérifier\u00a0: ligne${marked.length > 1 ? "s" : ""} ${lines}.`,
        reading?.choix && "Choisissez d’abord la bonne lecture, plus haut.",
        page.unread(),
        ...(reading?.messages ?? []),
        ...(reading?.doutes ?? []),
        reading?.reserves.length && "Une partie de la liste a été laissée de côté\u00a0: voyez plus haut.",
      ]
        .filter(Boolean)
        .join(" ");
    }

    // ---- Who has not answered yet: ticked by hand, in the order of the register

    // Once a letter that recalls a form is chosen, the sheets are for those only whose answer is missing.
    const recalls = () => all("[data-rappel]:checked").length > 0;
    function concerned() {
      const [pupils, some] = [liste.trier(state.pupils), recalls()];
      return some ? pupils.filter(({ manque }) => manque) : pupils;
    }

    function missing() {
      const pupils = liste.trier(state.pupils);
      role("manquants").hidden = !recalls() || !pupils.length;
      role("coches").replaceChildren(...(recalls() ? pupils.map(tick) : []));
      countMissing();
    }

    function tick(pupil, index) {
      const box = Object.assign(make("input"), { type: "checkbox", checked: Boolean(pupil.manque), autocomplete: "off" });
      box.onchange = () => {
        pupil.manque = box.checked;
        countMissing();
        page.stale();
      };
      return make("li", "", make("label", "", box, ` ${index + 1}. ${liste.nomDeListe(pupil)}`));
    }

    function countMissing() {
      role("nombre-manquants").textContent = recalls() ? `${many(concerned().length, "élève coché", "élèves cochés")}.` : "";
    }

    function tickAll(manque) {
      for (const pupil of state.pupils) pupil.manque = manque;
      missing();
      page.stale();
    }

    // ---- Gestures

    // Back: the list as it was before the last gesture that moved lines, or the lines that were taken away since, one by one, the last one first.
    /** @type {PageClasse["keep"]} */
    function keep(retire = null) {
      const { pupils, order, reading, text, groupe, corrige } = state;
      const avant = retire === null ? null : state.before;
      offer(pupils.length ? { pupils: pupils.map((pupil) => ({ ...pupil })), order, reading, text, groupe, corrige, retire, avant } : null);
    }

    function offer(before) {
      state.before = before;
      back.hidden = !before;
      back.querySelector("span").textContent = before?.retire == null ? "Reprendre la liste d’avant" : `Remettre la ligne ${before.retire + 1}`;
    }

    const undo = () => (state.before?.retire == null ? takeBack() : putBack(state.before, state.before.retire));

    const named = (pupil) => (liste.nomComplet(pupil) ? `\u00a0: ${liste.nomComplet(pupil)}` : "");

    // The line alone: what was corrected since stays.
    function putBack({ pupils, order, avant }, index) {
      const pupil = order !== state.order && order !== "une" && two() ? flip(pupils[index]) : pupils[index];
      const place = Math.min(index, state.pupils.length);
      state.pupils.splice(place, 0, pupil);
      offer(avant);
      draw();
      say(`Ligne ${place + 1} remise${named(pupil)}.`);
      body.rows[place].querySelector('[data-geste="retirer"]').focus();
    }

    function takeBack() {
      const unread = page.unread();
      page.propose(state.before?.groupe ?? "");
      Object.assign(state, state.before, { before: null });
      if (!unread) source.value = state.text;
      page.showSettings();
      back.hidden = true;
      draw();
      say("La liste est revenue comme avant.");
      find("#classe-correction").focus();
    }

    function add() {
      if (state.pupils.length >= liste.MOST) return refuse(`La liste a déjà ${liste.MOST} élèves, le plus que la page peut prendre.`);
      if (!state.pupils.length) Object.assign(state, { reading: null, order: "nom-prenom" });
      state.corrige = true;
      state.pupils.push({ nom: "", prenom: "" });
      page.showSettings();
      draw();
      return body.lastElementChild.querySelector("input").focus();
    }

    function gesture(name, row) {
      const index = row.sectionRowIndex;
      state.corrige = true;
      if (name === "inverser") {
        state.pupils[index] = flip(state.pupils[index]);
        draw();
        return body.rows[index].querySelector('[data-geste="inverser"]').focus();
      }
      keep(index);
      const [gone] = state.pupils.splice(index, 1);
      draw();
      say(`Ligne ${index + 1} retirée${named(gone)}.`);
      const next = body.rows[index] ?? body.lastElementChild;
      return (next ? next.querySelector('[data-geste="retirer"]') : source).focus();
    }

    function clear() {
      body.replaceChildren();
      role("bilan").textContent = "";
      role("liste").hidden = true;
      back.hidden = true;
    }

    // ---- What is pasted into it

    // A column goes down the one where it is pasted; two that nothing names go under those of the table, as they stand.
    /** @type {(guess: ReturnType<typeof liste.lire>, text: string) => ReturnType<typeof liste.lire>} */
    function asInTable(guess, text) {
      if (guess.refus !== undefined || guess.facon === "fiches") return guess;
      if (!/[\t,;]/.test(text)) return liste.lire(text, { entete: guess.entete, ordre: "une" });
      if (guess.entete || guess.disposition.nom === guess.disposition.prenom) return guess;
      return liste.lire(text, { ordre: "nom-prenom" });
    }

    // The cells of a column, empty ones too; an empty line between all of them is a way to write, where they are more than the lines left.
    function cellsOf(text, room) {
      const lines = text
        .trimEnd()
        .split(/\r\n?|\n/)
        .map(liste.propre);
      const spaced = lines.length > room && lines.every((line, index) => !line === Boolean(index % 2));
      return spaced ? lines.filter(Boolean) : lines;
    }

    // A column beside what is written already goes down cell by cell: a line left out would give the first name of one pupil to another.
    /** @type {(found: ReturnType<typeof liste.lire>, text: string, at: number, column: string) => Eleve[] | null} */
    function beside(found, text, at, column) {
      const other = column === "nom" ? "prenom" : "nom";
      if (found.refus !== undefined || found.disposition.ordre !== "une" || !state.pupils.slice(at).some((pupil) => pupil[other])) return null;
      const titles = found.lignes.filter(({ statut }) => statut === "titres").length;
      const name = (cell) => window.Classe.noms.nu(cell).coeur.replace(/^\P{L}+$/u, "");
      return cellsOf(text, state.pupils.length - at)
        .slice(titles)
        .map((cell) => ({ nom: name(cell), prenom: "" }));
    }

    // « Testard, Xéna; Abélard, Odon »: one line that is surely several pupils.
    function isCrowd(text) {
      const found = liste.lire(text);
      return found.refus === undefined && found.eleves.length > 1 && !found.choix?.bloque;
    }

    // Lines pasted into a cell are as many pupils; a single column goes down the column where it is pasted.
    function paste(event) {
      const { target } = event;
      const { colonne } = target.dataset;
      const text = classeur.colle(event.clipboardData);
      if (!colonne || !(/[\t\r\n]/.test(text.trim()) || isCrowd(text))) return undefined;
      event.preventDefault();
      const found = asInTable(liste.lire(text), text);
      if (found.refus !== undefined) return refuse(found.refus);
      if (found.choix?.bloque) return refuse("Une question se pose sur ces lignes\u00a0: collez-les plutôt dans «\u00a0Collez la liste\u00a0».");
      const at = target.closest("tr").sectionRowIndex;
      const column = beside(found, text, at, colonne);
      const pasted = column ?? found.eleves;
      const count = pasted.length;
      const down = found.disposition.ordre === "une";
      const total = down ? Math.max(state.pupils.length, at + count) : state.pupils.length + count;
      if (total > liste.MOST) return refuse(`La liste aurait plus de ${liste.MOST} élèves, le plus que la page peut prendre.`);
      keep();
      state.corrige = true;
      if (down) fillDown(at, colonne, pasted);
      else state.pupils.splice(at, Number(!liste.nomComplet(state.pupils[at])), ...pasted);
      draw();
      const told = `${many(count, "ligne collée", "lignes collées")} dans le tableau${page.how(found)}.`;
      const empty = pasted.filter(({ nom, prenom }) => !nom && !prenom).length;
      // What stands in a column as it was copied was not sorted out.
      const left = column ? [empty && `${many(empty, "case vide", "cases vides")}\u00a0: vérifiez ces lignes.`] : [page.groups(), ...found.reserves];
      say([told, ...left, ...found.messages]);
      return body.rows[at + count - 1].querySelector(`[data-colonne="${colonne}"]`).focus();
    }

    function fillDown(at, column, pupils) {
      pupils.forEach(({ nom }, index) => {
        state.pupils[at + index] = { ...(state.pupils[at + index] ?? { nom: "", prenom: "" }), [column]: nom, avis: [] };
      });
    }

    body.addEventListener("paste", paste);
    body.addEventListener("input", ({ target }) => {
      const pupil = state.pupils[target.closest("tr").sectionRowIndex];
      Object.assign(pupil, { [target.dataset.colonne]: liste.propre(target.value), avis: [] });
      state.corrige = true;
      verify();
      page.stale();
    });
    // Enter goes down the column, as in a spreadsheet.
    body.addEventListener("keydown", (event) => {
      const { colonne } = event.target.dataset;
      if (event.key !== "Enter" || !colonne) return;
      event.preventDefault();
      const next = event.target.closest("tr").nextElementSibling;
      if (next) next.querySelector(`[data-colonne="${colonne}"]`).focus();
      else add();
    });

    return { two, flip, draw, verify, concerned, missing, tickAll, keep, undo, add, gesture, clear };
  };
})();

// Where the list of the pupils comes from: what is pasted, a file, and what the reader changes of how it was read.
(() => {
  const { many } = window.Commun;
  // What is pasted beyond this length, in letters, is looked at before the field shows it.
  const LONG = 10000;
  // In bytes.
  const LARGEST_WORKBOOK = 10_000_000;
  // A workbook is a ZIP file, which begins so.
  const isWorkbook = (bytes) => String(bytes.slice(0, 4)) === "80,75,3,4";
  // What is written above the table once it was read: the table says nothing of it.
  const UNREAD =
    "Le texte de la liste a changé depuis sa lecture, et le tableau n’en tient pas compte\u00a0: choisissez «\u00a0Lire la liste\u00a0» pour le prendre.";
  const LATE =
    "La liste a changé pendant que le fichier s’ouvrait\u00a0: le fichier n’a pas été lu. Lisez ou effacez ce que vous avez écrit, puis reprenez le fichier.";

  /** @type {Classe["source"]} */
  window.Classe.source = (page) => {
    const { root, source, find, role, say, refuse, state } = page;
    const { liste, classeur, compris } = window.Classe;
    const [file, order, choice] = ["#classe-fichier", "#classe-ordre", "#classe-source"].map(find);

    // Read a text; refused, it leaves the list as it is.
    function read(text = source.value, settings = {}, said = doubts(text)) {
      const found = liste.lire(text, settings);
      if (found.refus !== undefined) return refuse(found.refus);
      const lost = state.corrige && "Vos corrections du tableau n’y sont plus\u00a0: «\u00a0Reprendre la liste d’avant\u00a0» les remet.";
      page.keep();
      const doutes = said.filter(Boolean);
      Object.assign(state, { text, reading: { ...found, doutes }, order: found.disposition.ordre, pupils: found.eleves, corrige: false });
      showSettings();
      page.draw();
      const count = `${many(found.eleves.length, "élève lu", "élèves lus")}${how(found)}.`;
      const next = found.choix ? "Une question attend votre réponse." : "Vérifiez le tableau.";
      return say([`${count} ${next}`, lost, ...doutes, groups(), ...found.messages]);
    }

    // What was said of a file stays true of its text, however its lines and columns are read again.
    const doubts = (text) => (inField(text) === inField(state.text) ? (state.reading?.doutes ?? []) : []);

    function how({ disposition: { ordre, nom, prenom }, entete }) {
      const words = { "nom-prenom": "le nom puis le prénom", "prenom-nom": "le prénom puis le nom", une: "une seule colonne" }[ordre];
      const apart = ordre !== "une" && nom === prenom ? ", séparés d’une même colonne" : "";
      return `\u00a0: ${words}${apart}${entete ? ", sous une ligne de titres" : ""}`;
    }

    // The group that all the pupils have goes into its field; otherwise the sheet of each that says a group says the pupil's.
    function groups() {
      const found = state.pupils.filter(liste.nomComplet).map(({ groupe }) => groupe ?? "");
      const named = [...new Set(found.filter(Boolean))];
      const one = named.length === 1 && found.every(Boolean);
      page.propose(one ? named[0] : "");
      if (!named.length) return "";
      const list = `, d’après la liste\u00a0: ${named.slice(0, 6).join(", ")}${named.length > 6 ? "…" : ""}.`;
      const written = page.otherGroup();
      if (written) return `Groupe${list} L’étape\u00a02 en dit un autre, qui s’imprime\u00a0: ${written}.`;
      if (one) return `Groupe${list}`;
      const without = found.filter((groupe) => !groupe).length;
      const blank = without ? ` ${many(without, "élève n’en a pas", "élèves n’en ont pas")}\u00a0: la place reste vide.` : "";
      return `Groupes${list} Une feuille qui demande le groupe dit celui de l’élève.${blank}`;
    }

    // A field has its own line ends.
    const inField = (text) => text.replace(/\r\n?/g, "\n");
    const isWritten = () => source.value.trim() && source.value !== inField(state.text);
    const unread = () => (state.pupils.length && isWritten() ? UNREAD : "");

    // ---- How it was read, which the reader may change

    // What was understood, to be changed; a list written by hand has a name and a first name, no more.
    function showSettings() {
      order.value = state.order;
      role("lu").hidden = !state.reading;
      if (state.reading) compris.montrer(role("compris"), state.reading, again);
      else role("compris").replaceChildren();
    }

    // The reader changes a role, a line or a reading: the list is read again, and the same control has the focus.
    function again(settings) {
      const { colonne } = /** @type {HTMLElement} */ (document.activeElement)?.dataset ?? {};
      read(state.text, settings);
      const select = colonne ? find(`[data-role="compris"] select[data-colonne="${colonne}"]`) : null;
      (select ?? find("#classe-compris")).focus();
    }

    // Between two columns, the corrections stay; otherwise the list is read again.
    function reorder() {
      const chosenOrder = order.value;
      const swap = page.two() && chosenOrder !== "une";
      if (!swap && state.reading) {
        // What the reader decided of it but the columns of the names.
        return read(state.text, { ...state.reading.reglages, nom: undefined, prenom: undefined, roles: undefined, ordre: chosenOrder });
      }
      state.order = chosenOrder;
      if (swap) {
        state.pupils = state.pupils.map(page.flip);
        if (state.reading) state.reading = inverted(state.reading, chosenOrder);
        say("Le nom et le prénom ont été inversés à chaque ligne.");
      }
      showSettings();
      return page.draw();
    }

    // A reading whose names and first names change places, and which answers the question of their order.
    function inverted(reading, chosenOrder) {
      const other = { nom: "prenom", prenom: "nom", "nom-prenom": "prenom-nom", "prenom-nom": "nom-prenom" };
      const colonnes = reading.colonnes.map((column) => ({ ...column, role: other[column.role] ?? column.role }));
      const reglages = { ...reading.reglages, roles: colonnes.map(({ role }) => role) };
      const choix = reading.choix?.bloque ? reading.choix : null;
      return { ...reading, colonnes, reglages, choix, disposition: { ...page.flip(reading.disposition), ordre: chosenOrder } };
    }

    // ---- A file: its letters or its sheets, which the reader may change

    async function open(picked) {
      file.value = "";
      if (!picked) return undefined;
      if (isWritten()) return refuse("Lisez ou effacez d’abord ce que vous avez écrit, puis reprenez le fichier.");
      if (picked.size > (/\.xlsx$/i.test(picked.name) ? LARGEST_WORKBOOK : liste.LARGEST * 2))
        return refuse("Ce fichier est trop gros pour une liste de classe. Gardez seulement les colonnes des noms.");
      let bytes;
      try {
        bytes = await awaited(picked.arrayBuffer());
      } catch {
        return refuse("Le navigateur n’a pas pu lire ce fichier. Vérifiez qu’il est encore à sa place.");
      }
      if (!bytes) return undefined;
      const signs = new Uint8Array(bytes);
      return isWorkbook(signs) ? openWorkbook(signs) : openText(signs);
    }

    // How many files were opened, or left: what comes late of another one is not shown, nor does it take the place of what was written meanwhile.
    let opened = 0;
    async function awaited(promise) {
      opened += 1;
      const [mine, before] = [opened, source.value];
      const found = await promise;
      if (opened !== mine) return null;
      return source.value === before ? found : refuse(LATE);
    }

    function openText(bytes) {
      const refus = liste.refuser(bytes);
      if (refus) return refuse(refus);
      const found = Octets.lire(bytes);
      const choices = found.possibles.map((code) => ({
        nom: Octets.noms[code] ?? "",
        texte: () => Octets.lire(bytes, code).texte,
        // Another encoding is the reader's word.
        dit: code === found.encodage ? Octets.doute(found) : "",
      }));
      return take("Lettres du fichier", choices, found.possibles.indexOf(found.encodage), "");
    }

    async function openWorkbook(bytes) {
      const found = await awaited(classeur.lire(bytes, root.dataset.classeur ?? "", role("lecture")));
      if (!found) return undefined;
      if (found.refus !== undefined) return refuse(found.refus);
      const [first, ...others] = found.feuilles;
      const said = others.length
        ? `Le classeur a ${found.feuilles.length} feuilles\u00a0: «\u00a0${first.nom}\u00a0» a été lue, ${others.length > 1 ? "les autres" : "l’autre"} non.`
        : "";
      return take(
        "Feuille du classeur",
        found.feuilles.map((one) => ({ nom: one.nom, texte: () => one.texte, dit: unseen(one) })),
        0,
        said,
      );
    }

    // What a reader of the workbook does not see of it, or sees struck out, and that is read.
    function unseen({ masquees, colonnes, barrees }) {
      return [
        masquees && `${many(masquees, "ligne masquée dans le classeur a été lue", "lignes masquées dans le classeur ont été lues")} aussi.`,
        colonnes && `${many(colonnes, "colonne masquée dans le classeur a été lue", "colonnes masquées dans le classeur ont été lues")} aussi.`,
        barrees.length && `Barré dans le classeur, mais lu\u00a0: ${barrees.slice(0, 6).join(", ")}${barrees.length > 6 ? "…" : ""}.`,
      ]
        .filter(Boolean)
        .join(" ");
    }

    // Read one of the texts that a file may give, and let the reader take another.
    function take(label, choices, index, said) {
      const text = choices[index].texte();
      const { refus } = liste.lire(text);
      if (refus) return refuse(refus);
      choice.replaceChildren(...choices.map(({ nom }, number) => new Option(nom, String(number), false, number === index)));
      find('label[for="classe-source"]').textContent = label;
      role("choix-source").hidden = choices.length < 2;
      choice.onchange = () => take(label, choices, choice.selectedIndex, "");
      source.value = text;
      return read(text, {}, [said, choices[index].dit]);
    }

    // ---- What is pasted

    // What is pasted is read at once. As for a file, those lines that would be refused never get to the field: it takes long to show thousands.
    function paste(event) {
      const text = classeur.colle(event.clipboardData);
      const { refus } = text.length > LONG ? liste.lire(text) : {};
      if (refus) {
        event.preventDefault();
        return refuse(refus);
      }
      role("choix-source").hidden = true;
      put(event, text);
      return setTimeout(() => read());
    }

    // Below an earlier paste that lacks its last line end, the lines begin on a line of their own.
    function put(event, text) {
      const { value, selectionStart: from } = source;
      const apart = from === value.length && /[^\n]$/.test(value) && /[\t\n]/.test(text);
      if (!apart && text === event.clipboardData.getData("text/plain")) return;
      event.preventDefault();
      source.setRangeText(apart ? `\n${text}` : text, from, source.selectionEnd, "end");
    }

    // ---- What is dropped: a file that the page does not take would open in its place, and all would be lost

    const place = find(".classe__entree");
    const aim = (shown) => place.classList.toggle("classe__entree--cible", shown);

    // Text goes where one writes.
    function drag(event) {
      const { target, dataTransfer } = event;
      const files = dataTransfer.types.includes("Files");
      aim(files && event.type === "dragover");
      if (!files && target.matches?.("textarea, [type=text], [type=search], [type=email]")) return;
      event.preventDefault();
      dataTransfer.dropEffect = files && place.contains(target) ? "copy" : "none";
    }

    function drop(event) {
      drag(event);
      const { files } = event.dataTransfer;
      if (!files.length || !place.contains(event.target)) return undefined;
      if (files.length > 1) return refuse("Déposez un seul fichier à la fois.");
      return open(files[0]);
    }

    addEventListener("dragover", drag);
    addEventListener("drop", drop);
    // Out of the window, or let go where nothing takes it.
    addEventListener("dragleave", ({ relatedTarget }) => relatedTarget || aim(false));

    // Nothing of what was read stays, and what a slow file gives will not be shown.
    function close() {
      opened += 1;
      choice.onchange = null;
      role("choix-source").hidden = true;
      showSettings();
    }

    source.addEventListener("paste", paste);
    source.addEventListener("input", () => page.verify());
    file.addEventListener("change", () => open(file.files[0]));
    order.addEventListener("change", reorder);

    return { read, how, groups, unread, showSettings, close };
  };
})();

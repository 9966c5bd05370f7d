// A spreadsheet file (.xlsx) to text: the cells of a sheet, tabs between them. fflate opens the file; it is loaded only then. Nothing is sent.
(() => {
  // All that is unpacked of a file, at most: no class list comes near it, and a part can be thousands of times as small in the file.
  const LARGEST = 20_000_000;
  const MOST = 2000;
  // The columns of a sheet that are read, and the tags of a part: what has no letters may be as endless.
  const WIDEST = 200;
  const MOST_TAGS = 1_000_000;
  const { liste, mots } = window.Classe;

  // What may still be taken of the file: many cells may share one long text, and elements within others hold theirs again.
  let left = 0;

  const isPart = (name) => /^xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i.test(name);

  function unpack(bytes) {
    let room = LARGEST;
    const filter = ({ name, originalSize }) => {
      const fits = isPart(name) && originalSize <= room;
      if (fits) room -= originalSize;
      return fits;
    };
    const parts = fflate.unzipSync(bytes, { filter });
    const found = new Map(Object.entries(parts).map(([name, part]) => [name.toLowerCase(), part]));
    // Each is read once, however many sheets say that they are in it.
    return (name) => {
      const part = found.get(name.toLowerCase());
      found.delete(name.toLowerCase());
      return part ? parsed(part) : null;
    };
  }

  function taken(text) {
    left -= text.length;
    if (left < 0) throw new RangeError("too long");
    return text;
  }

  function parsed(part) {
    const source = new TextDecoder().decode(part);
    // No spreadsheet declares entities, which may make billions of letters of a few.
    if (source.includes("<!DOCTYPE") || source.split("<", MOST_TAGS + 1).length > MOST_TAGS) return null;
    const tree = new DOMParser().parseFromString(source, "application/xml");
    return tree.querySelector("parsererror") ? null : tree;
  }

  const named = (tree, tag) => (tree ? [...tree.getElementsByTagNameNS("*", tag)] : []);
  // Those right below another: one within one of its own name would be looked through for each.
  const below = (tree, tag) => [...(tree?.children ?? [])].filter(({ localName }) => localName === tag);
  const top = (tree, tag) => below(tree?.documentElement, tag);

  // What is said of an element is found once, however many cells share it.
  const once =
    (find, known = new WeakMap()) =>
    (element) =>
      known.get(element) ?? (element ? known.set(element, find(element)).get(element) : find(element));

  // The letters of an element, without how they are pronounced.
  const letters = once((element) =>
    named(element, "t")
      .filter((piece) => piece.parentElement?.localName !== "rPh")
      .map(({ textContent }) => taken(unescaped(textContent)))
      .join(""),
  );

  // What XML cannot hold, a workbook writes by its code: « _x000D_ » for the end of a line.
  const unescaped = (text) => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

  // ---- The sheets, in order, without those that are hidden

  function sheets(part) {
    const targets = new Map(
      top(part("xl/_rels/workbook.xml.rels"), "Relationship").map((one) => [one.getAttribute("Id"), one.getAttribute("Target")]),
    );
    return below(top(part("xl/workbook.xml"), "sheets")[0], "sheet")
      .filter((one) => !/hidden/i.test(one.getAttribute("state") ?? ""))
      .map((one) => ({
        nom: one.getAttribute("name") ?? "",
        // Its prefix stands for one of two addresses.
        lien: targets.get([...one.attributes].find(({ localName }) => localName === "id")?.value ?? "") ?? "",
      }))
      .map(({ nom, lien }) => ({ nom, tree: part(lien.startsWith("/") ? lien.slice(1) : `xl/${lien}`) }));
  }

  // ---- Cells

  // « AB12 » is in the column 27, counted from 0.
  const place = (reference) =>
    [...(/^[A-Z]+/i.exec(reference)?.[0].toUpperCase() ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

  const written = (cell) => named(cell, "v")[0]?.textContent ?? "";

  // What holds the letters of a cell: itself, or a text that several share.
  const holder = (cell, shared) => (cell.getAttribute("t") === "s" ? shared[Number(written(cell))] : cell);

  const styleOf = (cell, styles) => styles[Number(cell.getAttribute("s"))];

  function contentOf(cell, shared, styles) {
    const kind = cell.getAttribute("t") ?? "n";
    if (/^(?:s|inlineStr)$/.test(kind)) return taken(letters(holder(cell, shared)));
    const value = unescaped(written(cell));
    // A group shown as « 012 » is stored as 12, with the format « 000 ».
    return taken(/^n\d+$/.test(kind + value) ? value.padStart(styleOf(cell, styles)?.chiffres, "0") : value);
  }

  function row(element, shared, styles) {
    /** @type {string[]} */
    const texts = [];
    all(element).forEach((cell) => {
      const index = place(cell.getAttribute("r") ?? "");
      const at = index < 0 ? texts.length : index;
      if (at < WIDEST) texts[at] = quoted(contentOf(cell, shared, styles));
    });
    return texts;
  }

  const quoted = (text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  /** @type {Classe["classeur"]["lire"]} */
  async function lire(bytes, adresse, place) {
    await window.Commun.bring(adresse, () => "fflate" in window, place);
    try {
      left = 2 * LARGEST;
      const part = unpack(bytes);
      const shared = top(part("xl/sharedStrings.xml"), "si");
      const styles = looks(part("xl/styles.xml"));
      const found = sheets(part).map(({ nom, tree }) => ({
        nom,
        texte: text(tree, shared, styles),
        masquees: rows(tree).filter((one) => isHidden(one) && cells(one).length).length,
        colonnes: hiddenColumns(tree),
        barrees: rows(tree).flatMap((one) =>
          cells(one)
            .filter((cell) => styleOf(cell, styles)?.barre || isStruck(holder(cell, shared)))
            .map((cell) => contentOf(cell, shared, styles)),
        ),
      }));
      const full = found.filter(({ texte }) => texte.trim());
      return full.length ? { feuilles: full } : { refus: liste.AUTRE };
    } catch {
      return { refus: liste.AUTRE };
    }
  }

  const rows = once((tree) => below(top(tree, "sheetData")[0], "row").slice(0, MOST));
  const all = (element) => below(element, "c").slice(0, WIDEST);
  // Those that hold something: an empty cell may have a style.
  const cells = (element) => all(element).filter((cell) => below(cell, "v")[0] || below(cell, "is")[0]);

  // What a filter of the spreadsheet hides, or what is struck out, is read: it has to be told.
  const isHidden = (one) => /^[1t]/.test(one.getAttribute("hidden") ?? "");

  function hiddenColumns(tree) {
    const spans = top(tree, "cols")
      .flatMap((one) => below(one, "col").filter(isHidden))
      .map((one) => ["min", "max"].map((end) => Number(one.getAttribute(end))));
    const used = new Set(rows(tree).flatMap((one) => cells(one).map((cell) => place(cell.getAttribute("r") ?? "") + 1)));
    return [...used].filter((column) => column <= WIDEST && spans.some(([min, max]) => min <= column && column <= max)).length;
  }

  // Whether a part of what it holds is struck out.
  const isStruck = once((tree) => named(tree, "strike").some((mark) => !/^[0f]/.test(mark.getAttribute("val") ?? "")));

  // For each style of the cells, whether it strikes them out, and how many digits it shows of a number at least.
  function looks(tree) {
    const group = (parent, tag) => below(top(tree, parent)[0], tag);
    const fonts = group("fonts", "font").map(isStruck);
    const digits = new Map(
      group("numFmts", "numFmt").map((one) => [one.getAttribute("numFmtId"), /^0+$/.exec(one.getAttribute("formatCode"))?.[0].length]),
    );
    return group("cellXfs", "xf").map((one) => ({
      barre: fonts[Number(one.getAttribute("fontId"))],
      chiffres: digits.get(one.getAttribute("numFmtId")),
    }));
  }

  // A title that is merged over two lines of titles stands above the pupils, and is no name of the second line.
  function isSaidBelow(said) {
    const { genre, entier, faible } = mots.titre(said);
    return said && (/\d/.test(said) || faible || !(genre && entier));
  }

  // The first cell of each that is merged down says the same of the rows below.
  function text(tree, shared, styles) {
    const merged = below(top(tree, "mergeCells")[0], "mergeCell")
      .slice(0, MOST)
      .map((one) => /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(one.getAttribute("ref") ?? "") ?? [])
      .map(([, column = "", from, to]) => ({ at: place(column), from: Number(from), to: Number(to), said: "" }));
    let number = 0;
    const lines = rows(tree).map((element) => {
      number = Number(element.getAttribute("r")) || number + 1;
      const texts = row(element, shared, styles);
      for (const one of merged) {
        if (number === one.from) one.said = isSaidBelow(texts[one.at] ?? "") ? texts[one.at] : "";
        else if (one.from < number && number <= one.to && one.said && texts.some(Boolean)) texts[one.at] = taken(one.said);
      }
      return texts.join("\t");
    });
    return lines.join("\n");
  }

  // ---- What is pasted

  // What a cell that is merged down says of the rows below the first, which the text does not say again.
  const AGAIN = /\ue000[^\ue001]*\ue001/g;

  // Each row as a line, where a cell merged across leaves empty ones; a cell of several lines has them within quotes, as a spreadsheet copies it.
  function flat(rows) {
    const lines = rows.map(() => /** @type {string[]} */ ([]));
    rows.forEach((element, at) => {
      for (const cell of element.cells) {
        const index = [...lines[at], undefined].indexOf(undefined);
        const end = Math.min(index + cell.colSpan, WIDEST);
        const said = quoted(cell.textContent.trim());
        for (const line of lines.slice(at, at + cell.rowSpan)) {
          line.length = Math.max(line.length, end);
          line.fill("", index, end);
          left -= said.length;
          if (line !== lines[at] && left > 0 && isSaidBelow(said)) line[index] = `\ue000${said}\ue001`;
        }
        lines[at][index] = said;
      }
      const line = lines[at].join("\t");
      element.replaceWith(`\n${line.replace(AGAIN, "").trim() && line}\n`);
    });
  }

  // Elements within elements by the thousand, which a browser takes a minute to open. (The end of some is not written.)
  const DEEPEST = 300;
  function isDeep(html) {
    const open = new Map();
    let depth = 0;
    for (const [, end, tag] of html.matchAll(/<(\/?)(?!(?:br|col|hr|img|input|li|p|t[dhr]|wbr)\b|\w+:[^<>]*\/>)([a-z][\w:]*)/gi)) {
      const count = open.get(tag) ?? 0;
      const change = end ? -Number(count > 0) : 1;
      open.set(tag, count + change);
      depth += change;
      if (depth > DEEPEST) return true;
    }
    return false;
  }

  // The text of a table that is copied loses which lines are of one cell and which cells are merged; where the table says all the same, its
  // rows tell. (Too long, it is cut, and does not.)
  /** @type {Classe["classeur"]["colle"]} */
  function colle(copied) {
    const [text, html] = ["text/plain", "text/html"].map((kind) => copied.getData(kind));
    left = LARGEST;
    // Styles are refused by the page, which would say so of each.
    const start = html.slice(0, liste.LARGEST);
    if (isDeep(start)) return text;
    const source = start.replace(/\s+/g, " ").replace(/style(?=[ =>])/gi, "template");
    const tree = new DOMParser().parseFromString(source.replace(/<(br|\/[dhlp])[^<>]*>/gi, "\n"), "text/html");
    const rows = named(tree, "tr").filter((element) => !element.querySelector("tr"));
    flat(rows.slice(0, MOST));
    const read = tree.body.textContent
      .split(/ *\n[ \n]*/)
      .filter(Boolean)
      .join("\n");
    const first = read.replace(AGAIN, "");
    const alike = (but) => first.replace(but, "") === text.trimEnd().replace(but, "");
    return rows[0] && alike(/[\s"]/g) && !(first === read && alike(/\r/g)) ? read.replace(/[\ue000\ue001]/g, "") : text;
  }

  window.Classe.classeur = { lire, colle };
})();

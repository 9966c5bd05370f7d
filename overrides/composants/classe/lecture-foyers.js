// What is written by household: « Famille Testard : Xéna, Odon », labels of addresses. Knows nothing of the page.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const { mots } = window.Classe;

  // No line of a household is as long; of such a text, nothing more is looked at.
  const LONGEST = 300;
  const linesOf = (text) => {
    const lines = text.split("\n").filter((line) => line.trim());
    return lines.some(({ length }) => length > LONGEST) ? [] : lines;
  };

  // ---- Families and their first names

  // The name of a family, then its children, if they are on the same line.
  const FAMILY =
    /^\s*(?:[-–—•·*]\s*)?(?:[Ll]a )?(?:[Ff]amille|FAMILLE|[Ff]am\.)[ \u00a0]+(\p{Lu}[^:(–—,;\t\d]*?)\s*(?:(?::|\s[-–—](?=\s)|[,\t]|$)\s*(.*)|\(([^()]*)\)\s*)$/u;
  const CHILD = /^\p{L}[\p{L}\p{M}'’.-]*(?:\s*\([^()]*\))?$/u;
  const childrenOf = (text) =>
    text
      .split(/\s*[,;/+&\t\u201a]\s*(?:et\s)?|\s+et\s+/)
      .map((one) => one.replace(/^[-–—•·*]\s*|[.\s]+$/gu, ""))
      .filter(Boolean);

  function family(line) {
    const [, nom, after, within] = FAMILY.exec(line) ?? [];
    return nom && !mots.titre(nom).genre ? { nom, children: childrenOf(after ?? within) } : null;
  }

  // Rows under titles: a family, then each of its first names, the others without it, so that the page asks whether it is theirs too. Nothing
  // where a line is no family, nor first names below one.
  /** @type {Classe["foyers"]["familles"]} */
  function familles(text) {
    const other = (line) => ({ children: childrenOf(line), said: !/famille/i.test(line) && Boolean(mots.rapport(line.trim())), line });
    const found = linesOf(text).map((line) => family(line) ?? other(line));
    const first = found.findIndex(({ nom }) => nom);
    const fit = ({ nom, children, said }, index) => said || (index >= first && (nom || children.length) && children.every((one) => CHILD.test(one)));
    const some = found.slice(Math.max(first, 0)).some(({ children, said }) => children.length && !said);
    if (first < 0 || !some || !found.every(fit)) return null;
    return [...found.slice(0, first).map(({ line }) => [line ?? ""]), ["Famille", "Prénom"], ...rows(found.slice(first))];
  }

  // A family without a first name has its line, which tells that it lacks.
  function rows(found) {
    let waiting = "";
    const all = found.flatMap(({ nom = "", children, said, line }) => {
      const before = (nom || said) && waiting ? [[waiting, ""]] : [];
      if (said) return [...before, [line]];
      const named = nom || waiting;
      waiting = children.length ? "" : named;
      return [...before, ...children.map((child, index) => [index ? "" : named, child])];
    });
    return waiting ? [...all, [waiting, ""]] : all;
  }

  // ---- Labels of addresses

  const POSTAL = /(?<![\p{L}\d])[A-Za-z]\d[A-Za-z][ \u00a0-]{0,2}\d[A-Za-z]\d[\s,.]*(?:canada)?[\s.]*$/iu;
  const COUNTRY = /^\s*canada\W*$/i;
  const STREET =
    /(?<!\p{L})(?:rue|av(?:enue|\.)|boul(?:evard|\.)|ch(?:emin|\.)|rang|route|rte|mont[ée]e|croissant|all[ée]e|c\.?\s?p\.?(?=\s*\d)|case postale|appartement|app\.|r\.\s?r\.)(?!\p{L})/iu;
  // « 12 Feinte », « 3-12, des Pins ».
  const NUMBER = /^\d[\d-]{0,6}\s?[A-Za-z]?,?\s+\p{L}/u;
  // Lines of one label.
  const HIGHEST = 7;

  // The lines of each label, to its postal code or its country; those below the last one apart.
  function labels(lines) {
    const found = [/** @type {number[]} */ ([])];
    lines.forEach((line, index) => {
      if (!line.trim()) return;
      if (COUNTRY.test(line) && found.length > 1 && !found.at(-1)?.length) found.at(-2)?.push(index);
      else found.at(-1)?.push(index);
      if (POSTAL.test(line)) found.push([]);
    });
    return found;
  }

  // Who a label names stands first; what is above the street may be another pupil. (Where the names are numbered, a number is no street.)
  function addressed(lines, label) {
    const [first, ...rest] = label.filter((index) => !isApart(lines[index]));
    if (first !== undefined && NUMBER.test(lines[first]) && STREET.test(lines[first])) return label;
    const numbered = /^\d/.test(lines[first] ?? "");
    const street = rest.findIndex((index) => STREET.test(lines[index]) || (!numbered && NUMBER.test(lines[index])) || POSTAL.test(lines[index]));
    return street < 0 ? [] : rest.slice(street);
  }
  const OTHER = "le nom d’une autre personne";
  const isApart = (line) => !POSTAL.test(line) && (!/\p{L}/u.test(line) || !["", OTHER].includes(mots.rapport(line.trim())));

  // Which lines are those of addresses, below the names; nothing where the lines are not those of labels.
  /** @type {Classe["foyers"]["adresses"]} */
  function adresses(lines) {
    const all = labels(lines);
    const [whole, below] = [all.slice(0, -1), (all.at(-1) ?? []).filter((index) => !isApart(lines[index]) && !/@|www\./i.test(lines[index]))];
    const fit = whole.length > (lines.length > HIGHEST ? 1 : 0) && whole.every(({ length }) => length > 1 && length <= HIGHEST) && below.length < 3;
    return new Set(fit ? whole.flatMap((label) => addressed(lines, label)) : []);
  }

  // Labels side by side: in their columns, or each after the postal code of the one before, as a table of Word is copied.
  function single(text) {
    const rows = text.split("\n").map((line) => line.split("\t"));
    const isLast = (row) => row.filter((cell) => cell.trim()).length > 1 && row.every((cell) => !cell.trim() || POSTAL.test(cell));
    const isAfter = ([cell, ...rest]) => !rest.length || POSTAL.test(cell);
    if (!rows.some(isLast)) return rows.every(isAfter) ? text.replaceAll("\t", "\n") : text;
    const ends = rows.flatMap((row, index) => (isLast(row) || index === rows.length - 1 ? [index + 1] : []));
    const blocks = ends.map((end, at) => rows.slice(ends[at - 1] ?? 0, end));
    return blocks.flatMap((block) => block[0].map((_, at) => block.map((row) => row[at] ?? "").join("\n"))).join("\n");
  }

  // One row a line of the labels, names and addresses.
  /** @type {Classe["foyers"]["etiquettes"]} */
  function etiquettes(text) {
    if (/["|;]/.test(text) || !/[A-Z]\d[A-Z].{0,2}\d[A-Z]\d/i.test(text)) return null;
    const lines = linesOf(single(text));
    return adresses(lines).size ? lines.map((line) => [line]) : null;
  }

  /** @type {Classe["foyers"]["sansAdresses"]} */
  function sansAdresses(lines) {
    const posted = lines.some(({ length }) => length > LONGEST) ? new Set() : adresses(lines);
    return lines.filter((_, index) => !posted.has(index));
  }

  window.Classe.foyers = { familles, adresses, sansAdresses, etiquettes };
})();

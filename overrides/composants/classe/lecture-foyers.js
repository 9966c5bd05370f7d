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
    /^\s*(?:[-–—•·*]\s*)?(?:[Ll]a )?(?:[Ff]amille|FAMILLE|[Ff]am\.)\s+(\p{Lu}[^:(–—,;\t\d]*?)\s*(?:(?::|\s[-–—](?=\s)|[,\t]|$)\s*(.*)|\(([^()]*)\)\s*)$/u;
  const CHILD = /^\p{L}[\p{L}\p{M}'’.-]*(?:\s*\([^()]*\))?$/u;
  const childrenOf = (text) =>
    text
      .split(/\s*[,;/+&\t\u201a]\s*(?:et\s)?|\s+et\s+/)
      .map((one) => one.replace(/^[-–—•·*]\s*|[.\s]+$/gu, ""))
      .filter(Boolean);

  function family(line) {
    const [, nom, after, within] = FAMILY.exec(line) ?? [];
    const children = childrenOf(after ?? within ?? "");
    return nom && (children.length || !mots.titre(nom).genre) ? { nom, children } : null;
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

  const POSTAL = /(?<![\p{L}\d])[A-Za-z]\d[A-Za-z][ -]{0,2}\d[A-Za-z]\d[\s,.]*(?:canada)?[\s.]*$/iu;
  const COUNTRY = /^\s*canada\W*$/i;
  const STREET =
    /(?<!\p{L})(?:rue|av(?:enue|\.)|boul(?:evard|\.)|ch(?:emin|\.)|rang|route|rte|mont[ée]e|croissant|all[ée]e|c\.?\s?p\.?(?=\s*\d)|case postale|appartement|app\.|r\.\s?r\.)(?!\p{L})/iu;
  // « 12 Feinte », « 3-12, des Pins ».
  const NUMBER = /^\d[\d-]{0,6}\s?[A-Za-z]?,?\s+\p{L}/u;
  // No sheet of labels is as wide.
  const WIDEST = 20;
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

  // Who a label names stands first; the address goes from its street, what is between may be another pupil. (Where the names are numbered, a
  // number is no street.)
  function parted(lines, label) {
    const [first, ...rest] = label.filter((index) => !isApart(lines[index]));
    if (first !== undefined && NUMBER.test(lines[first]) && STREET.test(lines[first])) return { address: label, between: [] };
    const numbered = /^\d/.test(lines[first] ?? "");
    const isStreet = (index) => STREET.test(lines[index]) || (!numbered && NUMBER.test(lines[index]));
    // A label that has no postal code is above another one.
    const [street, code] = [rest.findLastIndex(isStreet), rest.findIndex((index) => POSTAL.test(lines[index]))];
    const from = street < 0 || street > code ? code : street;
    const address = rest.filter((index, at) => at >= from || isStreet(index));
    return { address, between: rest.filter((index) => !address.includes(index)) };
  }
  const OTHER = "le nom d’une autre personne";
  const TO_PARENTS = /^\s*aux parents d(?:e|['’])\W*$/i;
  const isApart = (line) => !POSTAL.test(line) && (!/\p{L}/u.test(line) || TO_PARENTS.test(line) || !["", OTHER].includes(mots.rapport(line.trim())));

  // The lines of addresses, and those between a name and its address; none where the lines are not those of labels.
  function all(lines) {
    const found = labels(lines);
    const [whole, below] = [found.slice(0, -1), (found.at(-1) ?? []).filter((index) => !isApart(lines[index]) && !/@|www\./i.test(lines[index]))];
    const fit = whole.length > (lines.length > HIGHEST ? 1 : 0) && whole.every(({ length }) => length > 1 && length <= HIGHEST) && below.length < 3;
    return fit ? whole.map((label) => parted(lines, label)) : [];
  }

  /** @type {Classe["foyers"]["adresses"]} */
  const adresses = (lines) => new Set(all(lines).flatMap(({ address }) => address));
  // Above a single address, who lives there is the last one.
  /** @type {Classe["foyers"]["entre"]} */
  function entre(lines) {
    const found = all(lines).map(({ between }) => between.map((index) => lines[index]));
    const [only] = found;
    return found.length === 1 ? only.slice(-1).filter((line) => !/^\s*\d/.test(line)) : found.flat();
  }

  // Labels side by side, one below the other: in their columns, or each after the postal code of the one before, as a table of Word is copied.
  // Nothing of rows that are no labels.
  function single(text) {
    const drawn = share(text.split("\n"), (line) => /\S {3,}\S/.test(line)) > 0.5;
    const rows = text.split("\n").map((line) => line.split(drawn ? / {3,}/ : "\t"));
    if (rows.every(([cell, ...rest]) => !rest.length || POSTAL.test(cell))) return rows.flat().join("\n");
    const columns = Math.max(...rows.map(({ length }) => length));
    if (rows.length < 2 || columns > WIDEST) return "";
    return Array.from({ length: columns }, (_, at) => rows.map((row) => row[at] ?? "").join("\n")).join("\n");
  }
  const share = (things, test) => things.filter(test).length / things.length;

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

  window.Classe.foyers = { familles, adresses, entre, sansAdresses, etiquettes };
})();

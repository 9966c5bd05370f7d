// The text of a class list to rows of cells: which sign separates the cells, or whether several pupils share a line. Papa Parse reads the
// cells. Knows nothing of the page nor of what the cells mean.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const api = window.Classe;
  const { mots, foyers } = api;

  const share = (things, test) => (things.length ? things.filter(test).length / things.length : 0);

  // The length that most lines have; of two as frequent, the shorter.
  function commonest(lengths) {
    const counts = new Map();
    lengths.forEach((length) => counts.set(length, (counts.get(length) ?? 0) + 1));
    return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 1;
  }

  // In the place of a comma within parentheses, which separates nothing.
  const COMMA = "\u201a";

  // Without what is invisible or would turn the text around; composed letters; one sign for a space, and for a hyphen.
  /** @type {Classe["lignes"]["clair"]} */
  const clair = (text) =>
    text
      .normalize("NFC")
      .replace(/\p{Cf}/gu, "")
      .replace(/[\u00a0\u202f]/g, " ")
      .replace(/[\u2010\u2011]/g, "-")
      // « 1️⃣ ».
      .replace(/\ufe0f?\u20e3/g, ".");

  // One space at most; nor the apostrophe that a spreadsheet has before text.
  function propre(text) {
    return clair(text)
      .replace(/\s+/gu, " ")
      .replace(/\p{Cc}/gu, "")
      .trim()
      .replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize("NFKC"))
      .replace(/^'(?=[\p{L}\d]{2})(.+?)'?$/u, "$1")
      .replaceAll(COMMA, ",")
      .replace(/^[“«„]\s?([^“”«»]+?)\s?[”»“]$/u, "$1")
      .replace(/^="(.*)"$/u, "$1");
  }

  // A quote alone in its cell says « the same as above »: no quotation begins there.
  const DITTO = /(?<=^|[\t\n])"(?=[\t\n]|$)/g;
  const unquoted = (text) => (text.match(DITTO)?.length === text.split('"').length - 1 ? text.replace(DITTO, "\u2033") : text);

  // One sign ends the lines; a first line « sep=; », which Excel obeys, says what separates the cells.
  function prepare(text) {
    const whole = unquoted(text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]|<br ?\/?>|\\n/g, "\n"))
      // A name goes on after its hyphen.
      .replace(/(?<=\p{L}-)\n(?=\p{L}[^;\t\n]*[^-;\t\n](?:\n|$))/gu, "")
      .replace(/\([^()\n]*\)/g, (part) => part.replaceAll(",", COMMA))
      // « **Xéna Testard** ».
      .replace(/\*\*(?=[^\s*])([^*\n]{1,99})\*\*/g, "$1")
      // « nom=Testard; prenom=Xéna ».
      .replace(/([\p{L}_]{2,30}) ?=/gu, (all, label) => (mots.estTitre(label) ? `${label}\u00a0: ` : all));
    const said = /^\s*"?sep=(.)"?[ \t]*(?:\n|$)/i.exec(whole);
    return said ? { body: whole.slice(said[0].length), sign: said[1] } : { body: marked(numbered(ranked(suffixed(whole)))), sign: "" };
  }

  // « Xéna Testard F », « Testard, Xéna oui »: the same few marks end most lines, as a column of their own.
  const MARKED = /(?<=\p{Lu}.*[^\s,][ ,]+\S.*) ([FGHMX]|\p{Ll}+)$/u;
  function marked(text) {
    const lines = text.split("\n");
    const found = lines.some(({ length }) => length > LONGEST) ? [] : lines.flatMap((line) => MARKED.exec(line)?.[1] ?? []);
    const few = found.length > 2 && new Set(found).size === 2 && found.length > lines.filter((line) => line.trim()).length * 0.7;
    return few && !/[\t;|]/.test(text) ? lines.map((line) => line.replace(MARKED, "\t$1")).join("\n") : text;
  }

  // « Xéna Testard, Jr. » has one name. (« Testard, Xéna, III » on most lines says a level.)
  const SUFFIX = /,(?=\s(?:[JS][Rr]\.?|III?|IV)(?![^\s,;"]))/g;
  function suffixed(text) {
    const lines = text.split("\n").filter((line) => line.trim());
    const isLevel = lines.length > 1 && share(lines, (line) => line.search(SUFFIX) >= 0) > 0.5;
    return isLevel ? text : text.replace(SUFFIX, "");
  }

  // « I. Testard, Xéna » then « II. », « A) Xéna Testard » then « B) », « C) »: what counts the lines is a number. (« A. Testard » has an initial.)
  const RANK = /^([ \t"]*)([a-z]|[ivxl]+)(?=(?:\s?[.)]|\s?[-–—/](?=\s)|\t)[^\S\n]*\p{L}(.*))/gimu;
  const roman = (rank) =>
    [...rank].map((sign) => [1, 5, 10, 50]["IVXL".indexOf(sign)]).reduceRight((sum, one) => sum + (one * 4 < sum ? -one : one), 0);
  const letter = (rank) => (rank[1] ? 0 : rank.charCodeAt(0) - 64);
  function ranked(text) {
    const found = [...text.matchAll(RANK)];
    const ranks = (value) => found.map(([, , rank]) => value(rank.toUpperCase()));
    const [romans, letters] = [ranks(roman), ranks(letter)];
    const whole = share(found, ([, , , rest]) => /\S[\s,]+\S/.test(rest)) > 0.5;
    const said = counting(romans) && romans.includes(2) ? romans : whole && letters[2] && letters.every((one, at) => one === at + 1) ? letters : null;
    return said ? text.replace(RANK, (_, before) => before + said.shift()) : text;
  }

  // Who left a class may leave a hole among its numbers.
  const FURTHER = 4;
  const counting = (numbers) => numbers.every((one, index) => one > (numbers[index - 1] ?? 0) && one < (numbers[index - 1] ?? 0) + FURTHER);

  // « 1. Xéna Testard 2. Odon Abélard »: several pupils a line, where the numbers count more of them than there are lines.
  function numbered(text) {
    const NUMBER = /(?:^|(?<![\s,;])[\s,;]+)(\d{1,3})(?:\s*[.)°-]\s*|[ \t]+)(?=\p{Lu}['’\p{L}])/gu;
    const found = [...text.matchAll(NUMBER)].map(([, number]) => Number(number)).sort((a, b) => a - b);
    return found.length > text.trim().split(/\n+/).length && counting(found) ? text.replace(NUMBER, "\n$1. ") : text;
  }

  // Rows of cells; without regard to quotes where they are not closed.
  function split(text, delimiter, preview = 0) {
    const read = (options) => Papa.parse(text, { delimiter, newline: "\n", skipEmptyLines: "greedy", preview, ...options });
    const strict = read({});
    if (!strict.errors.some(({ type }) => type === "Quotes")) return { broken: false, rows: strict.data };
    return { broken: true, rows: read({ fastMode: true }).data.map((row) => row.map((cell) => cell.replace(/^\s*"|"\s*$/g, ""))) };
  }

  // ---- Which sign separates

  // The most lines in a row that are as long as one another, and longer than one cell.
  function longestRun(rows) {
    let best = 0;
    let run = 0;
    rows.forEach((row, index) => {
      run = row.length > 1 && row.length === rows[index - 1]?.length ? run + 1 : Number(row.length > 1);
      best = Math.max(best, run);
    });
    return best;
  }

  // What a spreadsheet copies has tabs; a French Excel writes semicolons; names in one column may hold commas.
  function separator(text) {
    const several = (delimiter) => {
      const { rows } = split(text, delimiter, 80);
      const run = longestRun(rows);
      return share(rows, (row) => row.length > 1) >= 0.5 || (run >= 2 && run >= rows.length * 0.3);
    };
    const signs = ["\t", ";", "|"].find(several);
    // « Testard, Xéna       501 » has its comma within a column.
    const drawings = Object.keys(GAPS);
    const pairs = drawn(text, "espaces", 3) ? "espaces" : drawings.find((name) => drawnPairs(text, name));
    return signs ?? pairs ?? (several(",") ? "," : (drawings.find((name) => drawn(text, name)) ?? "\t"));
  }

  // Below, « (?<!…) » has a run of signs looked through once, and not again from each of them.
  // Columns drawn with spaces or joined by dots, as a printed report is copied; a dash, a stroke or a colon between a name and a first name.
  // « Testard_Xéna », « Testard/Xéna », « xena.testard »; a comma that a photograph gives as a dot.
  const SIGN = /(?<=\p{L}{2})(?<!Ste?)(?:\. ?|[_/–=])(?=\p{L}{2})/u;
  /** @type {Record<string, RegExp>} */
  const GAPS = { espaces: / {2,}| ?(?:\.{3,}|_{3,}|…+) ?/, tirets: /(?<!\s)\s+[-–—/•·>]\s+/, points: /(?<!\s)\s*:\s*(?!\p{Ll}|\s)/u, signes: SIGN };

  function drawn(text, name, least = 2) {
    const rows = text
      .split("\n")
      .slice(0, 80)
      .filter((line) => line.trim())
      .map((line) => line.trim().split(GAPS[name]))
      .filter((cells) => name === "espaces" || cells[1] || !mots.rapport(cells[0]));
    // « Nom : Prénom » above is no pair of names.
    if (rows.length > 2 && mots.estTitres(rows[0])) rows.shift();
    const length = commonest(rows.map((row) => row.length));
    const fits = (row) =>
      row.length === length &&
      (name === "espaces" ||
        (row.every((cell, at) => isName(api.noms.nu(cell).coeur) || (at > 1 && /^[\d(][\d\s()./-]*\p{L}?$/u.test(cell))) &&
          (name === "tirets" || !row.some((cell) => mots.rapport(cell) || mots.titre(cell).genre))));
    return length >= least && (rows.length > 1 || name === "tirets") && share(rows, fits) >= (least > 2 ? 0.5 : 0.7);
  }

  // « Testard, Xéna     Abélard, Odon », « Testard, Xéna – Abélard, Odon »: what they part is whole, and the comma of each is its own. A greeting has none.
  function drawnPairs(text, name) {
    const lines = text.split("\n").filter((line) => line.trim());
    const rows = lines.map((line) => line.trim().split(GAPS[name])).filter((cells) => cells.length > 1);
    return rows.length > 1 && rows.length > lines.length * 0.4 && share(rows, (cells) => cells.every(isPair)) > 0.7;
  }

  // (« Groupe 501 - Rita Feinte » stays above lines that dashes part.)
  const gaps = (text, name) =>
    text
      .split("\n")
      .map((line) => (name === "tirets" && mots.rapport(line.trim()) ? line : line.trim().replace(new RegExp(GAPS[name], "gu"), "\t")))
      .join("\n");

  // ---- Recipients of a message: names around addresses

  const ADDRESS = /<\s*[^<>@\s]+@[^<>\s]+\s*>|\(\s*[^()@\s]+@[^()\s]+\s*\)|\[mailto:[^\][]+\]/gi;
  // Who sends is no pupil: that label stays, to be seen.
  const LABEL = /^(?:à|a|to|cc|cci|bcc|destinataires?)\s*:\s*/i;

  function recipients(text) {
    const lines = text.split("\n").filter((line) => line.trim());
    const found = text.match(ADDRESS)?.length ?? 0;
    if (!found || text.trim().includes("\t") || found < lines.length / 2) return null;
    const addresses = text.match(ADDRESS) ?? [];
    return text.split(ADDRESS).flatMap((part, index) => named(part, index && !/[\n,;]/.test(part) ? "" : (addresses[index] ?? "")));
  }

  // The names that stand before an address, one a line; the address itself where it has none. (Right after another one, it is the same person's.)
  function named(part, address) {
    const names = part
      .replace(/^[\s,;>]+/, "")
      .split(/\n\s*(?=\S)/)
      .map(bare)
      .filter(Boolean);
    return (names.length || !address ? names : [address.replace(/^[<(]\s*|\s*[>)]$/g, "")]).map((name) => [name]);
  }

  const bare = (part) =>
    part
      .trim()
      .replace(LABEL, "")
      .replace(/^["'\s]+|(?<!["'\s,;])["'\s,;]+$/g, "");

  // ---- Several pupils on a line

  const isName = (cell) => /^[\p{L}\p{M}](?:[\p{L}\p{M}'’ʼ.\- ]|:(?=\p{Ll}))*(?:\([^()]*\))?$/u.test(cell);
  const isFull = (cell) => isName(cell) && /\S\s+\S/u.test(cell);
  const isPair = (cell) => /^[^,]+,[^,]+$/.test(cell) && cell.split(",").every((part) => isName(propre(part)));

  const conjunction = (cell) => cell.replace(/^(?:et|and|&)\s+/i, "").split(/(?<!\s)\s+(?:et|and|&)\s+/i);

  // The same where several spaces or a dash stand between two pupils.
  function crowd(text) {
    const sign = separator(text);
    return crowded(text) ?? (["espaces", "tirets", "signes"].includes(sign) ? crowded(gaps(text, sign)) : null);
  }

  // The names of a text whose lines hold several, or nothing. `sure` is false where the same signs may stand between two columns.
  function crowded(text) {
    /** @type {string[][]} */
    const intros = [];
    const [heads, lines] = apart(text.split("\n").flatMap((line) => introduced(line, intros)));
    if (!lines.length || lines.length > 60) return null;
    const found = byGroups(lines) ?? bySemicolons(lines) ?? byQuotes(lines) ?? byPairs(lines) ?? byTurns(lines) ?? byCommas(lines);
    // After « Équipe 1 : », what commas separate is no column; « Groupe 501 - Rita Feinte » above says nothing of them.
    return (
      found && {
        ...found,
        later: "later" in found && !intros.some(([words]) => /[:–—-]$/.test(words)),
        names: [...heads, ...among(found.names, intros)],
      }
    );
  }

  // « Groupe 501 : » before the names that it introduces, where all such words are groups; otherwise, before all of them.
  function among(names, intros) {
    const begins = (name, rest) => rest.startsWith(name) && /^\s*(?:[,;]|et\s|$)/.test(rest.slice(name.length));
    let last = -1;
    const found = intros.map(([, rest]) => {
      last = names.findIndex((name, at) => at > last && begins(name, rest));
      return last;
    });
    const ofGroups = !found.includes(-1) && intros.every(([words]) => mots.groupeDe(words, true));
    const places = ofGroups ? found : intros.map(() => 0);
    return names.flatMap((name, at) => [...intros.filter((_, index) => places[index] === at).map(([words]) => words), name]);
  }

  // « Équipe 1 » alone on its line, amid lines of several names; « Rita Feinte, titulaire ».
  function apart(lines) {
    const isHead = (line) => lines[1] && (/^[^,;\t]*$/.test(line) ? Boolean(mots.rapport(line.trim())) : mots.aRole(line.trim()));
    return [lines.filter(isHead), lines.filter((line) => !isHead(line))];
  }

  // « Voici les élèves absents : Xéna Testard, Odon Abélard », « Équipe 1 : … », « Équipe 1 – … »: the words before, then the names.
  // A single name after such words (« Absent : Ugo Faux ») is left with them.
  function introduced(line, intros) {
    const [, words, rest] = /^\s*(?!\s)((?:[^:;,\t]|,(?= \p{Ll}))+(?::|\s[-–—](?=\s)))\s*(?!\s)([^\t]*)$/u.exec(line) ?? ["", "", ""];
    const full = rest.split(SIGNS).filter(isFull).length > 2;
    // « Chambre 101 : » is no name.
    const told = words && !LABEL.test(line) && (mots.rapport(words) || /^\p{L}+ ?\d+ ?\S$/u.test(words));
    // (« Parents : Rita Feinte et Guy Faux » are no pupils.)
    const several = !mots.titre(words).tiers && (full || /[,;]|\set\s/.test(rest));
    if (told) intros.push([(several ? words : line).trim(), rest]);
    return [told ? rest.repeat(Number(several)) : line].filter((left) => left.replace(/[;,\s]/g, ""));
  }

  // « Léa T. » keeps its dot, the end of a sentence goes.
  const ended = (end, at, line) => (end[0] === "." && /(?<!\p{L})\p{Lu}$/u.test(line.slice(0, at)) ? "." : "");
  const cellsOf = (line, sign) =>
    line
      .replace(LABEL, "")
      .replace(/(?<![.;,\s])[.;,\s]+$/, ended)
      .split(sign)
      .map((cell) => propre(sign === ";" ? bare(cell) : cell))
      .filter(Boolean);

  function bySemicolons(lines) {
    const rows = lines.map((line) => cellsOf(line, ";"));
    const all = rows.flat();
    if (all.length <= rows.length || mots.estTitres(rows[0])) return null;
    const kind = [isPair, isFull].find((test) => share(all, test) >= 0.9);
    if (!kind) return rows.length === 1 && all.length > 3 && (all.every(isName) || share(all, isFull) > 0.5) ? { names: all, sure: false } : null;
    return { names: all, sure: rows.length === 1 && (all.length > 2 || kind === isPair) };
  }

  // « Filles ⇥ Garçons », « 501 ⇥ 502 », « Lundi ⇥ Mardi »: what stands over columns of names.
  function over([first, ...rest], test) {
    const words = !first.some((cell) => test(cell) || mots.titre(cell).genre) && share(rest.flat(), test) >= 0.9;
    return first.length > 1 && rest.length && (words || !first.some(isName) || first.every(mots.rapport)) ? first : [];
  }

  // « 501 ⇥ 502 » over columns of names: each of them after the group that it is.
  function byGroups(lines) {
    const [heads, ...rows] = lines.map((line) => line.trimEnd().split(/[\t;]/).map(propre));
    const names = rows.flat().filter(Boolean);
    const columns = heads.length > 1 && names.length > 0 && heads.every((head) => mots.groupeDe(head, true));
    if (!columns || !names.every((name) => isName(name) || isPair(name)) || rows.some(({ length }) => length > heads.length)) return null;
    return { names: heads.flatMap((head, at) => [head, ...rows.map((row) => row[at] ?? "")]).filter(Boolean), sure: true };
  }

  // « "Testard, Xéna", "Abélard, Odon" »: quotes around each, whatever stands between.
  const QUOTED = /["“”«]\s?([^"“”«»]+?)\s?["“”»]/gu;
  function byQuotes(lines) {
    const names = lines.flatMap((line) => [...line.matchAll(QUOTED)].map(([, name]) => propre(name)));
    const alone = lines.every((line) => /^[,;\s]*$/.test(line.replace(QUOTED, "")));
    if (!alone || names.length < lines.length || !names.every(isPair)) return null;
    const sure = lines.length === 1 || names.length === lines.length;
    return { names, sure, ...(!sure && { later: true }) };
  }

  // A stroke or a bullet between two pupils, and the bullet of the first.
  const SIGNS = /(?<!\s)\s+[-–—/|•·*+]\s+/;
  const BULLET = /^\s*[-–—•·*+]\s+/;

  // Columns of « Testard, Xéna », or several of them on one line.
  function byPairs(lines) {
    const sign = lines.length > 1 ? /\t/ : new RegExp(`\\t|${SIGNS.source}`);
    const rows = lines.map((line) => cellsOf(line.replace(BULLET, ""), sign));
    const below = rows.slice(over(rows, isPair).length ? 1 : 0);
    const columns = below.flat().length > below.length && !mots.estTitres(rows[0]);
    if (!columns || share(below.flat(), isPair) < 0.9) return null;
    return { names: rows.flat(), ...(lines.length > 1 || lines[0].includes("\t") ? { sure: false, later: true } : { sure: true }) };
  }

  // « Testard, Xéna Abélard, Odon » on each line: between two commas, a first name, then the family name of the next pupil.
  function byTurns(lines) {
    const rows = lines.map((line) => (/[\t;]/.test(line) ? [] : cellsOf(line, ",")));
    const middles = rows.flatMap((cells) => cells.slice(1, -1));
    const turns =
      lines.length > 1 &&
      share(rows, ({ length }) => length > 2) > 0.7 &&
      share(middles, isFull) > 0.9 &&
      rows.flat().every(isName) &&
      !rows.every((cells) => cells.every(isFull));
    if (!turns || share(middles, (cell) => mots.estUsuel(cell.split(" ")[0])) < 0.3) return null;
    const turned = (cells) => cells.map((cell, at) => (at && at < cells.length - 1 ? cell.replace(" ", "\t") : cell));
    const names = rows.flatMap((cells) => (cells.length > 2 ? turned(cells).join(", ").split("\t") : [cells.join(", ")]));
    return { names, sure: false };
  }

  const isDashed = (count) => count > 2 && count < ENOUGH;
  function byCommas(lines) {
    // « - Xéna Testard - Odon Abélard »: the first bullet tells that the others are bullets too. « Xéna - Odon - Wanda » has no columns, perhaps.
    const bullets = lines.length === 1 && BULLET.test(lines[0]);
    const dashes = !bullets && lines.every((line) => isDashed(line.split(SIGNS).length) && !/[,\t]/.test(line));
    const sign = bullets || dashes ? new RegExp(`[,\\t]|${SIGNS.source}`) : /[,\t]|(?<!\s)\s+[/•·*+]\s/;
    const read = lines.map((line) => cellsOf(line.replace(BULLET, ""), sign).flatMap(conjunction).map(propre));
    if (mots.estTitres(read[0])) return null;
    const heads = over(read, isFull);
    const found = namesIn(read.slice(heads.length ? 1 : 0), lines);
    return found && { ...found, ...(dashes && { sure: false, ...(lines.length > 1 && { later: true }) }), names: [...heads, ...found.names] };
  }

  const isSmall = (cell) => /^(?=.*\p{Ll})\P{Lu}*$/u.test(cell);
  function namesIn(rows, lines) {
    const all = rows.flat();
    const tabs = lines.some((line) => line.includes("\t"));
    if (all.length <= rows.length || mots.estTitres(rows[0]) || lines.some((line) => line.includes(";"))) return null;
    // « Xéna Testard, arrivée hier » has one name.
    if (rows.length > 1 && share(all, isSmall) < 0.5 && all.some((cell) => isFull(cell) && isSmall(cell))) return null;
    if (share((tabs ? rows.filter(({ length }) => length > 1) : rows).flat(), isFull) >= 0.9) return full(rows, all, tabs);
    // (« Tableau » and « Porte » stand alone.)
    if (share(rows, ({ length }) => length > 1) >= 0.5 && isGrid(rows.filter(({ length }) => length > 1)))
      return { names: all, sure: false, later: true };
    if (rows.length > 1 || all.length < (tabs ? 4 : 3) || !all.every((cell) => isName(cell) && cell.length > 1)) return null;
    return alternate(all);
  }

  // The places in a class: each column is of usual first names.
  function isGrid(rows) {
    const columns = (rows[0] ?? []).map((_, index) => rows.map((row) => row[index] ?? "").filter(Boolean));
    return rows.length > 1 && columns.every((cells) => share(cells, mots.estClair) >= 0.3);
  }

  // Lines of names of several words: as many pupils, unless lines all as long may be rows of columns.
  function full(rows, all, tabs) {
    const alike = rows.every((row) => row.length === rows[0].length);
    const pairs = alike && rows[0].length === 2;
    if (pairs && tabs) return rows.length > 1 ? { names: all, sure: false, later: true } : null;
    if (pairs && rows.length > 1 && !all.every(mots.estUsuel)) return { names: all, sure: false, later: true };
    return { names: all, sure: rows.length === 1 && !pairs && !tabs };
  }

  // One line of single words: a name and a first name in turn, or as many pupils as words.
  function alternate(all) {
    if (isRunOn(all)) return { names: runOn(all), sure: false };
    const usual = (from) =>
      share(
        all.filter((_, index) => index % 2 === from),
        mots.estUsuel,
      );
    const inTurn = all.length % 2 === 0 && Math.abs(usual(0) - usual(1)) >= 0.3;
    const names = inTurn ? all.flatMap((cell, index) => (index % 2 ? [] : [`${cell}, ${all[index + 1]}`])) : all;
    return { names, sure: false };
  }

  // « Testard, Xéna Abélard, Odon Zénobe, Wanda »: lines that a PDF joins with a space.
  const isRunOn = (all) => all.length > 3 && all.every((cell, index) => cell.split(" ").length === (index && index < all.length - 1 ? 2 : 1));
  function runOn(all) {
    const words = all.flatMap((cell) => cell.split(" "));
    return words.flatMap((word, index) => (index % 2 ? [] : [`${word}, ${words[index + 1]}`]));
  }

  // ---- One thing a line: « Nom : Testard », then « Prénom : Xéna »

  const THING = /^(?=[^:]{2})([^:\s](?:[^:]{0,38}[^:\s])?)\s*:\s*(.+)$/u;
  // The same as the two columns of a sheet.
  const TWO_CELLS = /^([^:\t]{2,40})\t\s*([^\t]+)$/u;

  const isLabel = (line) => mots.titre(thing(line)[0]).entier;

  // What stands around the lines of labels: words before and after, which part nothing.
  function framed(text) {
    const lines = text.split("\n");
    const said = lines.map(isLabel);
    const [first, last] = [said.indexOf(true), said.lastIndexOf(true) + 1];
    const around = [lines.slice(0, Math.max(first, 0)), lines.slice(last)].map((some) => some.filter((line) => line.trim()).map((line) => [line]));
    if (first < 0 || around.flat(2).some((line) => line.includes("\t"))) return null;
    const found = records(lines.slice(first, last).join("\n"));
    return found && [...around[0], ...found, ...around[1]];
  }

  // Rows under the labels as titles, a row as soon as a label comes back; or nothing where the lines are not so.
  function records(text) {
    const things = text.split(/\n\s*\n/).map((part) =>
      part
        .split("\n")
        .filter((line) => line.trim())
        .map(thing),
    );
    const pairs = things.flat();
    const labels = [...new Set(pairs.map(([label]) => label))];
    const kinds = labels.map((label) => mots.titre(label)).map(({ genre, entier }) => (entier ? genre : ""));
    const [, first] = pairs[0] ?? ["", ""];
    const [nom, prenom, complet] = ["nom", "prenom", "complet"].map((kind) => kinds.includes(kind));
    // Without a first name, it is a whole one that comes back, and not several of them.
    const whole = (nom || complet) && pairs.length > labels.length && !/[^:\s] \S{1,99}, ?\S{1,99} \S/.test(text);
    // « Nom ⇥ Prénom » are titles, above families that are words of titles.
    if (!kinds.every(Boolean) || !(whole || (nom && prenom)) || (mots.estTitre(first) && first !== labels[0])) return null;
    // Where an empty line is between two pupils, what one lacks is not taken from the next.
    const apart = things.length > 1 && things.every((part) => part.some(([label]) => NAMES.has(mots.titre(label).genre)));
    return [labels, ...(apart ? things : [pairs]).flatMap((part) => filled(part, labels))];
  }

  const NAMES = new Set(["nom", "prenom", "complet"]);
  const thing = (line) => (THING.exec(line.trim()) ?? TWO_CELLS.exec(line.trim()))?.slice(1) ?? ["", ""];
  const filled = (pairs, labels) => pairs.reduce((rows, [label, value]) => fill(rows, labels.indexOf(label), value), /** @type {string[][]} */ ([]));

  function fill(rows, at, value) {
    if (!rows.length || rows.at(-1)?.[at] !== undefined) rows.push([]);
    rows[rows.length - 1][at] = value;
    return rows;
  }

  // « Nom : Testard  Prénom : Xéna »: several things a line.
  const oneByOne = (text) =>
    text.replace(/(?<=[^\s,;|&])[ \t,;|&]+(?=(\p{L}[^:\n]{0,40}):)/gu, (between, label) =>
      mots.titre(label).entier && mots.titre(label).genre ? "\n" : between,
    );

  // (Tabs part columns, whose titles may have several lines.)
  const asRecords = (text) =>
    framed(oneByOne(text)) ?? framed(text) ?? (/\S *\t *\S/.test(text) ? null : (stacked(text) ?? unrolled(text) ?? cards(text)));

  // ---- One column after the other, as a PDF is copied: « Nom » and the names, then « Prénom » and the first names

  const filledLines = (text) => text.split("\n").map(propre).filter(Boolean);

  function stacked(text) {
    const lines = filledLines(text);
    const blocks = lines.reduce(
      (found, line) => {
        if (mots.estTitre(line)) found.push([]);
        found.at(-1)?.push(line);
        return found;
      },
      /** @type {string[][]} */ ([]),
    );
    const kinds = blocks.map(([title]) => mots.titre(title).genre);
    const alike = blocks.every((block) => block.length > 2 && block.length === blocks[0].length);
    if (!alike || !mots.estTitre(lines[0] ?? "") || !["nom", "prenom"].every((kind) => kinds.includes(kind))) return null;
    return blocks[0].map((_, index) => blocks.map((block) => block[index]));
  }

  // One cell a line, as a table of Word or of a page comes from a telephone: « Nom », « Prénom », « Testard », « Xéna »…
  function unrolled(text) {
    const lines = filledLines(text);
    const said = lines.map(mots.titre);
    const size = said.findIndex(({ genre, entier }) => !genre || !entier);
    const [kinds, rest] = [said.slice(0, size).map(({ genre }) => genre), lines.slice(size)];
    const single = ["nom", "prenom"].every((kind) => kinds.filter((one) => one === kind).length === 1);
    if (!single || lines.length % size || rest.some((line) => mots.estTitre(line) || /[;,]/.test(line)) || share(rest, isFull) > 0.5) return null;
    return Array.from({ length: lines.length / size }, (_, index) => lines.slice(index * size, (index + 1) * size));
  }

  // « Testard », « Xéna », « 1234567 », as cards are copied: the same kinds of lines come back, numbers or marks among them.
  const kindOf = (line) =>
    /\d|^\p{Lu}$/u.test(line) ? (isFull(api.noms.nu(line).coeur) ? "" : "n") : isFull(line) || isPair(line) ? "nom" : isName(line) ? "mot" : "";
  function cards(text) {
    const lines = filledLines(text);
    const kinds = lines.map(kindOf);
    const size = [2, 3, 4, 5].find(
      (size) => lines.length >= size * 3 && !(lines.length % size) && kinds.every((kind, at) => kind === kinds[at % size]),
    );
    const named = kinds
      .slice(0, size)
      .filter((kind) => kind !== "n")
      .join();
    if (
      !size ||
      !["nom", "mot,mot"].includes(named) ||
      (kinds[0] !== "n" && kinds[size - 1] !== "n") ||
      lines.some((line) => mots.groupeDe(line, true))
    )
      return null;
    return Array.from({ length: lines.length / size }, (_, index) => lines.slice(index * size, (index + 1) * size));
  }

  // « Testard » then « Xéna » below: usual first names, or capitals, on every other line.
  function halves(text) {
    const lines = filledLines(text).map((line) => line.replace(/ ?[,;]$/, ""));
    const sides = [0, 1].map((side) => lines.filter((_, at) => at % 2 === side));
    const tell = (test) => Math.abs(share(sides[0], test) - share(sides[1], test)) > 0.5;
    const some = lines.length > 3 && lines.length % 2 === 0 && lines.every(isName) && share(lines, isFull) < 0.3;
    return some && (tell(mots.estUsuel) || tell(api.noms.isCapitals)) ? sides[0].map((line, at) => [line, sides[1][at]]) : null;
  }

  // ---- Tables side by side: the same titles come back, or an empty column stands between blocks of names

  // More rows or columns than the page may take: these are refused, and looking for tables among them would take minutes.
  const ENOUGH = 999;

  // The rows of the first table, then those of the next, and whether they are sure to be tables; or nothing.
  function blocks(text) {
    const sign = separator(text);
    const rows = sign in GAPS ? [] : cleaned(split(text, sign).rows.slice(0, ENOUGH));
    const titles = rows.find(mots.estTitres);
    const width = Math.max(0, ...rows.map((row) => row.findLastIndex(Boolean) + 1));
    const signs = Array.from({ length: width < ENOUGH ? width : 0 }, (_, index) =>
      titles ? mots.plain(titles[index] ?? "") : likeNames(rows.map((row) => row[index]).filter(Boolean)),
    );
    // The empty column of the last table is not there.
    const ways = [signs, [...signs, ""]];
    const fits = (size) => ways.some((all) => !(all.length % size) && all.every((one, index) => one === all[index % size]));
    // « 501 ⇥ ⇥ 502 » over columns that have no titles.
    const groups = (rows[0] ?? []).flatMap((cell, at) => (cell ? [mots.groupeDe(cell, true) && at] : []));
    const [first, next] = groups;
    const apart = first === 0 && groups.every((at, index) => at === index * next);
    const found =
      apart && !titles
        ? next
        : signs.findIndex((_, index) => fits(index) && (titles || (index > 2 && signs.slice(0, index).includes("") && signs.includes("noms"))));
    // « Testard ⇥ Xéna ⇥ Abélard ⇥ Odon » may be two pupils, or one and a parent.
    const size = found > 0 || titles || signs.length > 6 ? found : signs.length / 2;
    const usual = signs.map((_, index) => share(rows.map((row) => row[index]).filter(Boolean), mots.estUsuel) > 0.3);
    const twice = size > 1 && fits(size) && usual.some((one, index) => one && usual[index + size]);
    const parts = signs.flatMap((_, from) => (from % size ? [] : rows.map((row) => row.slice(from, from + size))));
    return found > 0 || twice ? { sure: found > 0, rows: parts.filter((row) => row.some(Boolean)) } : null;
  }

  const likeNames = (cells) => (cells.length ? (share(cells, (cell) => isName(cell) || isPair(cell)) > 0.5 ? "noms" : "autre") : "");

  // ---- Lines that stand alone, between empty lines, amid others that do not: who is greeted, the foot of a message; and those set in

  // « 418 555-0100 poste 12 » under who signs.
  const EXTENSION = /^(?=.*\d)\P{Lu}+$/u;

  // What only the foot of a message has.
  const CONTACT = /@|www\.|\d{3}[\s.-]\d{4}(?!\d)|(?<!\p{L})poste \d/iu;

  /** @type {Classe["lignes"]["isolees"]} */
  function isolees(text) {
    const paragraphs = prepare(text)
      .body.split(/\n\s*\n/)
      .map((part) => part.split("\n"));
    const isOther = (line) => !mots.plain(line) || mots.rapport(line.slice(0, LONGEST)) || EXTENSION.test(line);
    const parts = paragraphs.map((part) => foyers.sansAdresses(part).filter((line) => !isOther(line)));
    const signing = paragraphs.findIndex(
      (part) => part.some((line) => CONTACT.test(line.slice(0, LONGEST))) || foyers.sansAdresses(part).length < part.length,
    );
    const signed = signing > 0 && signing === paragraphs.length - 1 ? parts[signing] : [];
    const lines = parts.flat();
    const alone = parts.filter(({ length }) => length === 1).flat();
    const comma = lines.filter((line) => /,\s?$/.test(line));
    const few = alone.length < 3 && lines.length > alone.length + 1;
    const greeted = comma.length === 1 && comma[0] === lines[0];
    // « Au revoir, » then who signs.
    const last = comma.length === 1 && !greeted ? lines.slice(lines.indexOf(comma[0])) : [];
    const isIn = (line) => /^(?:\t| {2})/.test(line) && !/\S *\t/.test(text);
    const inner = isIn(lines[0] ?? "") ? [] : lines.filter(isIn);
    return new Set([...(few ? alone : []), ...signed, ...(greeted ? comma : []), ...(last.length < 4 ? last : []), ...inner].map(mots.plain));
  }

  // « Xéna Testard », « Rita Feinte », then an empty line, or a telephone, and again: whole names below another, as many in each block.
  /** @type {Classe["lignes"]["dessous"]} */
  function dessous(text) {
    const lines = prepare(text).body.split(/(?<=\S)\n/);
    const found = [blockNames(lines), blockNames(lines, CONTACT)].find(isBelow) ?? [];
    return new Set(found.flatMap((names) => names.slice(1)));
  }

  // One parent or two.
  const isBelow = (found) => found.length > 1 && share(found, ({ length }) => length === 2 || length === 3) > 0.7;

  // The whole names of each block; what ends one, besides an empty line.
  function blockNames(lines, end = /(?!)/) {
    const found = [/** @type {string[]} */ ([])];
    for (const line of lines) {
      if (/^\s*\n/.test(line)) found.push([]);
      const cell = propre(line.trim().slice(0, LONGEST));
      const { coeur } = api.noms.nu(cell);
      if (!mots.rapport(cell) && (isFull(coeur) || isPair(coeur))) found.at(-1)?.push(coeur);
      if (end.test(cell)) found.push([]);
    }
    return found.filter(({ length }) => length);
  }

  // ---- Rows

  const MODES = {
    fiches: (text) => asRecords(text)?.map((row) => Array.from(row, (cell) => cell ?? "")),
    destinataires: recipients,
    familles: foyers.familles,
    etiquettes: foyers.etiquettes,
    moities: halves,
    blocs: (text) => blocks(text)?.rows,
    noms: (text) => crowd(text)?.names.map((name) => [name]),
  };

  // How a text may be cut: the way it is cut, and the other way where there are two.
  /** @type {Classe["lignes"]["facons"]} */
  function facons(text) {
    const { body, sign } = prepare(text);
    if (sign) return { retenue: sign, autre: "" };
    if (recipients(body)) return { retenue: "destinataires", autre: "" };
    const whole = ["fiches", "familles", "etiquettes"].find((mode) => MODES[mode](body));
    if (whole) return { retenue: whole, autre: "" };
    const columns = separator(body);
    if (halves(body)) return { retenue: "moities", autre: columns };
    const found = crowd(body);
    const tables = found ? null : blocks(body);
    if (tables?.sure) return { retenue: "blocs", autre: columns };
    if (!found) return { retenue: columns, autre: tables ? "blocs" : "" };
    if (found.sure) return { retenue: "noms", autre: "" };
    return found.later ? { retenue: columns, autre: "noms" } : { retenue: "noms", autre: columns };
  }

  // What is typed with as many tabs as it takes for the columns to stand one below the other.
  function lined(rows) {
    const full = rows.map((row) => row.filter(Boolean));
    const [first, ...others] = full.filter((_, index) => rows[index].length > 1);
    return rows.every((row) => row.at(-1)) && others.every((row) => row.length === first.length) ? full : rows;
  }

  // A list on its side: the names on a row, the first names on another.
  function upright(rows) {
    const heads = rows.slice(0, 6).map((row) => mots.titre(row[0] ?? "").genre);
    const lying =
      rows.length > 1 && rows.length < 7 && heads.includes("nom") && heads.includes("prenom") && rows[0].length > 2 && !mots.estTitres(rows[0]);
    return lying ? rows[0].map((_, index) => rows.map((row) => row[index] ?? "")) : rows;
  }

  // A cell longer than any name, of which the page says that it is cut: what looks for words in it would take minutes.
  const LONGEST = 300;
  // Two names on two lines of a cell stay apart.
  const cleaned = (rows) => rows.map((row) => row.map((cell) => propre(cell.slice(0, LONGEST).replace(/(?<=\S[ ,]+\S.*)\n(?=.*\S[ ,]+\S)/, " / "))));

  // `{ rows, broken }`: clean rows, each a list of cells, without those that hold nothing.
  /** @type {Classe["lignes"]["couper"]} */
  function couper(text, facon) {
    const { body } = prepare(text);
    if (facon in MODES) return { broken: false, rows: cleaned(MODES[facon](body)) };
    const { broken, rows } = facon in GAPS ? split(gaps(body, facon), "\t") : split(body, facon);
    const clean = cleaned(rows).filter((row) => row.some(Boolean));
    return { broken, rows: upright(facon === "\t" ? lined(clean) : clean) };
  }

  window.Classe.lignes = { clair, propre, share, commonest, facons, couper, isolees, dessous };
})();

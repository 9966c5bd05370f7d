// Finding by what is typed: a means by any of its names, accents, case and hyphens aside, failing that by its words, then with a small slip;
// a question of the staff by its words.
(() => {
  const { fold } = window.Commun;
  const words = (text) => fold(text).match(/[a-z0-9]+/g) ?? [];
  const bare = (text) => words(text).join("");
  // They come with the answers.
  const namesOf = (radio) => window.PuisJe.moyens[radio.value].noms;

  // The fewest slips (a letter added, dropped or changed) that make what is typed the beginning of a word.
  function slips(typed, word) {
    let row = Array.from({ length: word.length + 1 }, (_, i) => i);
    [...typed].forEach((letter, i) => {
      const last = row;
      row = [i + 1];
      for (let j = 1; j <= word.length; j += 1) row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word[j - 1] === letter ? 0 : 1));
    });
    return Math.min(...row);
  }
  const close = (name, typed, most) =>
    [bare(name), ...words(name)].some((word) => slips(bare(typed), word) <= Math.min(most, Math.floor(bare(typed).length / 4)));
  const within = (most) => (names, typed) => names.some((name) => close(name, typed, most));
  // A name from each of its words on, run together: « msn » is in « TeamSnap », and begins none of its words.
  const tails = (name) => words(name).map((_, index, all) => all.slice(index).join(""));
  const begins = (name, typed) => bare(name).startsWith(bare(typed)) || tails(name).some((tail) => tail.startsWith(bare(typed)));
  const isWhole = (name, typed) => words(name).some((_, index, all) => all.some((__, last) => all.slice(index, last + 1).join("") === bare(typed)));
  const MATCHES = [
    (names, typed) => names.some((name) => begins(name, typed)),
    (names, typed) => words(typed).every((word) => names.some((name) => begins(name, word))),
    (names, typed) => bare(typed).length > 3 && names.some((name) => bare(name).includes(bare(typed))),
    within(1),
    within(2),
  ];

  // Half a word may be another one mistyped: « messager » begins « messagerie », and is nearly « Messenger ».
  function meansNamed(radios, typed) {
    const lists = MATCHES.map((matches) => radios.filter((radio) => matches(namesOf(radio), typed)));
    const found = lists.find((list) => list.length) ?? [];
    const half = found === lists[0] && !found.some((radio) => namesOf(radio).some((name) => isWhole(name, typed)));
    return half ? radios.filter((radio) => found.includes(radio) || within(2)(namesOf(radio), typed)) : found;
  }

  // The own name of an application that the texts do not name: a brand of the data, which begins with a capital, or else what is typed.
  const brands = (radio) => namesOf(radio).filter((name) => /^\p{Lu}/u.test(name) && name !== radio.nextElementSibling?.textContent);
  const brandNamed = (radio, name) => (bare(name) ? brands(radio).find((brand) => bare(brand) === bare(name)) : undefined) ?? "";
  function nameTyped(radio, typed) {
    if (!bare(typed)) return "";
    const ways = [(name) => bare(name) === bare(typed), (name) => bare(name).startsWith(bare(typed)), (name) => close(name, typed, 2)];
    const brand = ways.map((way) => brands(radio).find(way)).find(Boolean);
    const known = MATCHES.some((matches) => matches(namesOf(radio), typed));
    return brand ?? (known ? "" : typed.trim().slice(0, 40));
  }

  // The questions of the staff that have most of the words typed, and more than half of them, best first. Of equals, those that have what is typed as
  // one of their words alone (« bulletin » before « bulletin en visio »), then those that ask it.
  const LEAST = 3;
  const MOST_SHOWN = 3;
  function situationsAbout(situations, typed) {
    const sought = words(typed).filter((word) => word.length >= LEAST);
    const part = (texts) => sought.filter((word) => texts.flatMap(words).some((one) => one.startsWith(word))).length / sought.length;
    const scored = situations.map((situation) => ({ situation, part: part([situation.question, ...situation.mots]) }));
    const rank = ({ question, mots }) => 2 * mots.some((mot) => bare(mot) === bare(typed)) + part([question]);
    // Nothing sought has no part.
    return scored
      .filter((one) => one.part > 0.5)
      .sort((one, other) => other.part - one.part || rank(other.situation) - rank(one.situation))
      .slice(0, MOST_SHOWN)
      .map((one) => one.situation);
  }

  window.Trouver = { bare, meansNamed, nameTyped, brandNamed, situationsAbout };
})();

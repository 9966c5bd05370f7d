// The pupils of a class list: what is to be checked of each, and the order of the sheets. Knows nothing of the page.
(() => {
  window.Classe ??= /** @type {any} */ ({});
  const { mots } = window.Classe;
  const LONGEST = 120;
  const LONG = 80;

  const quoted = (text) => `«\u00a0${text.length > 40 ? `${text.slice(0, 40)}…` : text}\u00a0»`;
  const { compare } = new Intl.Collator("fr-CA", { numeric: true });
  const nomComplet = ({ nom, prenom }) => [prenom, nom].filter(Boolean).join(" ");
  const nomDeListe = ({ nom, prenom }) => [nom, prenom].filter(Boolean).join(", ");

  // For each pupil, sentences that say what to check. `deux`: whether a name and a first name are expected.
  /** @type {Classe["verification"]["verifier"]} */
  function verifier(pupils, deux = true) {
    const lines = new Map();
    pupils.forEach((one, index) => {
      const key = keyOf(one);
      if (key) lines.set(key, [...(lines.get(key) ?? []), index]);
    });
    const few = pupils.filter((one) => small(apart(one))[0]).length * 2 <= pupils.length;
    const [right, wrong] = [1, -1].map((sense) => pupils.filter((one) => senseOf(one) === sense).length);
    const turned = right > 1 && wrong * 3 <= right;
    return pupils.map((one, index) => {
      const twins = (lines.get(keyOf(one)) ?? []).filter((line) => line !== index);
      return [...warnings(one, deux, twins, few, pupils), ...(turned && senseOf(one) < 0 ? [TURNED] : []), ...(one.avis ?? [])];
    });
  }

  // Neither accents, nor capitals, nor the order of the words make another pupil.
  const keyOf = (one) => mots.plain(nomDeListe(one)).split(" ").sort().join(" ");

  // Where the usual first name is: 1 in its place, -1 in that of the name, 0 where nothing tells.
  const TURNED = "Le nom et le prénom sont-ils inversés?";
  function senseOf({ nom, prenom }) {
    const told = (one, other) => Number(other && mots.estClair(one) && !mots.estUsuel(other));
    return told(prenom, nom) - told(nom, prenom);
  }

  function warnings(one, deux, twins, few, pupils) {
    const { nom, prenom } = one;
    if (!nom && !prenom) return ["Ligne vide\u00a0: elle ne sera pas imprimée."];
    const whole = nomComplet(one);
    /** @type {[boolean, string][]} */
    const said = [
      [!nom, "Il manque le nom."],
      [deux && Boolean(nom) && !prenom, "Il manque le prénom."],
      [
        twins.length > 0,
        twice(
          twins,
          twins.some((line) => groupOf(pupils[line]) !== groupOf(one)),
        ),
      ],
      ...unread(whole),
      ...[nom, prenom].map((name) => another(name)),
      partOf(HOLDER.exec(whole)),
      partOf(ALL.exec(apart(one))),
      small(few ? apart(one) : `${nom}\n${prenom}`),
      partOf(MENTION.exec(whole) ?? amid(nom) ?? amid(prenom) ?? /^(\p{Ll}) \p{Lu}/u.exec(nom) ?? MARK.exec(`${nom}\n${prenom}`)),
      // « Marin dit Lavigne » is a family.
      [
        /[()]|(?<!\S)[-–—](?!\S)|--|\s(?:alias|dite|ou|[Nn]ée?|NÉE?|[Éé]p\.)\s/u.test(whole) || /\sdit\s/u.test(prenom),
        "Une mention reste peut-être dans le nom\u00a0: vérifiez.",
      ],
      [[nom, prenom].some((name) => name.includes(",")), "Une virgule reste dans le nom\u00a0: y a-t-il là deux noms?"],
      [whole.length > LONG, tooLong(one, whole)],
    ];
    return [...new Set(said.filter(([applies]) => applies).map(([, sentence]) => sentence))];
  }

  // « Enseignante ⇥ Rita Feinte » above the list; « Parent » is a family too.
  /** @returns {[boolean, string]} */
  function another(name) {
    const { tiers, entier } = mots.titre(name);
    return [Boolean(tiers && entier) && !/^parents?$/i.test(name), `${quoted(name)}\u00a0: faut-il une feuille pour cette personne?`];
  }

  function twice(twins, parted) {
    const lines = twins.slice(0, 3).map((line) => line + 1);
    const last = twins.length > 3 ? " et à d’autres" : lines.length > 1 ? ` et ${lines.pop()}` : "";
    const where = twins.length > 1 ? "aux lignes" : "à la ligne";
    const same = parted ? " Si c’est le même, dans deux groupes, il aurait deux feuilles\u00a0: retirez une ligne." : "";
    return `Même nom qu’${where} ${lines.join(", ")}${last}. S’il s’agit d’élèves différents, gardez-les.${same}`;
  }

  // « Ã© » is what is left of a letter read as two.
  const TORN = /[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/u;

  // Letters of another alphabet.
  const FOREIGN = /[^\P{L}\p{sc=Latn}\p{sc=Zyyy}]/u;
  const STRUCK = /[\u0335-\u0338]/;

  /** @returns {[boolean, string][]} */
  function unread(whole) {
    const lost = /\ufffd/.test(whole);
    const torn = TORN.test(whole);
    return [
      [lost, "Des lettres n’ont pas été lues\u00a0: écrivez-les."],
      [torn, "Des lettres semblent mal lues\u00a0: écrivez-les."],
      [
        !lost &&
          !torn &&
          (STRUCK.test(whole) || (/\p{sc=Latn}/u.test(whole) && FOREIGN.test(whole)) || !/^(?:[\p{L}\p{M}'’ʼ.,\- ()]|:(?=\p{Ll}))+$/u.test(whole)),
        "Signes inhabituels\u00a0: vérifiez.",
      ],
      [
        /(?<!\S)(?:et|and)(?!\S)/iu.test(whole) || whole.split(" ").some(isChain),
        "Il y a peut-être deux élèves sur cette ligne\u00a0: faites une ligne pour chacun.",
      ],
      [window.Classe.noms.colles(whole), "Deux noms se sont peut-être collés\u00a0: vérifiez."],
    ];
  }

  // « Léa-Noah-Zoé ».
  const isChain = (word) => word.split("-").length > 2 && word.split("-").every(mots.estUsuel);

  // « XXX », « LNU » (« last name unknown »): what stands in the place of a name.
  const HOLDER = /(?<!\S)(([^\P{L}i])\2{2,}|[bcdfghj-np-tv-xz]{3,}|[fl]nu|null|idem|inconnue?|unknown|oui|non|yes|familles?)(?!\S)/iu;

  // « Les Castors », « Mes Amis »: a title that nothing knows.
  const ALL = /^([LMN]es|[MN]on|Nos|Notre|Ma)(?= \p{Lu})/mu;

  // « TSA », « HDAA »: what is written beside a name, and must not come to parents.
  const MENTION = /(?<!\S)(E?HDAA|EHD|TSA|TDAH?|TDL|TED|TSLA|DYS|DGF|P\.?I\.?A?)(?!\S)/u;
  // « I. Testard » may be counted, « Xéna Jr » may be the child of another; but « Testard III » is a name.
  const MARK = /^((?:\p{L}|[IVXL]{2,})[.)])(?= \S)|(?<=\n.* )(?:[JS][Rr]\.?|III?|IV)$/mu;
  // In capitals amid words that are not: « Xéna PARTIE », « Testard PI », « Xéna F »; but « de la ROY » is a name.
  const amid = (name) =>
    /(?:^|\s)(?![Dd](?:es?|u|i|a)\s|[Ll](?:a|es?)\s|[Vv][ao]n\s|[AaEe]l\s|[Ss]te?\s)\p{L}*\p{Ll}\S* (?!II)(\p{Lu}+)$/u.exec(name);

  // The two ways to say a pupil.
  const apart = (one) => `${one.nom} ${one.prenom}\n${nomComplet(one)}`;

  // « Xéna absente », « Xéna né le », « Plan d’intervention »: after capitals, a word without one ends no name; nor do « Xéna PARTIE », « Xéna F »,
  // « x Testard »; « Mes élèves sont Xéna » has one amid it. (« Feinte de la » does.)
  const small = (name) =>
    partOf(
      /\p{Lu}.* ((?:[dl]['’])?(?!(?:d[eu]s?|la|les?|et|van|von|den?|der|da|di|do|dos|el|al|ben|y|e) ?$)\p{Ll}+(?= ?$)|(?!alias)\p{Ll}{4,}(?= ))/mu.exec(
        name,
      ),
    );
  /** @returns {[boolean, string]} */
  const partOf = (found) => [Boolean(found), `${quoted(found?.[1] ?? found?.[0] ?? "")} fait-il partie du nom?`];

  function tooLong({ nom, prenom }, whole) {
    const cut = nom.length >= LONGEST || prenom.length >= LONGEST;
    return `${cut ? "Nom trop long\u00a0: il a été coupé." : "Nom très long\u00a0: vérifiez."} Il s’imprimera ainsi\u00a0: ${whole}`;
  }

  const groupOf = ({ groupe = "" }) => groupe;

  // The pupils that have a name, as the sheets follow one another: by group, which each has its pile, then name, then first name.
  /** @type {Classe["verification"]["trier"]} */
  function trier(pupils) {
    return pupils.filter(nomComplet).sort((a, b) => compare(groupOf(a), groupOf(b)) || compare(a.nom, b.nom) || compare(a.prenom, b.prenom));
  }

  /** @type {Classe["verification"]["parGroupe"]} */
  function parGroupe(pupils) {
    const groups = [...new Set(pupils.map(groupOf))];
    return groups.map((groupe) => ({ groupe, eleves: pupils.filter((one) => groupOf(one) === groupe) }));
  }

  window.Classe.verification = { LONGEST, quoted, verifier, trier, parGroupe, nomComplet, nomDeListe };
})();

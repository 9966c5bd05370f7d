// Files of the self-assessments: what the reader takes away and brings back. Nothing is sent; nothing read from a file is trusted.
(() => {
  const api = window.Autoevaluation;
  const { isoDay, inWords, quoted, many, fold } = window.Commun;
  const { calcul } = api;
  const { SITE, partage, FORMAT, VERSION, nettoyer, enCopie, visible } = api.dossiers;
  const LARGEST = 2 * 1024 * 1024;
  const MOST = 200;
  const VISIBLE = /[^\s\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;
  const encoder = new TextEncoder();

  const named = ({ nom }) => quoted(nom || "Sans nom");
  const rated = (code) => partage.cotes[code] && `${code} (${partage.cotes[code].toLowerCase()})`;
  const reponseEnMots = (code) => partage.reponses[code] ?? rated(code) ?? "Sans réponse";

  // ---- Out

  function exporter(evaluations) {
    // Read back, this sign would say that the file's letters are lost.
    return storable(`${JSON.stringify({ format: FORMAT, version: VERSION, site: SITE, evaluations }, null, 2)}\n`);
  }

  // A file's name in plain letters: `autoevaluation-classe-5e-b-2027-01-15.json`.
  function nomDeFichier(evaluations, extension = "json", jour = isoDay()) {
    const lists = [...new Set(evaluations.map(({ liste }) => liste))];
    const name = evaluations.length === 1 ? evaluations[0].nom : `${evaluations.length} évaluations`;
    const parts = ["autoevaluation", lists.length === 1 ? lists[0] : "", name, jour].map(plain);
    return `${parts.filter(Boolean).join("-")}.${extension}`;
  }

  function plain(text) {
    return fold(text)
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replace(/^-+|-+$/g, "");
  }

  function telecharger(nom, type, texte) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([texte], { type: `${type};charset=utf-8` }));
    link.download = nom;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    // A browser may read the address a moment after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // ---- In

  // The evaluations of a file's text, cleaned, and what must be said about them. Never throws. `connues`: those that are there already;
  // `listes`: the ids of the lists that exist, where that is known.
  function importer(texte, nomFichier = "", { connues = api.dossiers.lister(), listes = null } = {}) {
    const file = quoted(visible(nomFichier) || "Ce fichier");
    const refused = (why) => ({ evaluations: [], messages: [`${file} n’a pas été importé\u00a0: ${why}`] });
    try {
      const { values, why } = content(texte);
      return why ? refused(why) : bounded(taken(values, file, connues, listes), file);
    } catch {
      return refused("il est abîmé ou trop complexe. Exportez l’évaluation de nouveau.");
    }
  }

  // As many sentences as a file may have evaluations; how many more there were.
  function bounded({ evaluations, messages }, file) {
    const more = messages.length - MOST;
    const words = `${file}\u00a0: ${many(more, "message de plus n’est pas montré", "messages de plus ne sont pas montrés")}.`;
    return { evaluations, messages: more > 0 ? [...messages.slice(0, MOST), words] : messages };
  }

  // The values that a text holds, to be cleaned one by one; or why none is taken.
  function content(texte) {
    if (typeof texte !== "string") return { why: "son contenu n’est pas du texte. Choisissez un fichier «\u00a0.json\u00a0» exporté de ce site." };
    if (encoder.encode(texte.slice(0, LARGEST + 1)).length > LARGEST) return { why: tooBig() };
    const bare = texte.replace(/^\ufeff/, "").trim();
    if (!bare) return { why: "il est vide. Exportez l’évaluation de nouveau." };
    if (/[\0\ufffd]/.test(bare))
      return {
        why: "ses caractères ne se lisent pas. Choisissez le fichier «\u00a0.json\u00a0» lui-même, sorti de tout dossier compressé (.zip), ou exportez l’évaluation de nouveau.",
      };
    if (bare.startsWith(STORED)) return { values: apart(bare) };
    const value = parsed(bare);
    if (value === undefined)
      return {
        why: bare.includes(FORMAT)
          ? "il est incomplet, ou un autre logiciel l’a changé (courriel, traitement de texte, tableur). Prenez le fichier d’origine, en pièce jointe, ou exportez l’évaluation de nouveau."
          : "ce n’est pas un fichier d’autoévaluation. Choisissez un fichier «\u00a0.json\u00a0» exporté de ce site.",
      };
    return values(value);
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  // ---- What this browser stores and cannot read: each under its key, in a file that is brought back like another

  const STORED = `${SITE.toLowerCase()}.${FORMAT}.`;
  // What a file in UTF-8 does not keep, or what would say that its letters are lost.
  const storable = (text) => text.replace(/[\0\ufffd\p{Cs}]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const brut = (stored) => storable(stored.map(({ cle, texte }) => `${cle}\n${texte}\n`).join("\n"));

  // The values of such a file; what is no JSON is `undefined`.
  const apart = (text) => text.split(`\n${STORED}`).map((block) => parsed(block.slice(block.indexOf("\n"))));

  function values(value) {
    const own = (key) => (typeof value === "object" && value !== null && Object.hasOwn(value, key) ? value[key] : undefined);
    if (own("format") !== FORMAT) return { why: "il vient d’un autre outil. Choisissez un fichier «\u00a0.json\u00a0» exporté de ce site." };
    if (typeof own("version") === "number" && own("version") > VERSION)
      return { why: "il a été fait par une version plus récente de ce site. Rechargez la page, puis recommencez." };
    if (own("version") !== VERSION) return { why: "la version de son format est inconnue. Exportez l’évaluation de nouveau." };
    // One evaluation by itself is what the browser stores: a raw copy of it can be brought back.
    const found = own("liste") === undefined ? own("evaluations") : [value];
    if (!Array.isArray(found)) return { why: "la liste de ses évaluations manque ou n’en est pas une. Exportez l’évaluation de nouveau." };
    if (!found.length) return { why: "il ne contient aucune évaluation." };
    if (found.length > MOST)
      return {
        why: `il contient ${many(found.length, "évaluation", "évaluations")}, et le maximum est de ${MOST}. Exportez-les en plusieurs fichiers.`,
      };
    return { values: found };
  }

  function tooBig() {
    return "il dépasse 2\u00a0Mo, ce qu’aucune évaluation n’atteint. Choisissez un fichier exporté de ce site.";
  }

  const REFUSALS = {
    format: "n’a pas la forme d’une évaluation",
    version: "est d’une version inconnue",
    "plus-recente": "a été faite par une version plus récente de ce site\u00a0: rechargez la page, puis recommencez",
    site: "vient d’un autre site",
    liste: "ne dit pas de quelle liste elle est",
  };

  function taken(values, file, connues, listes) {
    const evaluations = [];
    const messages = [];
    const beyond = [];
    const unreadable = api.dossiers.illisibles().map(({ cle }) => cle);
    // What is there is compared as a file would bring it back.
    const there = new Set(connues.flatMap((one) => arrived(one).evaluation ?? []).flatMap(marks));
    values.forEach((value, index) => {
      const { evaluation, refus, ecarts } = arrived(value);
      if (!evaluation) return messages.push(`${file}\u00a0: l’évaluation ${index + 1} ${REFUSALS[refus]}; elle a été laissée de côté.`);
      if (blocked(evaluation, unreadable)) evaluation.id = `repris-${evaluation.id}`.slice(0, 60);
      const label = named(evaluation);
      // UTF-8 that was read in an older encoding and kept so: « Ã© », « √© », « ├® ».
      const spoilt = /[Ã√├][^\0-\x7fπ∞─-╿]/.exec(JSON.stringify(evaluation));
      if (spoilt) messages.push(`${label}\u00a0: accents abîmés (${quoted(spoilt[0])}). Prenez le fichier d’origine.`);
      if (listes && !listes.includes(evaluation.liste))
        return messages.push(`${label} a été laissée de côté\u00a0: ce site n’a pas de liste ${quoted(evaluation.liste)}, ou ne l’a plus.`);
      const copy = enCopie(evaluation);
      const [key, , whole] = marks(evaluation);
      if (there.has(whole) || there.has(marks(copy)[1]))
        return messages.push(`${label} est déjà là, sans différence\u00a0: rien n’a été ajouté.`, ...leftOut(label, ecarts));
      if (evaluations.length === MOST) return beyond.push(label);
      messages.push(...leftOut(label, ecarts));
      const twin = there.has(key);
      if (twin) messages.push(`${label} est déjà là avec d’autres réponses\u00a0: celle du fichier a été ajoutée sous le nom ${named(copy)}.`);
      const added = twin ? copy : evaluation;
      for (const mark of marks(added)) there.add(mark);
      return evaluations.push(added);
    });
    const words = many(beyond.length, "évaluation de plus n’est pas prise", "évaluations de plus ne sont pas prises");
    const over = `${file}\u00a0: ${words}. Gardez les ${MOST} premières, puis ajoutez le fichier de nouveau.`;
    return { evaluations, messages: beyond.length ? [over, ...messages] : messages };
  }

  // Whether what this browser stores under its key cannot be read: it stays, and what was saved of it goes beside.
  const blocked = (evaluation, unreadable) => unreadable.some((cle) => cle.endsWith(`.${keyOf(evaluation)}`));

  // An evaluation cleaned, with the name that shows.
  function arrived(value) {
    const read = nettoyer(value);
    if (read.evaluation && !VISIBLE.test(read.evaluation.nom)) read.evaluation.nom = "Sans nom";
    return read;
  }

  // How many answers of what came in are of no question of its list, in a sentence, or nothing.
  function horsListe(liste, evaluations) {
    const mine = evaluations.filter((one) => one.liste === liste.id);
    const count = mine.reduce((sum, one) => sum + api.calcul.retirees(liste, one).length, 0);
    const words = many(count, "réponse ne compte pas, et est montrée à part", "réponses ne comptent pas, et sont montrées à part");
    return count ? [`${words}\u00a0: la liste d’aujourd’hui n’a pas ${count > 1 ? "ces questions" : "cette question"}.`] : [];
  }

  // What was left out of an evaluation or shortened, in words.
  function leftOut(label, { reponses, champs, coupes }) {
    const sentences = [];
    const few = reponses.slice(0, 5).join(", ") + (reponses.length > 5 ? "…" : "");
    if (reponses.length)
      sentences.push(
        `${label}\u00a0: ${many(reponses.length, "réponse illisible a été laissée de côté", "réponses illisibles ont été laissées de côté")} (${few}). Comparez avec le fichier.`,
      );
    if (champs.length)
      sentences.push(
        `${label}\u00a0: ${many(champs.length, "autre élément illisible a été laissé de côté", "autres éléments illisibles ont été laissés de côté")}. Vérifiez le nom, l’année, la situation et le plan.`,
      );
    if (coupes.length)
      sentences.push(
        `${label}\u00a0: ${many(coupes.length, "texte trop long a été raccourci", "textes trop longs ont été raccourcis")}. Le fichier garde le texte entier.`,
      );
    return sentences;
  }

  // What is compared of an evaluation: its key; what it says, whenever and in whatever order it was answered; both.
  const keyOf = ({ liste, id }) => `${liste}.${id}`;
  function marks(one) {
    const said = ordered({ ...one, id: "", modifie: "" });
    return [keyOf(one), said, keyOf(one) + said];
  }

  function ordered(value) {
    return JSON.stringify(value, (_, part) =>
      typeof part === "object" && part !== null ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
    );
  }

  // A file as the reader chose it: its size first, then its characters, then `importer`, and which letters were supposed. Never rejects.
  async function lireFichier(fichier, options) {
    const refused = (why) => ({ evaluations: [], messages: [`${quoted(visible(fichier.name))} n’a pas été importé\u00a0: ${why}`] });
    if (fichier.size > LARGEST) return refused(tooBig());
    try {
      const found = Octets.lire(new Uint8Array(await fichier.arrayBuffer()));
      // A few bytes that were not read are told, and lose nothing of the others.
      const text = found.encodage === "utf-8" && !found.sur ? storable(found.texte) : found.texte;
      const { evaluations, messages } = importer(text, fichier.name, options);
      const doubt = evaluations.length ? Octets.doute(found, quoted(visible(fichier.name))) : "";
      return { evaluations, messages: doubt ? [doubt, ...messages] : messages };
    } catch {
      return refused("le navigateur n’a pas pu le lire. Vérifiez qu’il est encore à sa place et que ce n’est pas un dossier, puis recommencez.");
    }
  }

  // ---- The plan as a table for Excel

  const HEADERS = [
    "Évaluation",
    "Année scolaire",
    "Question",
    "Réponse",
    "Ce que dit le texte",
    "Lie le personnel",
    "Articles",
    "À faire",
    "Documents",
    "Moment",
    "Échéance",
    "Sorte d’échéance",
    "Qui",
    "Date prévue",
    "Note",
  ];

  const UNBOUND = "Non, texte de référence";

  // What contradicts what comes first: the plan rests on it.
  function csv(plan, liste, evaluation) {
    const opposed = calcul.contredits(liste, evaluation).map((one) => opposedRow(one, evaluation));
    const rows = plan.map((gap) => [
      evaluation.nom,
      evaluation.annee,
      gap.question,
      reponseEnMots(gap.reponse),
      partage.forces[gap.force] ?? gap.force,
      gap.oblige ? "Oui" : UNBOUND,
      articleNames(gap),
      gap.remede,
      (gap.documents ?? []).join(" · "),
      gap.moment,
      dueOf(gap),
      kindOf(gap),
      gap.qui,
      gap.quand,
      gap.note,
    ]);
    return `\ufeff${[HEADERS, ...opposed, ...rows].map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
  }

  function opposedRow({ dits, pourquoi }, { nom, annee }) {
    const [asked, said] = [dits.map(({ question }) => question), dits.map(({ reponse }) => reponseEnMots(reponse))];
    const row = [nom, annee, asked.join(" · "), said.join(" · "), "", "", "", `Corrigez l’une de ces réponses, qui se contredisent. ${pourquoi}`];
    return [...row, ...HEADERS.slice(row.length).map(() => "")];
  }

  const dueOf = ({ date, passee }) => date ?? passee ?? "";
  // Whether a text fixes the day of a gap, or a calendar only.
  const kindOf = (gap) => dueOf(gap) && (gap.fixe ? "Fixée par le texte" : "Jour repère");
  const articleNames = ({ articles }) => (articles ?? []).map(({ nom }) => nom).join(" · ");

  // What begins like a formula gets an apostrophe, so that a spreadsheet shows it and never runs it: a cell; and what a spreadsheet set in English,
  // which parts cells by commas, would take for one. A line of a list (« - à voir ») is none without a call.
  const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\n]/u;
  const WITHIN = /([,;\t\n][\s\p{Cf}"]*)(?=[=+@＝＋＠]|[-－](?! [^(|]*$))/gmu;
  function cell(value) {
    const text = String(value ?? "")
      .replace(/\r\n?/g, "\n")
      .replace(/\0/g, "");
    const told = text.replace(WITHIN, "$1'");
    return `"${(FORMULA.test(text) ? `'${told}` : told).replace(/"/g, '""')}"`;
  }

  // ---- The plan as a calendar (RFC 5545)

  // The day of a gap: the one that the reader chose, or else the deadline.
  const dayOf = ({ quand, date }) => [quand, date].find((day) => /^\d{4}-\d\d-\d\d$/.test(day ?? "") && !Number.isNaN(Date.parse(day))) ?? null;

  // An empty text when no gap has a day: there is no calendar without an event.
  function ics(plan, liste, evaluation) {
    const dated = plan.filter(dayOf);
    if (!dated.length) return "";
    const site = plain(SITE);
    const opposed = calcul.contredits(liste, evaluation).map(calcul.dit).join(" ");
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:-//${site}//autoevaluation//FR`,
      "CALSCALE:GREGORIAN",
      `X-WR-CALNAME:${escaped([liste.titre, evaluation.nom].filter(Boolean).join("\u00a0: "))}`,
      ...dated.flatMap((gap) => event(gap, evaluation, opposed, site, stamp)),
      "END:VCALENDAR",
    ];
    return lines.map((line) => `${folded(line)}\r\n`).join("");
  }

  function event(gap, evaluation, opposed, site, stamp) {
    const day = /** @type {string} */ (dayOf(gap));
    const next = new Date(Date.parse(day) + 864e5).toISOString().slice(0, 10);
    return [
      "BEGIN:VEVENT",
      `UID:${evaluation.id}-${gap.id}@autoevaluation.${site}`,
      `DTSTAMP:${stamp}`,
      // Minutes: a file exported again replaces the one that a calendar has.
      `LAST-MODIFIED:${stamp}`,
      `SEQUENCE:${Math.floor(Date.now() / 60_000)}`,
      `DTSTART;VALUE=DATE:${day.replace(/-/g, "")}`,
      `DTEND;VALUE=DATE:${next.replace(/-/g, "")}`,
      `SUMMARY:${escaped(gap.oblige ? gap.remede : `${gap.remede} (texte de référence)`)}`,
      `DESCRIPTION:${escaped(described(gap, evaluation, opposed))}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  }

  // What is said of a gap, a line for each thing that there is to say.
  function described(gap, evaluation, opposed) {
    const said = [
      ["Évaluation", evaluation.nom],
      ["Question", gap.question],
      ["Réponse", reponseEnMots(gap.reponse)],
      ["Qui", gap.qui],
      ["Articles", articleNames(gap)],
      ["Lie le personnel", gap.oblige ? "" : UNBOUND],
      ["Documents", (gap.documents ?? []).join(" · ")],
      ["Moment", gap.moment],
      ["Échéance", dueOf(gap) && `${inWords(dueOf(gap))} (${kindOf(gap).toLowerCase()})`],
      ["Note", gap.note],
      ["Des réponses se contredisent", opposed],
    ];
    return said
      .filter(([, text]) => text)
      .map(([name, text]) => `${name}\u00a0: ${text}`)
      .join("\n");
  }

  function escaped(text) {
    const bare = String(text)
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
    return bare.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  }

  // A line of at most 75 octets, continued on the next after a space; no character is cut in two.
  function folded(line) {
    const parts = [""];
    let size = 0;
    for (const character of line) {
      const octets = encoder.encode(character).length;
      if (size + octets > 75) {
        parts.push("");
        size = 1;
      }
      parts[parts.length - 1] += character;
      size += octets;
    }
    return parts.join("\r\n ");
  }

  api.exports = { exporter, nomDeFichier, telecharger, importer, lireFichier, brut, horsListe, csv, ics, jourDe: dayOf, reponseEnMots };
})();

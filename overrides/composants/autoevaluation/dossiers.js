// The evaluations of this reader, kept in this browser: nothing is written before the reader agrees, nothing is sent, nothing is lost silently.
//
// What cannot be written (no agreement yet, storage refused or full) stays in memory and is listed all the same; `accorder` writes it.
// A save says what it is based on: the object that `lister` or `lire` gave, or what this tab last read. If the stored text is
// no longer that one, another tab has changed it: nothing is written, and the reader chooses.
(() => {
  window.Autoevaluation ??= /** @type {any} */ ({});
  const api = window.Autoevaluation;
  const partage = JSON.parse(/** @type {HTMLElement} */ (document.querySelector("script[data-autoevaluation]")).textContent);
  const SITE = partage.site;
  const FORMAT = "autoevaluation";
  const VERSION = 1;
  const ROOT = `${SITE.toLowerCase()}.${FORMAT}.`;
  const PREFIX = `${ROOT}${VERSION}.`;
  const AGREEMENT = `${PREFIX}accord`;
  const ID = /^[a-z0-9-]{1,60}$/;
  const CLAUSE = /^[a-z0-9-]{1,60}\/[a-z0-9.-]{1,60}$/;
  const PRINT = /^[0-9a-f]{1,64}$/;
  const ANSWERS = [...Object.keys(partage.reponses), ...Object.keys(partage.cotes)];
  const FACTS = ["oui", "non"];
  const INHERITED = ["constructor", "prototype"];
  const LENGTHS = { nom: 80, annee: 20, note: 2000, question: 1000, qui: 80, date: 20 };
  const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;
  // A text that turns around no sentence that says it.
  const visible = (text) => text.replace(INVISIBLE, "");
  const SENTENCES = {
    plein:
      "Ce navigateur n’a plus de place. Vos derniers changements restent dans cette page seulement\u00a0: exportez l’évaluation, puis effacez-en une dont vous n’avez plus besoin.",
    refuse: "Rien n’est gardé dans ce navigateur. Vos réponses restent dans cette page seulement\u00a0: exportez l’évaluation avant de la fermer.",
    conflit: "Cette évaluation a changé dans un autre onglet. Rien n’est perdu\u00a0: gardez votre version comme une copie, ou reprenez l’autre.",
  };

  // ---- Shape: what an evaluation is, whoever wrote it

  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const own = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);
  // The years that the fields take.
  const isDay = (text) => /^(?:19|2\d)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
  const isInstant = (text) => typeof text === "string" && text.length <= 40 && /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text));
  const now = () => new Date().toISOString();

  function nouvelId() {
    return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // The beginning of a text: no sign is cut in two.
  const upTo = (text, length) => text.slice(0, length).replace(/[\ud800-\udbff]$/, "");

  // Reads texts one by one and notes what it had to leave out or shorten; `cut` is false for what this site stored itself.
  function reader(cut) {
    /** @type {Ecartes} */
    const left = { reponses: [], champs: [], coupes: [] };
    function text(record, key) {
      const value = own(record, key);
      if (value === undefined || value === null) return "";
      if (typeof value !== "string") {
        left.champs.push(key);
        return "";
      }
      // No field takes as much: what another page of this host stored would take minutes to draw.
      if (!cut && value.length > 2 * LENGTHS[key]) left.champs.push(key);
      if (!cut) return value;
      const bare = visible(value.replace(/\r\n?/g, "\n"));
      if (bare.length > LENGTHS[key]) left.coupes.push(key);
      return upTo(bare, LENGTHS[key]);
    }
    // A day that this site stored is kept as it is: a field may hold one that is half typed.
    function day(record, key) {
      const value = text(record, key);
      if (!cut || value === "" || isDay(value)) return value;
      left.champs.push(key);
      return "";
    }
    return { left, text, day };
  }

  // The own, well-named entries of a record, as `read` makes them; what it returns null for is left out and named in `lost`.
  function entries(value, named, read, lost) {
    if (value === undefined) return {};
    if (!isRecord(value)) {
      lost.push("…");
      return {};
    }
    const kept = [];
    Object.keys(value).forEach((key) => {
      const entry = named.test(key) && !INHERITED.includes(key) ? read(value[key]) : null;
      if (entry === null) lost.push(key.slice(0, 60));
      else kept.push([key, entry]);
    });
    return Object.fromEntries(kept);
  }

  const oneOf = (values) => (value) => (values.includes(value) ? value : null);
  const fingerprint = (value) => (typeof value === "string" && PRINT.test(value) ? value : null);

  function answer(value, { left, text }) {
    if (!isRecord(value)) return null;
    const given = own(value, "reponse") ?? "";
    // A note may come before its answer.
    if (given !== "" && !ANSWERS.includes(given)) return null;
    return {
      reponse: given,
      note: text(value, "note"),
      question: text(value, "question"),
      empreinte: fingerprint(own(value, "empreinte")) ?? "",
      empreintes: entries(own(value, "empreintes"), CLAUSE, fingerprint, left.champs),
    };
  }

  // In what words a fact was asked when it was answered.
  const asked = (value, { text }) =>
    isRecord(value) ? { question: text(value, "question"), empreinte: fingerprint(own(value, "empreinte")) ?? "" } : null;

  const step = (value, { text, day }) => (isRecord(value) ? { qui: text(value, "qui"), date: day(value, "date") } : null);

  // What is wrong with the whole of a value, if anything: it is then no evaluation of this site and version.
  function refusal(value) {
    if (!isRecord(value) || own(value, "format") !== FORMAT) return "format";
    const version = own(value, "version");
    if (version !== VERSION) return typeof version === "number" && version > VERSION ? "plus-recente" : "version";
    if ((own(value, "site") ?? SITE) !== SITE) return "site";
    if (typeof own(value, "liste") !== "string" || !ID.test(value.liste)) return "liste";
    return null;
  }

  // An evaluation made anew from a value that may come from anywhere: {evaluation, refus, ecarts: {reponses, champs, coupes}}.
  /** @returns {ReturnType<Autoevaluation["dossiers"]["nettoyer"]>} */
  function nettoyer(valeur, couper = true) {
    const read = reader(couper);
    const refus = refusal(valeur);
    if (refus) return { evaluation: null, refus, ecarts: read.left };
    const id = own(valeur, "id");
    const known = typeof id === "string" && ID.test(id) && !INHERITED.includes(id);
    if (!known) read.left.champs.push("id");
    const instant = (key) => (isInstant(own(valeur, key)) ? valeur[key] : now());
    const evaluation = {
      format: FORMAT,
      version: VERSION,
      site: SITE,
      liste: valeur.liste,
      id: known ? id : nouvelId(),
      nom: read.text(valeur, "nom"),
      annee: read.text(valeur, "annee"),
      cree: instant("cree"),
      modifie: instant("modifie"),
      faits: entries(own(valeur, "faits"), ID, oneOf(FACTS), read.left.champs),
      enonces: entries(own(valeur, "enonces"), ID, (value) => asked(value, read), read.left.champs),
      reponses: entries(own(valeur, "reponses"), ID, (value) => answer(value, read), read.left.reponses),
      plan: entries(own(valeur, "plan"), ID, (value) => step(value, read), read.left.champs),
    };
    return { evaluation, refus: null, ecarts: read.left };
  }

  function nouvelle(liste, nom, annee) {
    const instant = now();
    return {
      format: FORMAT,
      version: VERSION,
      site: SITE,
      liste,
      id: nouvelId(),
      nom,
      annee,
      cree: instant,
      modifie: instant,
      faits: {},
      enonces: {},
      reponses: {},
      plan: {},
    };
  }

  // A copy under another id, not saved yet: what the reader keeps when another tab has changed the same evaluation.
  function enCopie(evaluation) {
    const end = " (copie)";
    const nom = evaluation.nom.endsWith(end) ? evaluation.nom : upTo(evaluation.nom, LENGTHS.nom - end.length) + end;
    return { ...structuredClone(evaluation), id: nouvelId(), nom };
  }

  // ---- Storage: every access may be refused

  function attempt(action, failed) {
    try {
      return action();
    } catch {
      return failed;
    }
  }

  const peek = (key) => attempt(() => localStorage.getItem(key), null);
  const keys = (start) =>
    attempt(() => Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i)).filter((key) => key?.startsWith(start)), []);
  const keyOf = ({ liste, id }) => `${PREFIX}${liste}.${id}`;

  // Why a text could not be written: "plein" or "refuse"; null when it was.
  function write(key, text) {
    try {
      localStorage.setItem(key, text);
      return null;
    } catch (error) {
      const name = /** @type {DOMException | null} */ (error)?.name;
      return name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED" ? "plein" : "refuse";
    }
  }

  function remove(key) {
    return attempt(() => {
      localStorage.removeItem(key);
      return true;
    }, false);
  }

  // The evaluation that a stored text holds; null if it is not exactly one, of that key.
  function parsed(key, text) {
    const { evaluation, ecarts } = nettoyer(
      attempt(() => JSON.parse(text), null),
      false,
    );
    const whole = evaluation && !ecarts.reponses.length && !ecarts.champs.length;
    return whole && keyOf(evaluation) === key ? evaluation : null;
  }

  // ---- The evaluations of this tab

  const pending = new Map();
  const bases = new Map();
  const origins = new WeakMap();

  const failure = (raison, more = {}) => ({ ok: false, raison, message: SENTENCES[raison], ...more });
  const disponible = () => attempt(() => localStorage.length >= 0, false);
  const accorde = () => peek(AGREEMENT) !== null;

  // Gives a stored evaluation and remembers the text it comes from; `fresh` when the reader now works from that text.
  function given(key, text, fresh) {
    const evaluation = parsed(key, text);
    if (!evaluation) return null;
    if (fresh || !bases.has(key)) bases.set(key, text);
    origins.set(evaluation, text);
    return evaluation;
  }

  function lister(listeId = "") {
    const start = listeId ? `${PREFIX}${listeId}.` : PREFIX;
    const stored = keys(start)
      .filter((key) => !pending.has(key))
      .map((key) => given(key, peek(key), false));
    const unsaved = [...pending].filter(([key]) => key.startsWith(start)).map(([, evaluation]) => structuredClone(evaluation));
    return [...stored, ...unsaved].filter(Boolean).sort(window.Commun.lastFirst);
  }

  function lire(listeId, id) {
    const key = keyOf({ liste: listeId, id });
    if (pending.has(key)) return structuredClone(pending.get(key));
    return given(key, peek(key), true);
  }

  function saved(key, evaluation, text) {
    pending.delete(key);
    bases.set(key, text);
    origins.set(evaluation, text);
    return { ok: true };
  }

  // The stored text that this tab works from, if any.
  const baseOf = (evaluation) => origins.get(evaluation) ?? bases.get(keyOf(evaluation)) ?? null;
  // Whether what this tab works from was erased elsewhere.
  const disparue = (evaluation) => baseOf(evaluation) !== null && peek(keyOf(evaluation)) === null;

  // Saves, unless another tab changed or erased the same evaluation meanwhile. `modifie` becomes now if the caller did not change it.
  function enregistrer(evaluation) {
    const key = keyOf(evaluation);
    const there = peek(key);
    const former = there === null ? null : parsed(key, there);
    const known = pending.get(key) ?? former;
    if (known?.modifie === evaluation.modifie && JSON.stringify(known) !== JSON.stringify(evaluation)) evaluation.modifie = now();
    const text = JSON.stringify(evaluation);
    if (there !== text && there !== baseOf(evaluation)) {
      // The caller holds its version; from here on, `lire` gives the other.
      pending.delete(key);
      return failure("conflit", { autre: former });
    }
    const reason = accorde() ? there !== text && write(key, text) : "refuse";
    if (!reason) return saved(key, evaluation, text);
    pending.set(key, structuredClone(evaluation));
    return failure(reason);
  }

  /** @type {Autoevaluation["dossiers"]["enSuspens"]} */
  const enSuspens = () => [...pending.values()];

  // Writes what this tab had in memory only: once the reader agrees, here or in another tab, or once there is room again.
  function writePending() {
    const results = accorde() ? [...pending.values()].map(writeOrCopy) : [];
    return results.find((result) => !result.ok) ?? { ok: true };
  }

  // The reader is not there to choose: what another tab wrote stays, and what was in memory is kept beside it.
  function writeOrCopy(evaluation) {
    const result = enregistrer(evaluation);
    return result.raison === "conflit" ? enregistrer(enCopie(evaluation)) : result;
  }

  function accorder() {
    const reason = write(AGREEMENT, now());
    return reason ? failure(reason) : writePending();
  }

  function effacer(listeId, id) {
    const key = keyOf({ liste: listeId, id });
    pending.delete(key);
    bases.delete(key);
    const gone = peek(key) === null || remove(key);
    if (gone) writePending();
    return gone
      ? { ok: true }
      : failure("refuse", {
          message: "Ce navigateur refuse d’effacer cette évaluation. Effacez les données de ce site dans les réglages du navigateur.",
        });
  }

  // Leaves nothing of the self-assessments in this browser, whatever their version, and touches nothing else.
  function toutEffacer() {
    pending.clear();
    bases.clear();
    keys(ROOT).forEach(remove);
    return keys(ROOT).length
      ? failure("refuse", { message: "Ce navigateur refuse d’effacer. Effacez les données de ce site dans ses réglages." })
      : { ok: true };
  }

  // What is stored under our names and cannot be read: kept as it is until the reader downloads or erases it.
  function illisibles() {
    return keys(ROOT)
      .filter((key) => key !== AGREEMENT)
      .map((cle) => ({ cle, texte: peek(cle) ?? "" }))
      .filter(({ cle, texte }) => !parsed(cle, texte));
  }

  function effacerIllisible(cle) {
    return illisibles().some((entry) => entry.cle === cle) && remove(cle) ? { ok: true } : failure("refuse");
  }

  // Calls back when another tab wrote or erased: {liste, id} of the evaluation, or both null (agreement, everything erased).
  function surChangement(rappel) {
    const heard = ({ key }) => {
      if (key !== null && !key.startsWith(ROOT)) return;
      const [liste, id] = key?.startsWith(PREFIX) && key !== AGREEMENT ? key.slice(PREFIX.length).split(".") : [null, null];
      rappel({ liste, id: id ?? null });
    };
    addEventListener("storage", heard);
    return () => removeEventListener("storage", heard);
  }

  addEventListener("storage", ({ key, newValue }) => {
    if (key === AGREEMENT && newValue !== null) writePending();
  });

  api.dossiers = {
    SITE,
    partage,
    FORMAT,
    VERSION,
    LENGTHS,
    visible,
    nettoyer,
    nouvelle,
    enCopie,
    disponible,
    accorde,
    accorder,
    lister,
    lire,
    enSuspens,
    disparue,
    enregistrer,
    effacer,
    toutEffacer,
    illisibles,
    effacerIllisible,
    surChangement,
  };
})();

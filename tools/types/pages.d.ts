// What the scripts of the pages share. The keys are those of the data that the templates write in the pages.

// A selector names an element of our own templates, which is HTML: a script that draws says so where it is not.

interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  querySelector<E extends HTMLElement = HTMLElement>(selectors: string): E | null;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll<E extends HTMLElement = HTMLElement>(selectors: string): NodeListOf<E>;
}

interface Element {
  closest<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  closest<E extends HTMLElement = HTMLElement>(selectors: string): E | null;
}

type Contenu = string | Node | null;

interface TaillePage {
  width: string;
  height: string;
}

/** What the scripts of several components share. */
interface Commun {
  /** A day as `2026-09-01`: today's without one. */
  isoDay(day?: Date): string;
  /** The first and last days that a field takes. */
  bornes: { min: string; max: string };
  /** The year in which the school year of a day begins; whether its September is not over; what the day proposes to a field, if it decides it. */
  schoolStart(jour?: string, premier?: string): number;
  closingStart(jour?: string): number;
  beforeOctober(jour?: string): boolean;
  ofTheDay(source: string, closes: boolean, came: string): string | undefined;
  /** What is wrong in a school year, or in the year of a September beside that of its sheet, in a sentence; nothing if they go together. */
  wrongYear(control: HTMLInputElement | HTMLTextAreaElement): string;
  inWords(jour: string): string;
  /** What is wrong in what one wrote in a field, in a sentence; nothing if it is as it should. */
  wrongIn(control: HTMLInputElement | HTMLTextAreaElement): string;
  /** Tells beside a field what is wrong in it: aloud too, unless it is what was told there. */
  aloud(place: Element, words: string): void;
  /** What a place of a sheet shows of a value, whose stop is left out where the sentence has its own. */
  inPlace(place: Element, text: string): string;
  onNewDay(tell: () => unknown): void;
  /** Brings a script of the site; resolves once it came or did not. */
  bring(src: string): Promise<unknown>;
  /** Has the page wear the styles that come with what a script draws. */
  dress(brought: { style: string }): void;
  /** What the search shows where it finds nothing, and the styles of what it finds (macros/export/search.py). */
  rien: { html: string; style: string };
  /** Asks before what is written is lost with the page, erases it, and says so in sight on a page that the browser brings back. */
  onLeaving(holds: () => boolean, erase: () => unknown, tell: (sentence: string) => unknown, place: Element): void;
  /** Puts what was changed last first; what claims a moment to come, last. */
  lastFirst(a: { modifie: string }, b: { modifie: string }): number;
  quoted(text: string): string;
  many(count: number, one: string, several: string): string;
  fold(text: string): string;
  /** What paper's styles make of an empty copy of a place, while something is done; what a page of a name holds; how many a frame takes. */
  onPaper<T>(place: Element, work: (copy: HTMLElement) => T): T;
  pageSize(name: string): TaillePage;
  footed(name: string, words: Map<string, string>): CSSStyleSheet;
  framed(size: TaillePage, content: Contenu): HTMLElement;
  columned(size: TaillePage, content: Contenu): HTMLElement;
  columns(frame: HTMLElement): number;
  fitted(paper: HTMLElement, count: () => number): void;
  make<K extends keyof HTMLElementTagNameMap>(tag: K, name?: string, ...content: Contenu[]): HTMLElementTagNameMap[K];
}

// ---- Self-assessments

interface Renvoi {
  renvoi: string;
  nom: string;
  href: string;
}

interface Question {
  id: string;
  theme: string;
  question: string;
  force: string;
  /** Whether its clauses bind the staff. */
  oblige: boolean;
  /** The family of a rated criterion. */
  cote: string;
  eliminatoire: boolean;
  articles: Renvoi[];
  /** Fingerprint of its words, and of each clause that it rests on. */
  empreinte: string;
  empreintes: Record<string, string>;
  si: { sujet: string; reponse: string }[];
  remede: string;
  documents: string[];
  moment: string;
  echeance: string;
}

interface Fait {
  id: string;
  question: string;
  /** Fingerprint of its words. */
  empreinte: string;
}

interface Liste {
  id: string;
  titre: string;
  themes: { id: string; titre: string }[];
  faits: Fait[];
  /** Answers to facts that contradict one another, by fact. */
  incompatibles: { reponses: Record<string, string>; pourquoi: string }[];
  questions: Question[];
  /** The forces that bind, each with its name and its plural. */
  lient: { force: string; mots: [string, string] }[];
  /** The families of its rated criteria; `eliminatoire`: how one that nothing makes up for is told, if there may be some. */
  familles: { cote: string; nom: string; eliminatoire: string }[];
  echeances: Record<string, string[]>;
  reperes?: string[];
}

interface Reponse {
  reponse: string;
  note: string;
  question: string;
  empreinte: string;
  empreintes: Record<string, string>;
}

interface Evaluation {
  format: string;
  version: number;
  site: string;
  liste: string;
  id: string;
  nom: string;
  annee: string;
  cree: string;
  modifie: string;
  faits: Record<string, string>;
  /** In what words each fact was asked when it was answered. */
  enonces: Record<string, { question: string; empreinte: string }>;
  reponses: Record<string, Reponse>;
  plan: Record<string, { qui: string; date: string } | undefined>;
}

interface Changement {
  question: boolean;
  articles: string[];
}

/** Whether a question is asked, and if not what decides it. */
interface Posee {
  posee: boolean;
  raison: { sujet: string; question: string; reponse: string | null } | null;
}

/** Answers about the situation that cannot all be true, and why. */
interface Contradiction {
  dits: { id: string; question: string; reponse: string }[];
  pourquoi: string;
}

interface Compte {
  posees: number;
  respectees: number;
  manquees: number;
  aVerifier: number;
  sansReponse: number;
  sansObjet: number;
}

interface Camps {
  obligations: Compte;
  recommandations: Compte;
  references: Compte;
}

type Camp = keyof Camps;

/** A line of the plan: what is missing, and when it falls due. */
interface Ecart extends Pick<Question, "id" | "question" | "force" | "oblige" | "articles" | "remede" | "documents" | "moment" | "cote"> {
  date: string | null;
  passee: string | null;
  fixe: boolean;
  qui: string;
  quand: string;
  reponse: string;
  note: string;
  camp: Camp;
  grave: boolean;
}

interface Etat {
  ton: string;
  manquees: number;
  passees: number;
  avant: string | null;
  /** Its tone as it is coloured. */
  teinte: string;
  phrase: string;
  suite: string[];
  /** What « sans objet » leaves out of the count, in a sentence, where all is well. */
  retire: string;
  /** That answers contradict one another, where the first sentence says something graver. */
  contredit: string;
  /** That there is nothing to do, so far or for now, in a sentence: for who has no gap. */
  rien: string;
}

interface Famille {
  nom: string;
  total: number;
  max: number;
  cotes: number;
  posees: number;
}

/** An answer that a list no longer asks for. */
interface Retiree {
  id: string;
  question: string;
  reponse: string;
  note: string;
}

/** What became of a save: `raison` and `message` where it failed, `autre` what another tab wrote. */
interface Sort {
  ok: boolean;
  raison?: string;
  message?: string;
  autre?: Evaluation | null;
}

interface Lus {
  evaluations: Evaluation[];
  messages: string[];
}

interface Ecartes {
  reponses: string[];
  champs: string[];
  coupes: string[];
}

/** What the scripts of a self-assessment's page share. */
interface PageAutoevaluation {
  root: HTMLElement;
  find<E extends HTMLElement = HTMLElement>(selector: string): E;
  liste: Liste;
  evaluation: Evaluation;
  /** Shows an evaluation; returns what became of the one that it takes the place of, in sentences. */
  open(one: Evaluation): string[];
  render(): void;
  answer(id: string, reponse: string): void;
  settle(id: string, reponse: string): void;
  planned(id: string, key: string, value: string): void;
  ask(text: string, yes: string, action: () => void): void;
}

interface Autoevaluation {
  elements: {
    link(href: string, text: string): HTMLAnchorElement;
    articleLinks(articles: Renvoi[]): Contenu[];
    button(text: string, action: () => void): HTMLButtonElement;
    piece(name: string): DocumentFragment;
    grouped<T>(items: T[], keyed: (item: T) => string): Map<string, T[]>;
    differs(element: Element, ...look: unknown[]): boolean;
  };
  calcul: {
    posees(liste: Liste, evaluation: Evaluation): Map<string, Posee>;
    /** What a fact was asked in and answered, if its words have changed since. */
    faitRouvert(fact: Fait | undefined, evaluation: Evaluation): { question: string; reponse: string } | null;
    rouvertes(liste: Liste, evaluation: Evaluation): Map<string, Changement>;
    retirees(liste: Liste, evaluation: Evaluation): Retiree[];
    progres(liste: Liste, evaluation: Evaluation): { repondues: number; posees: number };
    bilan(liste: Liste, evaluation: Evaluation): Camps & { themes: (Camps & { id: string; titre: string; manques: string[] })[] };
    contredits(liste: Liste, evaluation: Evaluation): Contradiction[];
    /** A contradiction in sentences. */
    dit(one: Contradiction): string;
    etat(liste: Liste, evaluation: Evaluation, jour: string): Etat;
    plan(liste: Liste, evaluation: Evaluation, jour: string): Ecart[];
    cotes(liste: Liste, evaluation: Evaluation): { familles: Famille[]; graves: string[]; enCause: boolean };
    /** What the forces that bind are called, in the plural. */
    lient(liste: Liste): string;
    valide(question: Question, answer: string): boolean;
    /** Whether an answer is a gap: something is missing, or to be verified. */
    ecart(reponse: string): boolean;
    tard(item: Ecart, quand: string, jour: string): string;
  };
  dossiers: {
    SITE: string;
    partage: { site: string; reponses: Record<string, string>; cotes: Record<string, string>; forces: Record<string, string>; listes: string[] };
    FORMAT: string;
    VERSION: number;
    LENGTHS: Record<string, number>;
    visible(text: string): string;
    nettoyer(valeur: unknown, couper?: boolean): { evaluation: Evaluation; refus: null; ecarts: Ecartes } | { evaluation: null; refus: string; ecarts: Ecartes };
    nouvelle(liste: string, nom: string, annee: string): Evaluation;
    enCopie(evaluation: Evaluation): Evaluation;
    disponible(): boolean;
    accorde(): boolean;
    accorder(): Sort;
    lister(liste?: string): Evaluation[];
    lire(liste: string, id: string): Evaluation | null;
    /** What could not be written, and stays in memory. */
    enSuspens(): Evaluation[];
    /** Whether what this tab works from was erased elsewhere. */
    disparue(evaluation: Evaluation): boolean;
    enregistrer(evaluation: Evaluation): Sort;
    effacer(liste: string, id: string): Sort;
    toutEffacer(): Sort;
    illisibles(): { cle: string; texte: string }[];
    effacerIllisible(cle: string): Sort;
    surChangement(rappel: (changed: { liste: string | null; id: string | null }) => void): () => void;
  };
  exports: {
    exporter(evaluations: Evaluation[]): string;
    nomDeFichier(evaluations: Evaluation[], extension?: string, jour?: string): string;
    telecharger(nom: string, type: string, texte: string): void;
    importer(texte: string, nomFichier?: string, options?: { connues?: Evaluation[]; listes?: string[] | null }): Lus;
    /** What cannot be read of the storage, as a file that `importer` takes. */
    brut(illisibles: { cle: string; texte: string }[]): string;
    horsListe(liste: Liste, evaluations: Evaluation[]): string[];
    lireFichier(fichier: File, options?: { connues?: Evaluation[]; listes?: string[] | null }): Promise<Lus>;
    csv(plan: Ecart[], liste: Liste, evaluation: Evaluation): string;
    ics(plan: Ecart[], liste: Liste, evaluation: Evaluation): string;
    /** The day of a line of the plan in a calendar, or null. */
    jourDe(line: Ecart): string | null;
    reponseEnMots(code: string): string;
  };
  bilan: { montrer(page: PageAutoevaluation, state: Etat, gaps: Ecart[]): void; avancer(page: PageAutoevaluation, state: Etat): string; resume(page: PageAutoevaluation): HTMLElement[]; icone(state: Etat): DocumentFragment };
  uneFeuille: { montrer(page: PageAutoevaluation, state: Etat, gaps: Ecart[]): void };
  plan: {
    montrer(page: PageAutoevaluation, gaps: Ecart[], state: Etat): void;
    noter(page: PageAutoevaluation, id: string, note: string): void;
    telecharger(page: PageAutoevaluation, extension: "csv" | "ics"): void;
    jour(item: Ecart): string;
  };
  questions: {
    /** Returns what is to be said aloud. */
    montrer(page: PageAutoevaluation): string;
    montrerNotes(page: PageAutoevaluation): void;
    ecrire(card: HTMLElement, note: string): void;
    /** Returns whether it is open. */
    deplierNote(card: HTMLElement, open?: boolean): boolean;
    citer(page: PageAutoevaluation, card: HTMLElement): void;
    viser(page: PageAutoevaluation): void;
  };
  garde: {
    vierge(liste: Liste): Evaluation;
    estVierge(evaluation: Evaluation): boolean;
    titre(evaluation: Evaluation): string;
    derniere(liste: Liste): Evaluation;
    enregistrer(page: PageAutoevaluation): void;
    bientot(page: PageAutoevaluation): void;
    achever(page: PageAutoevaluation): void;
    annuler(): void;
    enAttente(): boolean;
    enPeril(): boolean;
    enConflit(): boolean;
    exporter(evaluations: Evaluation[]): void;
    copier(page: PageAutoevaluation): { copie: Evaluation; dit: string[] };
    mettreDeCote(page: PageAutoevaluation): string[];
    montrerConflit(page: PageAutoevaluation, result: Sort | null): void;
    montrerEtat(page: PageAutoevaluation): void;
    montrerChoix(page: PageAutoevaluation): void;
    montrerAnnees(page: PageAutoevaluation): void;
  };
  gestion: {
    actions: Record<string, (page: PageAutoevaluation) => void>;
    importer(page: PageAutoevaluation, input: HTMLInputElement): Promise<void>;
    quitterDisparue(page: PageAutoevaluation): void;
    dire(page: PageAutoevaluation, sentences: string[]): void;
  };
  tableau: {
    dessiner(rows: Rangee[], some: Colonne[], view: Vue): HTMLElement;
    rangee(question: Question, all: Colonne[]): Rangee;
    nomDe(evaluation: Evaluation): string;
    anneeDe(evaluation: Evaluation): string;
    jourDe(evaluation: Evaluation): string;
  };
}

/** An evaluation of the comparison, with what its answers come to. */
interface Colonne {
  index: number;
  evaluation: Evaluation;
  asked: Map<string, Posee>;
  changed: Map<string, Changement>;
  state: Etat;
  removed: Retiree[];
  /** Where it comes from, if another one has its name, its year and its day. */
  origine: string;
}

interface Case {
  code: string;
  words: string;
  gap: boolean;
  changed: boolean;
  note: string;
  year: string;
}

interface Rangee {
  question: Question;
  answers: Case[];
  notable: boolean;
}

interface Vue {
  liste: Liste;
  byYear: boolean;
  withSummary: boolean;
}

// ---- A class at once

interface Eleve {
  nom: string;
  prenom: string;
  groupe?: string;
  /** The line of the list, from 0, and what is to be checked of it. */
  ligne?: number;
  avis?: string[];
  /** Whether the reader ticked that this pupil's answer is missing. */
  manque?: boolean;
}

/** How a list's columns are read: in which order, and which ones. */
interface Disposition {
  ordre: string;
  nom: number;
  prenom: number;
}

/** What a title says of its column: `genre` is « nom », « prenom », « complet », « groupe », « autre », or empty. */
interface SensTitre {
  genre: string;
  tiers: boolean;
  ordre: string;
  /** Whether all its words are known, and whether it could be a name. */
  entier: boolean;
  faible: boolean;
  /** Whether it says that the names are pupils'. */
  eleve?: boolean;
}

/** What a column looks like: whether its cells look like names, hold both names, separate them with a comma, are all the same. */
interface ColonneClasse {
  index: number;
  titre: string;
  sens: SensTitre;
  cells: string[];
  /** Whether it holds « Mme Feinte », a teacher's name. */
  civil: boolean;
  nomme: boolean;
  autre: boolean;
  virgule: boolean;
  plein: boolean;
  constant: boolean;
  /** Whether a name may be among its words, with nothing to tell. */
  parle: boolean;
  distinct: number;
  virguleEspace: boolean;
}

/** A possible reading: the role of some columns. */
interface Piste {
  roles: Map<number, string>;
  pourquoi: string;
}

/** A line of a list: `statut` is « eleve », « titres » or « rapport », `devine` what it is without the reader's word, `surplus` the cells too many. */
interface LigneClasse {
  index: number;
  cellules: string[];
  statut: string;
  devine: string;
  pourquoi: string;
  surplus: string[];
  seule?: boolean;
  /** What a column says of this person alone, « Enseignant ». */
  dit?: string;
}

/** A sheet of a workbook: how many of its lines and columns are hidden, what is struck out. */
interface FeuilleClasseur {
  nom: string;
  texte: string;
  masquees: number;
  colonnes: number;
  barrees: string[];
}

/** What the reader chose against what was guessed. */
interface ReglagesClasse extends Partial<Disposition> {
  entete?: boolean;
  facon?: string;
  roles?: string[];
  lignes?: Record<number, string>;
  /** Whether a family name that lacks is that of the line above. */
  fratrie?: boolean;
  /** Whether the names below others are pupils' too. */
  dessous?: boolean;
}

/** A reading under some settings, all its pupils and the first ones. */
interface LectureTentee {
  found: Lecture | { refus: string };
  reglages: ReglagesClasse;
  tous: Eleve[];
  eleves: Eleve[];
  nombre: number;
}

/** A question to the reader: each reading with its first pupils, and what to read again with. */
interface ChoixClasse {
  question: string;
  options: { reglages: ReglagesClasse; eleves: Eleve[]; nombre?: number }[];
  /** Whether nothing may be made before the answer. */
  bloque: boolean;
}

interface Lecture {
  refus?: undefined;
  eleves: Eleve[];
  facon: string;
  reglages: ReglagesClasse;
  lignes: LigneClasse[];
  /** Where each column is in the cells of a line. */
  place: number[];
  colonnes: { nom: string; titre: string; role: string; pourquoi: string }[];
  entete: boolean;
  disposition: Disposition;
  choix: ChoixClasse | null;
  /** What was left aside, in sentences. */
  reserves: string[];
  messages: string[];
  /** What was said of the file: its letters were guessed, some of its lines are hidden. */
  doutes?: string[];
}

/** A sheet to print: `eleve` is the number of the pupil from 0, below 0 for what is made once; `document` the form's id, empty for that. */
interface FeuilleClasse {
  words: string;
  eleve: number;
  document: string;
  /** Of a pupil: which one it is (« 3 de 30 »), and what the document is. */
  numero?: string;
  titre?: string;
  /** What it is copied from. */
  modele?: HTMLElement;
  /** What makes it; `suite` says which pages it is. */
  faire(suite?: string): HTMLElement;
  /** What differs from one pupil to the other: the name, the group. */
  propres?: string[];
  /** Of a table and what stands around it: its lines, and what makes it as high with less, for some of them. */
  lignes?: Eleve[];
  mesure?(only: Eleve[]): HTMLElement;
}

/** A sheet whose pages are known: what its number is followed by, whether a page without anything comes after it. */
interface FeuillePlacee extends FeuilleClasse {
  suite: string;
  blanche: boolean;
  /** What each of its pages says, if it has several. */
  pied: string;
}

/** The sheets as they stand on the page. */
interface LotClasse {
  montrer(step?: number): { rang: number; nombre: number; words: string };
  finir(): void;
  retirer(): void;
}

/** What the page of a class holds, in memory only: `reading` is null for a list written by hand, `before` is one step back. */
interface EtatClasse {
  text: string;
  reading: Lecture | null;
  order: string;
  pupils: Eleve[];
  /** What one takes back: the list, or the line alone that was taken away from it. */
  before: (Pick<EtatClasse, "text" | "reading" | "order" | "pupils" | "groupe" | "corrige"> & { retire: number | null }) | null;
  lot: LotClasse | null;
  /** The group that the list gave to its field. */
  groupe: string;
  /** Whether the table was changed by hand since it was read. */
  corrige: boolean;
}

/** A document that a class may get: `listes` says which of its fields come from the list, `questions` what the register asks. */
interface DocumentClasse {
  id: string;
  titre: string;
  retour: boolean;
  uneFois: string;
  questions: { nom: string; libelle: string }[];
  listes: Record<string, ("nom" | "prenom")[]>;
}

/** What the scripts of the page of a class share: the page, what it holds, and what each may ask of the others. */
interface PageClasse extends CommunsClasse, TableauClasse, SourceClasse, PreparationClasse {
  root: HTMLElement;
  /** Where the list is pasted. */
  source: HTMLTextAreaElement;
  find(selector: string): any;
  all(selector: string): any[];
  /** The element that has a part on the page. */
  role(name: string): any;
  /** Shows sentences in a live region. */
  say(sentences: unknown, where?: "lecture" | "preparation", refused?: boolean): void;
  /** Says why nothing is done. */
  refuse(sentence: string, where?: "lecture" | "preparation"): void;
  state: EtatClasse;
}

/** The documents and the fields of all: told by their ids, or by their labels, joined (`wrong`, `empty`). */
interface CommunsClasse {
  chosen(): DocumentClasse[];
  written(id: string): Map<string, { type: string; valeur: string }>;
  propose(groupe: string): void;
  otherGroup(): string | undefined;
  freeGroups(id: string): string[];
  heading(documents: DocumentClasse[], groupe: string): { id: string; libelle: string; valeur: string }[];
  wrong(): string;
  empty(): string;
}

interface TableauClasse {
  two(): boolean;
  /** A pupil, or the columns of a reading, the name in the place of the first name. */
  flip(pupil: any): any;
  draw(): void;
  verify(): void;
  /** The pupils whose sheets are to be made. */
  concerned(): Eleve[];
  missing(): void;
  tickAll(manque: boolean): void;
  /** Keeps the list as it is, for one step back, called by some words. */
  keep(retire?: number | null): void;
  undo(): void;
  add(): void;
  gesture(name: string, row: HTMLTableRowElement): void;
  clear(): void;
}

interface SourceClasse {
  read(text?: string, settings?: ReglagesClasse, said?: unknown[]): void;
  how(reading: Lecture): string;
  /** What the list says of the groups, in a sentence. */
  groups(): string;
  /** That the text was changed and not read again; empty if it was not. */
  unread(): string;
  showSettings(): void;
  close(): void;
}

interface PreparationClasse {
  stale(): void;
  remove(): void;
  prepare(): void;
  show(step?: number): void;
}

/** A blank sheet with what is the same for all, to be copied for each pupil. */
interface ModeleClasse {
  feuille: HTMLElement;
  listes: Record<string, ("nom" | "prenom")[]>;
}

interface Classe {
  mots: {
    plain(text: string): string;
    titre(cell: string): SensTitre;
    abrege(cell: string): boolean;
    /** Whether a cell is a title, and could be nothing else. */
    estTitre(cell: string): boolean;
    estTitres(cells: string[]): boolean;
    rapport(text: string): string;
    /** The group that a line alone says, or nothing; `bare`: a number alone says one. */
    groupeDe(text: string, bare?: boolean): string;
    estAdieu(text: string): boolean;
    estUsuel(cell: string): boolean;
    estClair(cell: string): boolean;
    estFamille(cell: string): boolean;
    estCivil(cell: string): boolean;
    estParti(cell: string): boolean;
  };
  foyers: {
    familles(text: string): string[][] | null;
    /** Which lines are those of addresses. */
    adresses(lines: string[]): Set<number>;
    /** Those that stand between a name and its address. */
    entre(lines: string[]): string[];
    sansAdresses(lines: string[]): string[];
    etiquettes(text: string): string[][] | null;
  };
  lignes: {
    /** A text without what is invisible, its letters composed. */
    clair(text: string): string;
    propre(text: string): string;
    share<T>(things: T[], test: (thing: T, index: number) => unknown): number;
    commonest(lengths: number[]): number;
    facons(text: string): { retenue: string; autre: string };
    couper(text: string, facon: string): { rows: string[][]; broken: boolean };
    isolees(text: string): Set<string>;
    /** The whole names that stand below another one, in blocks. */
    dessous(text: string): Set<string>;
  };
  noms: {
    nu(cell: string): { coeur: string; autour: string[] };
    couper(cell: string, ordre: string, capitales?: boolean): { nom: string; prenom: string; doute: boolean };
    /** Whether a word is in capitals, of two letters or more. */
    isCapitals(word: string): boolean;
    enCapitales(cell: string): boolean;
    estCompose(cell: string): boolean;
    colles(text: string): boolean;
  };
  statuts: {
    lire(rows: string[][], facon: string, reglages: ReglagesClasse): { lignes: LigneClasse[]; titres: string[]; groupes: string[]; deux: boolean; douteux: boolean };
  };
  colonnes: {
    decrire(rows: string[][], titles: string[], groups?: string[], commas?: boolean): ColonneClasse[];
    pistes(columns: ColonneClasse[]): Piste[];
    /** Whether words, three or more, are in the order of the alphabet. */
    isSorted(words: string[]): boolean;
  };
  verification: {
    LONGEST: number;
    quoted(text: string): string;
    verifier(pupils: Eleve[], deux?: boolean): string[][];
    trier(pupils: Eleve[]): Eleve[];
    /** Pupils by group, in the order of the groups. */
    parGroupe(pupils: Eleve[]): { groupe: string; eleves: Eleve[] }[];
    nomComplet(eleve: Eleve): string;
    nomDeListe(eleve: Eleve): string;
  };
  liste: Classe["verification"] & {
    /** The sentence that refuses a file of another kind. */
    AUTRE: string;
    MOST: number;
    LARGEST: number;
    refuser(bytes: Uint8Array): string;
    lire(text: string, reglages?: ReglagesClasse): Lecture | { refus: string };
    propre(text: string): string;
  };
  classeur: {
    lire(bytes: Uint8Array, adresse: string): Promise<{ refus?: undefined; feuilles: FeuilleClasseur[] } | { refus: string }>;
    colle(copied: DataTransfer): string;
  };
  feuillets: {
    pages(place: HTMLElement, sheets: FeuilleClasse[]): number[] | null;
    totaux(sheets: FeuilleClasse[], pages: number[]): Map<number, any>;
    suites(sheets: FeuilleClasse[], pages: number[]): string[];
    blanche(): HTMLElement;
  };
  lot: { poser(place: HTMLElement, plans: FeuillePlacee[]): LotClasse };
  compris: { montrer(place: HTMLElement, reading: Lecture, change: (settings: ReglagesClasse) => void): void };
  feuilles: {
    modele(template: HTMLTemplateElement, valeurs: Map<string, { type: string; valeur: string }>, listes: Record<string, ("nom" | "prenom")[]>): ModeleClasse;
    exemplaire(modele: ModeleClasse, eleve: Eleve, numero: string, propres?: Map<string, string>): HTMLElement;
    registre(documents: DocumentClasse[], eleves: Eleve[], entete: { libelle: string; valeur: string }[], premier: number, only?: Eleve[] | null): HTMLElement;
    ecrire(sheet: HTMLElement, id: string, text: string): void;
    uneFois(modele: ModeleClasse, propres: Map<string, string>): HTMLElement;
  };
  tableau(page: PageClasse): TableauClasse;
  source(page: PageClasse): SourceClasse;
  preparation(page: PageClasse): PreparationClasse;
}

/** Bytes to letters; `encodage` is a key of `noms`, `sur` tells whether the bytes themselves say it, `possibles` what else to try. */
interface Octets {
  lire(bytes: Uint8Array, choisi?: string): { texte: string; encodage: string; sur: boolean; possibles: string[] };
  doute(lu: { encodage: string; sur: boolean }, fichier?: string): string;
  noms: Record<string, string>;
}

/** « Mon école »: what is written about the school and the sender, by key; `pour` what suits a proposal of the data. */
interface Ecole {
  valeurs(): Record<string, string>;
  pour(keys: string): string;
  ecrire(root: ParentNode): void;
  ecouter(listener: () => void): void;
}

// ---- Puis-je?

/** Which answer there is to a question, over which days, and what it is made of. */
interface LigneDeReponse {
  plateforme: string;
  destinataire: string;
  contenu: string;
  du: string;
  au?: string;
  verdict: string;
  /** Whether to propose it in the place of another: a yes, which is not only a tolerance for who already used it. */
  oui: boolean;
  corps: number;
  /** Whether the verdict or the conditions are others once it ends. */
  change: boolean;
}

interface QuestionDuPersonnel {
  question: string;
  mots: string[];
  adresse: string;
}

/** What happens to the helper before it answers, by the signs of it: a choice or a word, Enter in its field, another question of the address; and what
 * stood in the field when a means was chosen. */
type Meanwhile = { input?: boolean; keydown?: boolean; hashchange?: boolean; means?: string };

/** What the script of the answers brings (macros/rendering/helper_answers.py). */

interface PuisJe {
  /** Begins to answer, from what happened before; only where the page and the answers go together. */
  resume?(meanwhile: Meanwhile): void;
  lignes: LigneDeReponse[];
  html: Record<string, string>;
  situations: QuestionDuPersonnel[];
  moyens: Record<string, { noms: string[]; fiche: string; remplacer: string[]; reserve: string | null }>;
  phrases: Record<string, Record<string, string>>;
  style: string;
}

interface Trouver {
  bare(text: string): string;
  meansNamed(radios: HTMLInputElement[], typed: string): HTMLInputElement[];
  nameTyped(radio: HTMLInputElement, typed: string): string;
  brandNamed(radio: HTMLInputElement, name: string): string;
  situationsAbout(situations: QuestionDuPersonnel[], typed: string): QuestionDuPersonnel[];
}

interface Window {
  PuisJe: PuisJe;
  /** The content of the folds that the page leaves apart, by their number. */
  Plis: string[];
  Trouver: Trouver;
  Ecole?: Ecole;
  /** What a script of the page stopped on. */
  Rate?: unknown;
  /** Takes away what a tool says while it does not work; throws if it does not. */
  Panne: { lever(root: Element): void };
  /** The engine of the search, where the page runs it itself. */
  Recherche: (asked: Asked) => Reply;
  /** The same, beside the page, until what draws takes it. */
  Moteur?: Worker;
  Commun: Commun;
  Autoevaluation: Autoevaluation;
  Classe: Classe;
  Octets: Octets;
}

declare const Octets: Octets;

/** fflate, vendored: what we ask of it. */
declare const fflate: {
  unzipSync(bytes: Uint8Array, options: { filter(file: { name: string; originalSize: number }): boolean }): Record<string, Uint8Array>;
};

/** Papa Parse, vendored: what we ask of it. */
declare const Papa: {
  parse(text: string, options: object): { data: string[][]; errors: { type: string }[] };
};

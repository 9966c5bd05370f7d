// What the words of a class list say: the title of a column, the line of a report, a usual first name. French and English, as the
// school systems write them. Knows nothing of the page.
(() => {
  window.Classe ??= /** @type {any} */ ({});

  // Each stands for its plural too.
  class Words extends Set {
    has(word) {
      return super.has(word) || super.has(word.replace(/s$/, ""));
    }
  }
  const words = (text) => new Words(text.split(" "));

  // ---- Plain words

  // Small letters without accents, one space between words; « LastName » and « NOM_ELE » are several words.
  const plain = (text) =>
    text
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}#]+/gu, " ")
      .trim();

  // ---- Titles of columns

  const PRENOM = words(
    "first firstname fname forename given givenname nombres nome preferred preferredname pren prenom prenomeleve prenomusuel vorname",
  );
  const NOM = words("nom nomeleve nomfamille nomusuel patronyme famille last lastname surname family familyname lname apellido cognome nachname");
  const NAME = words("name fullname studentname displayname");
  const ELEVE = words("eleve ele student pupil child children enfant learner apprenant etudiant participant");
  const WHOLE = words("complet complete full whole display affiche affichage sortable");
  const GROUPE = words("groupe gr grp classe foyer group class homeroom section");
  const OF_GROUP = words(
    "nom name title base principal principale stable actuel actuelle officiel officielle code numero no n # num number id identifiant rep",
  );
  const SECOND = words("middle second deuxieme autre other initial initiale suffix suffixe maiden jeune");
  const TIERS = words(
    "accompagnateur accompagnatrice adulte advisor animateur animatrice autorite benevole chauffeur coach conjoint conjointe conseiller conseillere contact counsellor counselor " +
      "directeur direction directrice educateur educatrice emergency enseignant enseignante entraineur entraineuse father fratrie frere guardian instructor " +
      "intervenant intervenante marraine medecin mere moniteur monitrice mother organisateur organisatrice organizer orthopedagogue orthophoniste owner parent parrain payeur pere personnel presentateur presentatrice presenter prof professeur " +
      "professeure proprietaire psychoeducateur psychoeducatrice psychologue remplacant remplacante repondant repondante repondeur responsable " +
      "sibling signataire soeur staff stagiaire suppleant suppleante surveillant surveillante teacher tes titulaire tuteur tutrice urgence",
  );
  const OTHER = words(
    "# absence action address adresse age allergie annee autobus autorisation besoin birth birthdate birthday bulletin casier casse " +
      "cellulaire circuit city code commentaire connexion consentement country courriel cours course cycle date deconnexion degre discipline " +
      "dob domicile duration duree ecole email fiche gender genre grade guid horodateur id identifiant identification index join joined " +
      "language langue leave left level local mail matiere matricule minutes n naissance niveau no note num number numero ordre org pays " +
      "permanent phone photo plan postal presence program programme province rang remarque role rue school sex sexe signature sis sourced status statut " +
      "subject tel telephone timestamp transport usager user username utilisateur ville year",
  );
  const SMALL = words("de du des d l la le les et ou and of the a s en e in pour or legal legale usuel usuelle 1 2 3 repere votre notre");
  // Family names too: alone, they are no title.
  const WEAK = words(
    "child given last first family famille section class full second middle jeune display gr ele n no # id age genre note plan ordre rang sis tes index casse e parent",
  );

  const ARTICLE = /^(?:d[eu]s?|l[ae]s?)$/;

  // With a name, no other thing: « Nom à la naissance » is a family name.
  const OF_BIRTH = words("naissance birth");

  const has = (tokens, set) => tokens.some((token) => set.has(token));
  const tokensOf = (cell) => plain(cell).split(" ").filter(Boolean);
  const KNOWN = [PRENOM, NOM, NAME, ELEVE, WHOLE, GROUPE, SECOND, TIERS, OTHER, SMALL];
  const isKnown = (token) => KNOWN.some((set) => set.has(token));

  // Which comes first in a title that holds both.
  function orderOf(tokens) {
    const [first, last] = [PRENOM, NOM].map((set) => tokens.findIndex((token) => set.has(token)));
    return first >= 0 && last >= 0 ? (first < last ? "prenom-nom" : "nom-prenom") : "";
  }

  // « Pr\ufffdnom », « PrÃ©nom », « Pr?nom »: a letter that was lost between letters, or before them. It is nearly always an « é ».
  const LOST = /(?:\ufffd|Ã[\u0080-\u00bf\u0152-\u2122]|(?<=\p{L})\?)(?=\p{L})/gu;
  const restored = (letter, at, cell) => (/^\p{Lu}/u.test(cell.slice(at + letter.length)) ? "E" : "e");
  // « Élève 1 : Testard » is a label and what it says.
  const isLabelled = (cell) => tokensOf(cell.split(/(?::|\d\s?[-–—.)])\s*(?=\p{Lu}\p{L})/u)[1] ?? "").some((token) => !isKnown(token));

  // « S. Parent », « Parent, S. ».
  const INITIAL = /^\p{Lu}\. \p{Lu}|\p{L},? \p{Lu}\.$/u;

  // What a title says: `genre` is « nom », « prenom », « complet », « groupe », « autre », or empty if it says nothing known; `tiers` where
  // the names are another person's; `ordre` where it holds both; `entier` if all its words are known, `faible` if it could be a name.
  /** @type {Classe["mots"]["titre"]} */
  function titre(cell) {
    const tokens = tokensOf(cell.replace(LOST, restored));
    const none = { genre: "", tiers: false, ordre: "", entier: false, faible: false };
    if (!tokens.length || tokens.length > 16 || cell.length > 110 || isMention(cell) || isLabelled(cell) || INITIAL.test(cell)) return none;
    const said = kind(tokens);
    // « LaRue », « Du Cours » are families.
    const entier = tokens.every(isKnown) && !(ARTICLE.test(tokens[0]) && said.genre === "ailleurs");
    const faible = tokens.length === 1 && WEAK.has(tokens[0]);
    return { ...none, entier, faible, ...said };
  }

  const isOfGroup = (token) => [GROUPE, OF_GROUP, ELEVE, SMALL].some((set) => set.has(token)) || /^\d+$/.test(token);

  // « Xéna (nouvelle élève) » is a pupil: what is known of it stands in parentheses alone.
  function isMention(cell) {
    const [outside, ...inside] = cell.split(/[([]/).map((part) => plain(part).split(" "));
    return outside.some(Boolean) && !outside.some(isKnown) && inside.flat().some(isKnown);
  }

  function kind(tokens) {
    const [prenom, nom, name, eleve] = [PRENOM, NOM, NAME, ELEVE].map((set) => has(tokens, set));
    // « Parent1 » is a parent.
    if (tokens.some((token) => TIERS.has(token.replace(/\d/, "")))) return { genre: "ailleurs", tiers: prenom || nom || name || !has(tokens, OTHER) };
    // « Groupe ethnique », « Classe de neige » and « Groupe d’anglais » are not the pupil's class; « Groupe de l’élève » is.
    if (has(tokens, GROUPE) && !prenom && (!eleve || GROUPE.has(tokens[0]))) return { genre: tokens.every(isOfGroup) ? "groupe" : "ailleurs" };
    const others = tokens.filter((token) => OTHER.has(token) && !((prenom || nom || name) && OF_BIRTH.has(token)));
    // « Nom, prénom (fiche) » has both names, « Prénom Fiche Groupe » after a comma begins with one; « Courriel (prénom.nom) » has none.
    if (others.length && !(prenom && (nom ? !OTHER.has(tokens[0]) : PRENOM.has(tokens[0])))) return { genre: "ailleurs" };
    if (has(tokens, SECOND) && (prenom || nom || name)) return { genre: "ailleurs" };
    if (prenom && nom) return { genre: "complet", ordre: orderOf(tokens), eleve };
    if (prenom) return { genre: "prenom", eleve };
    if (nom && has(tokens, WHOLE)) return { genre: "complet", eleve };
    if (nom) return { genre: "nom", eleve };
    if (name || eleve) return { genre: "complet", ordre: tokens.includes("sortable") ? "nom-prenom" : "", eleve };
    return {};
  }

  // ---- What may be short for a title, where none is known

  const TITLES = [...PRENOM, ...NOM, ...NAME, ...ELEVE, ...GROUPE, "fiche", "numero", "number", "sexe", "date"];
  const within = (short, long) => {
    let at = 0;
    for (const letter of long) if (letter === short[at]) at += 1;
    return at === short.length;
  };
  const isShort = (token, dotted) =>
    token.length > 1 &&
    token !== "st" &&
    TITLES.some(
      (word) => word !== token && (dotted ? word.startsWith(token) : !/[aeiouy]/.test(token) && word[0] === token[0] && within(token, word)),
    );

  // « Prnm », « Fam. », « NOM_E »: letters that are left of a title, or signs that no name has.
  /** @type {Classe["mots"]["abrege"]} */
  function abrege(cell) {
    const tokens = tokensOf(cell);
    // « Gr. 501 » is a group.
    if (/\d{2}/.test(cell)) return false;
    return (
      /\p{L}(?:[_#]|:(?!\p{Ll}))/u.test(cell) ||
      (tokens.length > 0 && tokens.length < 4 && tokens.some((token) => isShort(token, cell.trim().endsWith("."))))
    );
  }

  const isSure = ({ genre, entier, faible }) => Boolean(genre) && entier && !faible;
  /** @type {Classe["mots"]["estTitre"]} */
  const estTitre = (cell) => isSure(titre(cell));

  // Whether a row of cells is one of titles: its cells name a pupil's columns, and none of them has to be a name.
  /** @type {Classe["mots"]["estTitres"]} */
  function estTitres(cells) {
    const full = cells.filter(Boolean);
    const said = full.map(titre);
    const strong = said.filter(({ genre, faible }) => ["nom", "prenom", "complet"].includes(genre) && !faible).length;
    const known = said.filter(({ genre }) => genre).length;
    const entire = said.filter(isSure);
    // « Voici, comme demandé, les élèves » is a sentence.
    if (full.some((cell) => /\d{3}|@/.test(cell)) || POLITE.has(plain(full[0] ?? "").split(" ")[0])) return false;
    // « Nom » and « Prénom » say all, whatever stands beside them.
    const certain = entire.map(({ genre }) => genre);
    if (["nom", "prenom"].every((kind) => certain.includes(kind))) return true;
    // « Last » and « First » could each be a name: together they are titles.
    const together = ["nom", "prenom"].every((kind) => said.some(({ genre, entier }) => genre === kind && entier));
    if (together && known * 2 >= full.length) return true;
    // « Participants  2 » counts them.
    if (full.length === 2 && /^\d+$/.test(full[1])) return false;
    if (full.length === 1) return isSure(said[0]) && !/\d/.test(full[0]);
    if (strong && known * 2 >= full.length) return full.length > 2 || known > 1 || !estUsuel(full.find((_, index) => !said[index].genre) ?? "");
    return (known > 1 && known === full.length && entire.length > 0) || (entire.length > 1 && known / full.length >= 0.6);
  }

  // ---- Lines of a report around the list

  const REPORT = words(
    "annee annexe anniversaires atelier autobus bulletin camarades classmates comite commission confidentiel conseil count cycle degre " +
      "document ecart ecole effectif eleves enseignant enseignante equipe etape exporte exportee filles foyer garcons generated genere generee " +
      "gpi groupe horaire ilot imprime imprimee inscriptions list liste maternelle matiere maximum mediane meeting members membres minimum " +
      "moyenne mozaik niveau nombre pavillon periode prescolaire primaire printed produit produite programme pupils rangee rapport recuperation " +
      "report resume reunion roster school secondaire semester somme sortie students summary table teacher titre titulaire totaux year",
  );
  const POLITE = words("bonjour bonsoir salut voici allo ci coucou kuei kwe hello hi hey dear cher chere");
  const FAREWELL =
    /^(?:merci|(?:bien |tres )?cordialement|salutations|au plaisir|bien a (?:vous|toi)|envoye d(?:e|epuis) m(?:on|a) |sent from my )\b/;
  // « Bonne journée », « Bon voyage »: a name goes on with a capital.
  const WISH = /^\P{L}*[Bb](?:on(?:ne)?s?|elle|eau) \p{Ll}{3}/u;
  // « À demain », « À la semaine prochaine », « Voilà! »: whole lines, since a name may begin so.
  const SHORT_FAREWELL =
    /^(?:a (?:bientot|demain|plus(?: tard)?|tantot|tres bientot|tout a l heure|(?:la (?:semaine )?)?prochaine|(?:lundi|mardi|mercredi|jeudi|vendredi)(?: (?:matin|prochain))?)|bises|bisous|voila|sincerement|amicalement|(?:thanks|thank you|(?:best |kind )?regards))$/;
  // These begin names too, so that something else of the line has to tell.
  const MAYBE = words("page classe centre css cours local date note prof professeur class period source nb fin feuille objet");
  const CIVIL = /^(?:mme|mlle|mr|mrs|ms|madame|monsieur|m\.)\s/i;

  const LISTED_AS = /(?:class|student)\s+(?:list|roster)$/i;

  // Signs that part or quote, numbers that count, a permanent code.
  const isRule = (text) => /^(?:[\d\s\-–—_=*~.|:;,/+>()[\]#%$]+|\p{L}{1,4} ?\d{4,})$/u.test(text);

  // What ends a message: its signature comes after.
  /** @type {Classe["mots"]["estAdieu"]} */
  const estAdieu = (text) => text === "--" || WISH.test(text) || FAREWELL.test(plain(text)) || SHORT_FAREWELL.test(plain(text));

  // « Rita Feinte (mère) » below a pupil, « Rita Feinte - TES », « Rita Feinte, titulaire ». (« Léa, Parent » is a pupil.)
  const isOfAnother = (said) => titre(said).tiers && titre(said).entier;
  const ROLE = /\S(?:\s+\(([^()]+)\)|\s+[-–—]\s+(.+)|,\s+(\p{Ll}.+))$/u;
  // « Directeur », « Enseignante de 5e »: the trade of who stands above.
  const estMetier = (text) => titre(text).entier && titre(text.split(" ")[0]).tiers;
  // « enseignante au préscolaire »; but « sœur de Léa » is a pupil.
  const isTrade = (said) => /^(?!fr|s[œo])\p{Ll}/u.test(said) && titre(said.split(" ")[0]).tiers;
  const aRole = (text) => (ROLE.exec(text) ?? []).slice(1).some((said) => said && !/^parents?$/i.test(said) && (isOfAnother(said) || isTrade(said)));

  // Why a line belongs to a report rather than to a pupil, or nothing.
  /** @type {Classe["mots"]["rapport"]} */
  function rapport(text) {
    const tokens = plain(text).split(" ");
    if (isRule(text)) return "aucune lettre";
    if (POLITE.has(tokens[0]) || estAdieu(text)) return "une phrase";
    // « 4 élèves », « 5e année B ».
    const first = tokens[Number(/^\d+(?:r?e|eme)?$/.test(tokens[0]))] ?? "";
    if (groupeDe(text) || REPORT.has(first) || tokens.includes("total") || LISTED_AS.test(text)) return "un titre ou un total";
    // « Fiche 1234567 » below each name is no name.
    if (/^fiche\W*\d+$/.test(tokens.join(" "))) return "une mention";
    if (CIVIL.test(text) || aRole(text) || (tokens.length > 1 && tokens[0] !== "parent" && estMetier(text))) return "le nom d’une autre personne";
    // « * = plan d’intervention ».
    if (/^[*†‡]+\s*=/.test(text)) return "une mention";
    // A letter of some names is a colon: « Iohserí:io ».
    if (/\p{L}\s*:(?!\p{Ll})/u.test(text)) return "une mention";
    if (/^(?:page (?:suiv|prec)|classe d[eu']?s? |ma classe)/.test(tokens.join(" "))) return "un titre ou une page";
    // « Pagé, Mila 501 » is a pupil.
    if (MAYBE.has(tokens[0]) && !/^\p{L}+, ?\p{Lu}/u.test(text) && (/\d/.test(text) || (tokens.length > 3 && tokens[0] !== "page")))
      return "un titre ou une page";
    // « Léa T. - Noah R. » ends with an initial.
    return (/!$/.test(text) && tokens[1]) || (/(?<!(?<!\p{L})\p{Lu})[.?…]$/u.test(text) && tokens.length > 4) ? "une phrase" : "";
  }

  // « Groupe 501 », « Gr. 5A - Rita Feinte », « 501 »: the group that a line alone says. (« Classe 2026-2027 » says a year.)
  const OF_THOSE = /^(?:groupe|gr|classe|foyer)(?:[ -]rep[eè]re)?\.?\s*[:#]?\s*(?!20\d\d\s?[-–/])(\d[\w-]{0,7}|\p{L})\s*(?:$|[-–—(,:|])/iu;
  const BARE = /^(?:\d{3}|\d{1,2}-?\p{Lu})(?=\s?[:–—-]?$)/u;
  /** @type {Classe["mots"]["groupeDe"]} */
  const groupeDe = (text, bare = false) => OF_THOSE.exec(text)?.[1] ?? ((bare && BARE.exec(text)?.[0]) || "");

  // ---- Usual first names, which tell a column of first names from one of family names. With a capital, those that are the names of many families
  // too: alone, they do not tell which column is which.

  const LISTED =
    "Adam adele agathe alexandra alexandre Alexis alice alicia amelia amelie amine amir amy anabelle anais Andre andrea anne annie anthony Antoine ariane arianne Arnaud arthur Aubin audrey aurelie axel " +
    "beatrice Benjamin Benoit Bernard brandon Bruno camille caroline catherine cedric chantal Charles charlie charlotte chloe Christian christine christophe claire clara Claude Clement Colin coralie cynthia " +
    "damien Daniel danielle daphne David delphine Denis diane dominic Dominique Dylan Edouard elena eli eliane Elie Eliot eliott elisabeth elise elizabeth ella Elliot ellie Eloi eloise Emanuel Emile emilie emilien " +
    "emily emma Emmanuel emy enzo eric erika estelle esther ethan Etienne eva eve Evan evelyne fatima fatou Felix flavie florence Florent france francis Francois francoise Frederic frederique Gabriel gabrielle " +
    "genevieve Georges Gerard Gilles Guillaume Gustave Guy helene Henri Hubert Hugo ines Isaac isabelle isaie Ismael Jacob Jacques jade jasmine Jean jeanne jennifer jeremie jeremy Jerome jessica joanie joel johanne " +
    "jonathan Jordan josee Joseph josephine joshua Juan Jules julia julianne julie julien juliette justin justine Karim karine Karl kevin Kim koralie laetitia laura laurence Laurent laurie lea leanne leila lena leo Leon " +
    "leonie liam lily lisa livia Logan loic lou Louis louise Luc Lucas lucie ludovic lydia lyna mael maelie maelle maeva magalie Malik malika manon Marc marguerite maria mariam marianne marie marika marilou marine mario " +
    "Martin martine maryam mateo Mathias Mathieu mathilde mathis matteo maude maverick maxence Maxime maya megan megane melanie melina melissa melodie mia michael Michel michele mila milan Mohamed Mohammed monique " +
    "mya myriam nadia nael naomi Nathan nathalie Nicolas nicole nina noa noah noe noemie nolan nora norah oceane olivia Olivier Omar ophelie Oscar Pascal patricia patrick Paul pauline penelope philip Philippe Pierre rachel " +
    "Rafael Raphael raphaelle rebecca Remi Rene Richard Robert robin romane romy rosalie Rose rosemarie roxane roxanne Ryan sabrina sacha salma sam Samuel samy sandra sandrine sara sarah sasha Sebastien serge Simon simone " +
    "sofia sophia sophie stella stephane stephanie steve suzanne Sylvain sylvie tania teo theo Theodore thierry Thomas tommy tristan valerie vanessa veronique vicky Victor victoria Vincent violette viviane william Xavier " +
    "yacine Yan yanis yannick yasmine yoan yohan yves Zacharie zachary zack zoe";
  const [USUAL, CLEAR] = [LISTED.toLowerCase(), LISTED].map((names) => new Set(names.split(" ")));
  // The names of many families, which are no first names.
  const FAMILIES = words(
    "beaulieu belanger benali bergeron boivin bouchard boucher caron cloutier cote dallaire desbiens diallo dube dufour fortin fournier " +
      "fradette gagne gagnon gaudreault gauthier girard harvey lachance lapointe larouche lavoie leblanc leclerc lefebvre lessard levesque " +
      "morin nadeau nguyen ouellet paquette pelletier perron poirier potvin poulin roy savard simard thibault traore tremblay villeneuve",
  );
  const firstWord = (cell) => plain(cell).split(" ")[0];
  const estUsuel = (cell) => USUAL.has(firstWord(cell));
  const estFamille = (cell) => FAMILIES.has(firstWord(cell));
  const estClair = (cell) => CLEAR.has(firstWord(cell));

  // « Propriétaire » or « Parti » in a pupil's line: who may not be one, or no longer.
  const GONE = /^(?:parti(?!c)|quitt|depart|inacti|transfer)/;
  /** @type {Classe["mots"]["estParti"]} */
  const estParti = (cell) => isOfAnother(cell) || GONE.test(plain(cell));

  // A teacher's name, as it may stand under « Homeroom ».
  const estCivil = (cell) => CIVIL.test(cell);

  window.Classe.mots = {
    plain,
    titre,
    estTitre,
    abrege,
    estTitres,
    rapport,
    groupeDe,
    estAdieu,
    estUsuel,
    estClair,
    estFamille,
    estCivil,
    estParti,
    aRole,
    estMetier,
  };
})();

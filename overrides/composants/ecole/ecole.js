// « Mon école »: what the reader writes once about the school and the sender, proposed on every sheet. It lives in the page; the browser
// keeps it only once the reader asks for it, on this device, and nothing is sent. Never a pupil's or a parent's.
//
// For other scripts: `Ecole.valeurs()` gives what is written, by key (nom, adresse, logo, expediteur, courriel, retour); `Ecole.pour(keys)` the
// first of some keys that is written, as a proposal of the data names them (« retour courriel »); `Ecole.ecrire(root)` shows the heading on the sheets under an element; `Ecole.ecouter(f)` calls
// a function at each change.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="ecole"]'));
  if (!root) return;
  const KEY = root.dataset.cle ?? "";
  const PICTURE = "data:image/png;base64,";
  // In pixels: what a heading shows, printed at 300 dots an inch; in characters: the longest picture that is kept.
  const [WIDE, HIGH, LONGEST] = [640, 260, 400000];
  const SENTENCES = {
    page: "Rien n’est gardé\u00a0: ces renseignements disparaissent avec la page.",
    garde: "Gardé dans ce navigateur, sur cet appareil seulement.",
    refus: "Ce navigateur refuse de garder ces renseignements. Ils disparaissent avec la page.",
    avant: "Ce navigateur refuse de garder ce changement. Ce qui était gardé avant l’est encore\u00a0: «\u00a0Effacer\u00a0» l’enlève.",
    efface: "Tout est effacé, de la page et du navigateur.",
    image: "Cette image n’a pas pu être lue. Choisissez un fichier PNG ou JPEG plus petit.",
  };
  const role = (name) => /** @type {any} */ (root.querySelector(`[data-role="${name}"]`));
  const controls = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("[data-cle-ecole]")]);
  const picker = /** @type {HTMLInputElement} */ (root.querySelector("#ecole-logo"));
  const listeners = [];
  let logo = "";
  let kept = false;

  const keyOf = (control) => control.dataset.cleEcole ?? "";
  const say = (sentence) => {
    role("etat").textContent = SENTENCES[sentence];
  };

  /** @type {Ecole["valeurs"]} */
  const valeurs = () => ({ ...Object.fromEntries(controls.map((control) => [keyOf(control), control.value.trim()])), logo });

  /** @type {Ecole["pour"]} */
  function pour(keys) {
    const written = valeurs();
    return (
      keys
        .split(" ")
        .map((key) => written[key])
        .find(Boolean) ?? ""
    );
  }

  // ---- What the browser keeps

  // What is stored may have been written by anything: only short texts and a picture of ours are taken.
  function stored() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) ?? "null");
      return found && typeof found === "object" ? found : null;
    } catch {
      return null;
    }
  }
  function save() {
    if (!kept) return say("page");
    try {
      localStorage.setItem(KEY, JSON.stringify(valeurs()));
      return say("garde");
    } catch {
      // What was kept before is still there: each change is tried again, and said.
      kept = stored() !== null;
      return say(kept ? "avant" : "refus");
    }
  }
  function read() {
    const found = stored();
    if (!found) return;
    kept = true;
    controls.forEach((control) => {
      const text = Object.hasOwn(found, keyOf(control)) ? found[keyOf(control)] : "";
      control.value = typeof text === "string" ? text.slice(0, control.maxLength) : "";
    });
    logo = typeof found.logo === "string" && found.logo.startsWith(PICTURE) && found.logo.length < LONGEST ? found.logo : "";
  }

  // ---- The logo: drawn again, so that what is kept is a small picture and nothing else

  async function choose() {
    const [file] = picker.files ?? [];
    if (!file) return;
    const drawn = await redraw(file).catch(() => "");
    picker.value = "";
    if (!drawn || drawn.length >= LONGEST) return say("image");
    logo = drawn;
    changed();
  }
  async function redraw(file) {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, WIDE / picture.width, HIGH / picture.height);
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png");
  }

  // ---- Where it shows

  const picture = (alt) => (logo ? [Object.assign(new Image(), { src: logo, alt })] : []);
  /** @type {Ecole["ecrire"]} */
  function ecrire(place) {
    const written = valeurs();
    place.querySelectorAll("[data-ecole]").forEach((element) => {
      const key = element.dataset.ecole ?? "";
      if (key === "logo") element.replaceChildren(...picture(""));
      // A form keeps its lines for what is to be filled.
      else element.textContent = element.closest(".feuille--formulaire") ? written[key].replace(/\s*\n\s*/g, ", ") : written[key];
    });
  }
  function tell() {
    const { nom } = valeurs();
    role("resume").textContent = nom || "Son nom, son adresse et son logo au haut des feuilles";
    role("logo").replaceChildren(...picture("Logo choisi"));
    ecrire(document);
    listeners.forEach((listener) => listener());
  }
  function changed() {
    save();
    tell();
  }

  function empty() {
    controls.forEach((control) => {
      control.value = "";
    });
    logo = "";
  }

  const ACTIONS = {
    garder() {
      kept = true;
      changed();
    },
    effacer() {
      empty();
      kept = false;
      try {
        localStorage.removeItem(KEY);
      } catch {
        // A browser that refuses to keep has nothing to erase.
      }
      tell();
      say("efface");
    },
  };
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("[data-ecole-action]");
    if (button) ACTIONS[button.dataset.ecoleAction ?? ""]();
  });
  root.addEventListener("input", ({ target }) => {
    if (target !== picker) changed();
  });
  picker.addEventListener("change", choose);

  // What another tab kept or erased holds here too, unless something here was never kept.
  function follow() {
    if (!kept && Object.values(valeurs()).some(Boolean)) return;
    kept = false;
    read();
    say(kept ? "garde" : "page");
    tell();
  }
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) follow();
  });
  // What is not kept disappears with the page, even where the browser may bring it back.
  addEventListener("pagehide", () => {
    if (kept) return;
    empty();
    tell();
  });
  // A page that the browser brings back heard nothing meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && follow());

  window.Ecole = { valeurs, ecrire, pour, ecouter: (listener) => listeners.push(listener) };
  // Nor has a page what a browser brings back by itself of the fields that it knows.
  empty();
  read();
  say(kept ? "garde" : "page");
  tell();
  root.hidden = false;
})();

// The helper until it answers: what does (`reponses.js`) comes with the answers, at the first touch, or for what the address or the browser chose.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="puis-je"]'));
  if (!root) return;
  const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (find("form"));
  const field = /** @type {HTMLInputElement} */ (find("[type=search]"));
  const [said, wait, missing, asking] = ["output", ".puis-je__attente", ".puis-je__manque", ".puis-je__attente strong"].map(find);
  const { attente = "", echec = "" } = said.dataset;
  const ASKED = asking.textContent;
  const ASKS = /[#&](plateforme|destinataire|contenu)=/;
  /** @type {Meanwhile} */
  let meanwhile = {};
  let asks = 0;
  let coming = false;

  const isWhole = () => form.querySelectorAll(":checked").length === 3;
  function set(now) {
    coming = now;
    missing.hidden = now;
    wait.hidden = !now;
  }

  async function load() {
    if (coming) return;
    set(true);
    // Asked for again, it is under an address that no cache has kept: a browser may have that of a former page, for ten minutes.
    do await window.Commun.bring(`${root.dataset.reponses}${asks ? `?${asks}` : ""}`);
    while (!asks++ && window.PuisJe && !window.PuisJe.resume);
    asking.textContent = ASKED;
    if (window.PuisJe?.resume) return window.PuisJe.resume(meanwhile);
    set(false);
    said.textContent = field.value.trim() && echec;
    if (isWhole()) missing.scrollIntoView({ block: "nearest" });
  }

  // What is chosen or typed meanwhile counts once it is there: one is told to wait.
  function act({ type, target }) {
    if (window.PuisJe?.resume) return;
    // A link of the page asks all of it anew; a means that is chosen, whatever one sought and types from then on.
    const anew = type === "hashchange" && ASKS.test(location.hash);
    if (anew) form.reset();
    if (anew || target.name === "plateforme") meanwhile = { means: field.value };
    meanwhile[type] = true;
    load();
    asking.textContent = isWhole() ? attente : ASKED;
    said.textContent = field.value.trim() && attente;
  }
  for (const touch of ["pointerdown", "focusin"]) root.addEventListener(touch, act, { once: true });
  form.addEventListener("input", act);
  // What is typed is never sent.
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("keydown", (event) => event.key === "Enter" && act(event));
  // The address asks, or a browser brings back the choices of an earlier visit.
  for (const sign of ["hashchange", "pageshow"]) addEventListener(sign, (event) => (ASKS.test(location.hash) || find(":checked")) && act(event));
  window.Panne.lever(root);
  find(".puis-je__cadre").hidden = false;
})();

// The helper until it answers: what does (`reponses.js`) comes with the answers, at the first touch, or for what the address or the browser chose.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="puis-je"]'));
  if (!root) return;
  const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (find("form"));
  const field = /** @type {HTMLInputElement} */ (find("[type=search]"));
  const [said, asking, date] = ["output", ".puis-je__attente strong", ".puis-je__date"].map(find);
  const { attente = "" } = said.dataset;
  const ASKED = asking.textContent;
  const ASKS = /[#&](plateforme|destinataire|contenu)=/;
  /** @type {Meanwhile} */
  let meanwhile = {};
  let waits = false;

  const isWhole = () => form.querySelectorAll(":checked").length === 3;
  async function load() {
    const first = !waits;
    waits = true;
    await window.Commun.bring(root.dataset.reponses ?? "", () => window.PuisJe?.resume, date);
    if (!first) return;
    asking.textContent = ASKED;
    window.PuisJe.resume?.(meanwhile);
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

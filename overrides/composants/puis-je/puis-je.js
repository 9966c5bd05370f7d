// The helper until it answers: what does (`reponses.js`) comes with the answers, at the first touch, or for what the address or the browser chose.
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-module="puis-je"]'));
  if (!root) return;
  const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const form = find("form");
  const field = /** @type {HTMLInputElement} */ (find("[type=search]"));
  const [said, wait, missing, asking] = ["output", ".puis-je__attente", ".puis-je__manque", ".puis-je__attente strong"].map(find);
  const SOON = "Un instant\u00a0: les réponses arrivent.";
  const ASKED = asking.textContent;
  /** @type {Meanwhile} */
  const meanwhile = {};
  let asks = 0;
  let coming = false;

  async function load() {
    if (coming) return;
    coming = true;
    // Asked for again, it is under an address that no cache has kept: a browser may have that of a former page, for ten minutes.
    do await window.Commun.bring(`${root.dataset.reponses}${asks ? `?${asks}` : ""}`);
    while (!asks++ && window.PuisJe && !window.PuisJe.resume);
    if (window.PuisJe?.resume) return window.PuisJe.resume(meanwhile);
    coming = false;
    missing.hidden = false;
    wait.hidden = true;
    said.textContent = "";
  }

  // What is chosen or typed meanwhile counts once it is there: one is told to wait.
  function act({ type }) {
    if (window.PuisJe?.resume) return;
    meanwhile[type] = true;
    load();
    wait.hidden = false;
    asking.textContent = form.querySelectorAll(":checked").length === 3 ? SOON : ASKED;
    said.textContent = field.value.trim() && SOON;
  }
  for (const touch of ["pointerdown", "focusin"]) root.addEventListener(touch, act, { once: true });
  form.addEventListener("input", act);
  // What is typed is never sent.
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("keydown", (event) => event.key === "Enter" && act(event));
  // The address asks, or a browser brings back the choices of an earlier visit.
  for (const sign of ["hashchange", "pageshow"])
    addEventListener(sign, (event) => (/[#&](plateforme|destinataire|contenu)=/.test(location.hash) || find(":checked")) && act(event));
  window.Panne.lever(root);
  find(".puis-je__cadre").hidden = false;
})();

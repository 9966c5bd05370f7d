// Shows the clauses of a text, or those that nothing carries out; the form appears only once it works.
(() => {
  const form = document.querySelector('[data-module="tracabilite"]');
  if (!form) return;
  const { many } = window.Commun;
  const text = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
  const bare = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const count = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const clauses = [...document.querySelectorAll(".tracabilite__article")];
  const sections = [...document.querySelectorAll(".tracabilite")];

  function update() {
    sections.forEach((section) => {
      section.hidden = text.value !== "" && section.dataset.texte !== text.value;
    });
    clauses.forEach((clause) => {
      clause.hidden = bare.checked && !("vide" in clause.dataset);
    });
    const shown = clauses.filter((clause) => !clause.hidden && !clause.closest("[hidden]"));
    count.textContent = many(shown.length, "article", "articles");
  }

  form.addEventListener("change", () => {
    update();
    // What is asked for is shown.
    sections.forEach((section) => section.querySelector("details")?.setAttribute("open", ""));
  });
  // A browser may bring back the choice of an earlier visit.
  window.addEventListener("pageshow", update);
  form.hidden = false;
})();

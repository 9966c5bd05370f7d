// Shows the clauses that concern a role; the form appears only once it works.
(() => {
  const form = document.querySelector('[data-module="filtre-roles"]');
  if (!form) return;
  const select = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
  const count = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const clauses = [...document.querySelectorAll(".article")];

  function update() {
    const wanted = select.value.split(" ").filter(Boolean);
    clauses.forEach((clause) => {
      const roles = (clause.dataset.roles ?? "").split(" ");
      clause.hidden = wanted.length > 0 && !wanted.some((role) => roles.includes(role));
    });
    const shown = clauses.filter((clause) => !clause.hidden).length;
    const counted = `${shown} ${shown > 1 ? "articles" : "article"}`;
    count.textContent = wanted.length ? `${counted} sur ${clauses.length}` : counted;
    clauses.forEach((clause) => {
      const entry = document.querySelector(`.sommaire a[href="#${clause.querySelector("[id]")?.id}"]`);
      if (entry) entry.hidden = clause.hidden;
    });
  }

  // A link to a clause that the filter hides brings all clauses back.
  function reveal(hash) {
    const target = document.getElementById(hash.slice(1));
    if (target?.closest(".article")?.hidden) {
      select.value = "";
      update();
      target.scrollIntoView();
    }
  }

  select.addEventListener("change", update);
  window.addEventListener("hashchange", () => reveal(location.hash));
  document.addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = /** @type {HTMLElement} */ (event.target).closest('a[href^="#"]');
    if (link) reveal(link.hash);
  });
  // A browser may bring back the choice of an earlier visit.
  window.addEventListener("pageshow", update);
  form.hidden = false;
})();

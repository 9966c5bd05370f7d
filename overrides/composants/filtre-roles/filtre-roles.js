// Shows the clauses that concern a role; the form appears only once it works.
(() => {
  const form = document.querySelector('[data-module="filtre-roles"]');
  if (!form) return;
  const select = form.querySelector("select");
  const count = form.querySelector("output");
  const clauses = [...document.querySelectorAll(".article")];

  function update() {
    const wanted = select.value.split(" ").filter(Boolean);
    clauses.forEach((clause) => {
      const roles = clause.dataset.roles.split(" ");
      clause.hidden = wanted.length > 0 && !wanted.some((role) => roles.includes(role));
    });
    const shown = clauses.filter((clause) => !clause.hidden).length;
    count.textContent = wanted.length ? `${shown} articles sur ${clauses.length}` : `${clauses.length} articles`;
  }

  // A link to a clause that the filter hides brings all clauses back.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest(".article")?.hidden) {
      select.value = "";
      update();
      target.scrollIntoView();
    }
  }

  select.addEventListener("change", update);
  window.addEventListener("hashchange", reveal);
  form.hidden = false;
})();

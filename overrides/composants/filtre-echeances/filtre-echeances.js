// Shows the deadlines of a role, in the drawings and in the lists; the form appears only once it works.
(() => {
  const form = document.querySelector('[data-module="filtre-echeances"]');
  if (!form) return;
  const select = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
  const count = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const items = [...document.querySelectorAll("[data-roles]")];

  function update() {
    const apart = (item) => select.value !== "" && !item.dataset.roles.split(" ").includes(select.value);
    items.forEach((item) => item.classList.toggle("echeance-ecartee", apart(item)));
    const shown = items.filter((item) => item.matches(".echeance:not([hidden]):not(.echeance-ecartee)")).length;
    // Whether the deadlines of a larger role are also those of who is part of it, the reader alone knows.
    count.textContent = `${shown} ${shown > 1 ? "échéances" : "échéance"}${select.selectedOptions[0]?.dataset.aussi ?? ""}`;
  }

  select.addEventListener("change", update);
  // A browser may bring back the choice of an earlier visit.
  window.addEventListener("pageshow", update);
  // Once what another day hides is hidden.
  window.Commun.onNewDay(() => setTimeout(update));
  form.hidden = false;
})();

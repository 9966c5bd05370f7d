// Finds a piece of software by its name, accents and case aside.
(() => {
  const { fold } = window.Commun;

  document.querySelectorAll('[data-module="logiciels"]').forEach((root) => {
    const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    const count = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
    const items = [...root.querySelectorAll("li")];

    function update() {
      const wanted = fold(input.value.trim());
      items.forEach((item) => {
        item.hidden = !fold(item.textContent).includes(wanted);
      });
      root.querySelectorAll("section").forEach((family) => {
        family.hidden = !family.querySelector("li:not([hidden])");
      });
      const shown = items.filter((item) => !item.hidden).length;
      const words = shown === 0 ? "Aucun logiciel trouvé" : shown === 1 ? "1 logiciel" : `${shown} logiciels`;
      // Written again, it would be said again.
      if (count.textContent !== words) count.textContent = words;
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", update);
    form.hidden = false;
    update();
  });
})();

// Shows what holds on the day the page is read, not on the day it was built.
(() => {
  const { isoDay, inWords } = window.Commun;
  const iso = isoDay();
  const words = inWords(iso);

  // The mark of today on a timeline that goes from one day to another.
  function place(line, root) {
    const [start, end, today] = [root.dataset.debut, root.dataset.fin, iso].map((date) => Date.parse(date));
    line.toggleAttribute("hidden", today < start || today > end);
    const x = `${(100 * (Math.min(Math.max(today, start), end) - start)) / (end - start)}%`;
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
  }

  document.querySelectorAll('[data-module="statut"]').forEach((root) => {
    root.querySelectorAll("[data-du]").forEach((item) => {
      item.hidden = iso < (item.dataset.du ?? "") || iso > (item.dataset.au ?? "9999");
    });
    root.querySelectorAll("[data-groupe]").forEach((group) => {
      group.hidden = !group.querySelector("[data-du]:not([hidden])");
    });
    root.querySelectorAll("[data-jour]").forEach((text) => {
      text.textContent = `${text.dataset.jour} ${words}`;
    });
    root.querySelectorAll("[data-aujourdhui]").forEach((line) => place(line, root));
  });
})();

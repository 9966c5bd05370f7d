// Shows what holds on the day the page is read, not on the day it was built; with a clock that is behind, on the first day that the page knows,
// which it names.
(() => {
  const { isoDay, inWords, onNewDay } = window.Commun;

  // The mark of today on a timeline that goes from one day to another.
  function place(line, root, day) {
    const [start, end, now] = [root.dataset.debut, root.dataset.fin, day].map((date) => Date.parse(date));
    line.toggleAttribute("hidden", now < start || now > end);
    const x = `${(100 * (Math.min(Math.max(now, start), end) - start)) / (end - start)}%`;
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
  }

  function show(root) {
    const [day] = [isoDay(), root.dataset.des ?? ""].sort().reverse();
    root.querySelectorAll("[data-du]").forEach((item) => {
      item.hidden = day < (item.dataset.du ?? "") || day > (item.dataset.au ?? "9999");
    });
    root.querySelectorAll("[data-groupe]").forEach((group) => {
      group.hidden = !group.querySelector("[data-du]:not([hidden])");
    });
    root.querySelectorAll("[data-jour]").forEach((text) => {
      text.textContent = `${text.dataset.jour} ${inWords(day)}`;
    });
    root.querySelectorAll("[data-aujourdhui]").forEach((line) => place(line, root, day));
  }

  const showAll = () => document.querySelectorAll('[data-module="statut"]').forEach(show);
  showAll();
  onNewDay(showAll);
})();

// A tool that works takes away the sentence that says that it did not load: once all that it is made of has run. A script that stopped leaves a mark
// (`Rate`, of `macros/export/bundles.py`); the file of the site's scripts may not have come.
window.Panne = {
  lever(root) {
    if (window.Rate || !window.Commun?.isoDay) throw new Error("A script of this page did not run.");
    root.querySelector("[data-panne]")?.remove();
  },
};

// The words of a search that led here are marked in the text. They come after the place in the address (`#art-5?h=…`), where no host gets them, and
// leave it at once.
(() => {
  const { fold } = window.Commun;
  const LONGEST = 300;
  const text = /** @type {HTMLElement} */ (document.querySelector("article.md-content__inner"));
  if (!text) return;

  // The parts of a text, one in two a word that is sought.
  const parts = (value) => value.split(/([\p{L}\p{N}]+)/u);
  function mark(node, wanted) {
    const pieces = parts(node.data).map((part) => (wanted(part) ? Object.assign(document.createElement("mark"), { textContent: part }) : part));
    if (pieces.some((piece) => typeof piece !== "string")) node.replaceWith(...pieces);
  }

  // Whoever wrote the address: a few words, none of which is empty once folded.
  function show(given) {
    const sought = fold(given.slice(0, LONGEST)).split(/\s+/).filter(Boolean);
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest("script, style, select, textarea, svg") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach((node) => {
      mark(node, (word) => sought.some((beginning) => fold(word).startsWith(beginning)));
    });
  }

  // Those of an earlier search of the same page.
  function clear() {
    text.querySelectorAll("mark").forEach((one) => {
      one.replaceWith(one.textContent);
    });
    text.normalize();
  }

  function take() {
    const [place, words] = location.hash.split("?");
    const given = new URLSearchParams(words).get("h");
    if (given === null) return;
    clear();
    show(given);
    if (place === "#") history.replaceState(history.state, "", location.pathname + location.search);
    else aim(place);
  }

  // Firefox aims at nothing where the address changes before the page is there: it is told again.
  function aim(place) {
    location.replace(place);
    const again = () => !document.querySelector(":target") && location.replace(place);
    if (document.readyState !== "complete") addEventListener("load", () => setTimeout(again), { once: true });
  }

  addEventListener("hashchange", take);
  take();
})();

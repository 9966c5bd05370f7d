// The words of a search that led here (`?h=`) are marked in the text.
(() => {
  const { fold } = window.Commun;
  const LONGEST = 300;
  // Whoever wrote the address: a few words, none of which is empty once folded.
  const given = (new URLSearchParams(location.search).get("h") ?? "").slice(0, LONGEST);
  const sought = fold(given).split(/\s+/).filter(Boolean);
  const text = document.querySelector("article.md-content__inner");
  if (!sought.length || !text) return;
  const wanted = (word) => sought.some((beginning) => fold(word).startsWith(beginning));

  // The parts of a text, one in two a word that is sought.
  const parts = (value) => value.split(/([\p{L}\p{N}]+)/u);
  function mark(node) {
    const pieces = parts(node.data).map((part) => (wanted(part) ? Object.assign(document.createElement("mark"), { textContent: part }) : part));
    if (pieces.some((piece) => typeof piece !== "string")) node.replaceWith(...pieces);
  }

  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("script, style, select, textarea, svg") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  nodes.forEach(mark);
})();

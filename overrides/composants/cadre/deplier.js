// A link into what is folded opens it, as some browsers do alone.
(() => {
  function unfold() {
    const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = [];
    for (let at = aim?.closest("details"); at; at = at.parentElement?.closest("details")) if (!at.open) folded.push(at);
    folded.forEach((details) => {
      details.open = true;
    });
    if (folded.length) aim?.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  unfold();
})();

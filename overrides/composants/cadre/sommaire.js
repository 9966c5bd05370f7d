// The table of contents: folded on a narrow screen, where it stands above the text; it follows what is read.
(() => {
  const contents = /** @type {HTMLDetailsElement} */ (document.querySelector('[data-module="sommaire"]'));
  const wide = matchMedia("(min-width: 60em)");
  if (!contents) return;
  const update = () => {
    contents.open = wide.matches;
    /** @type {HTMLElement} */ (contents.querySelector("summary")).tabIndex = wide.matches ? -1 : 0;
  };
  wide.addEventListener("change", update);
  update();
  // Until now the style sheet kept it folded, so that nothing moves.
  contents.dataset.pret = "";

  /** @type {HTMLAnchorElement[]} */
  const links = [...contents.querySelectorAll("a")];
  const titles = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let current = -1;
  function show(now) {
    if (now === current) return;
    links[current]?.classList.remove("sommaire__ici");
    links[now]?.classList.add("sommaire__ici");
    current = now;
    reveal(links[now]);
  }
  // The part that is read is kept in view in a long table, which never moves under a pointer or from a focus.
  function reveal(link) {
    const frame = contents.closest(".md-sidebar__scrollwrap");
    if (!link || !frame || !wide.matches || frame.matches(":hover, :focus-within")) return;
    const [there, room] = [link.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (there.top < room.top || there.bottom > room.bottom) frame.scrollTop += there.top - room.top - room.height / 2;
  }
  // The last title above the upper third of the window is that of what is read.
  let waiting = 0;
  function follow() {
    waiting = 0;
    show(titles.findLastIndex((title) => title && title.getBoundingClientRect().top < innerHeight / 3));
  }
  addEventListener(
    "scroll",
    () => {
      if (wide.matches && !waiting) waiting = requestAnimationFrame(follow);
    },
    { passive: true },
  );
})();

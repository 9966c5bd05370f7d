// Explains a defined word or a cited clause where it is read: on hover, on focus and on touch (WCAG 1.4.13).
(() => {
  const links = document.querySelectorAll("[data-infobulle]");
  // What is explained stands aside, and is read by nothing else.
  const texts = /** @type {HTMLTemplateElement | null} */ (document.querySelector("[data-infobulles]"))?.content;
  if (!links.length || !texts) return;
  const bubble = document.createElement("div");
  bubble.className = "infobulle md-typeset";
  bubble.id = "infobulle";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;
  document.body.append(bubble);
  /** @type {HTMLElement | null} */
  let owner = null;
  let timer = 0;

  function place(link) {
    const at = link.getClientRects()[0];
    const page = document.documentElement;
    const left = Math.min(at.left, page.clientWidth - bubble.offsetWidth - 8);
    const below = at.bottom + bubble.offsetHeight + 8 < page.clientHeight;
    bubble.style.left = `${Math.max(8, left)}px`;
    bubble.style.top = `${below ? at.bottom + 4 : at.top - bubble.offsetHeight - 4}px`;
  }

  function show(link) {
    clearTimeout(timer);
    if (owner === link) return;
    hide();
    const source = texts?.getElementById(link.dataset.infobulle);
    bubble.replaceChildren(...(source?.cloneNode(true).childNodes ?? []));
    bubble.hidden = false;
    link.after(bubble);
    link.setAttribute("aria-describedby", bubble.id);
    owner = link;
    place(link);
  }

  function hide() {
    clearTimeout(timer);
    bubble.hidden = true;
    owner?.removeAttribute("aria-describedby");
    owner = null;
  }

  const later = () => {
    clearTimeout(timer);
    // What the keyboard opened stays, wherever the pointer goes.
    timer = setTimeout(() => [owner, bubble].some((one) => one?.matches(":focus, :focus-within")) || hide(), 250);
  };

  // By keyboard, the explanation goes as soon as the focus is elsewhere: it never hides what comes next.
  const leave = (event) => {
    if (!bubble.contains(event.relatedTarget) && event.relatedTarget !== owner) hide();
  };

  links.forEach((link) => {
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") show(link);
    });
    link.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") later();
    });
    link.addEventListener("focus", () => show(link));
    link.addEventListener("blur", leave);
    // The first tap explains; the link inside the bubble, or a second tap, leads to the source.
    link.addEventListener("pointerup", (event) => {
      if (event.pointerType === "mouse") return;
      link.dataset.touche = owner === link && link.dataset.touche ? "suivre" : "expliquer";
      show(link);
    });
    link.addEventListener("click", (event) => {
      if (link.dataset.touche === "expliquer") event.preventDefault();
      if (link.dataset.touche === "suivre") delete link.dataset.touche;
    });
  });
  bubble.addEventListener("pointerenter", () => clearTimeout(timer));
  bubble.addEventListener("pointerleave", later);
  bubble.addEventListener("focusout", leave);
  document.addEventListener(
    "scroll",
    () => {
      if (owner) place(owner);
    },
    { passive: true },
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (owner && !bubble.contains(/** @type {Node} */ (event.target)) && event.target !== owner) hide();
  });
})();

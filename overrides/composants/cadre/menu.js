// The menu of narrow screens: a real button opens it, the keyboard stays in it, Escape closes it.
(() => {
  const button = /** @type {HTMLElement} */ (document.querySelector('[data-module="menu"]'));
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
  const menu = /** @type {HTMLElement} */ (document.getElementById("menu-du-site"));
  if (!button || !toggle || !menu) return;
  const sidebar = /** @type {HTMLElement} */ (menu.closest(".md-sidebar"));
  const close = /** @type {HTMLElement} */ (menu.querySelector(".menu-du-site__fermer"));
  const narrow = matchMedia("(max-width: 76.2344em)");
  const behind = document.querySelectorAll(".md-content, .md-sidebar--secondary, .md-footer, .md-header, .aller-au-contenu");

  function update() {
    const open = toggle.checked && narrow.matches;
    button.setAttribute("aria-expanded", String(open));
    sidebar.inert = narrow.matches && !open;
    menu.querySelectorAll("summary").forEach((summary) => {
      summary.tabIndex = narrow.matches ? 0 : -1;
    });
    behind.forEach((part) => {
      part.inert = open;
    });
  }

  function set(open) {
    if (toggle.checked === open) return;
    toggle.click();
    if (open) menu.querySelector("button")?.focus();
    else button.focus();
  }

  button.addEventListener("click", () => set(!toggle.checked));
  close.addEventListener("click", () => set(false));
  toggle.addEventListener("change", update);
  narrow.addEventListener("change", update);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && narrow.matches) set(false);
  });
  update();
})();

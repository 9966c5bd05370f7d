// On the page of an address that leads nowhere, a link that searches for the words of its last part: a page that was renamed keeps most of them.
(() => {
  const item = document.querySelector("[data-introuvable]");
  if (!item) return;
  const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
  const { pathname: root } = new URL(link.href);
  const { pathname } = location;
  const parts = (pathname.startsWith(root) ? pathname.slice(root.length) : pathname).split("/");
  const last = parts.findLast((part) => part && !/^(?:index|404)\.\w+$/.test(part)) ?? "";
  // Reads what is encoded, were it badly so.
  const read = new URLSearchParams(`q=${last.replaceAll("&", " ")}`).get("q") ?? "";
  const words = read
    .replace(/\.\w+$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, 60);
  if (!words) return;
  link.search = `${new URLSearchParams({ q: words })}`;
  /** @type {HTMLElement} */ (item.querySelector("span")).textContent = words;
  item.removeAttribute("hidden");
})();

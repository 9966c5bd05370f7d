// The evaluation last changed in this browser, by its name: a click resumes it. What is stored is only ever shown as text.
(() => {
  const box = document.querySelector('[data-module="reprendre"]');
  const prefix = document.body.dataset.evaluations ?? "";
  if (!box || !prefix) return;
  const { quoted, lastFirst } = window.Commun;
  const lists = /** @type {HTMLTemplateElement} */ (box.querySelector("template")).content;
  const listOf = (id) => /** @type {HTMLAnchorElement | undefined} */ ([...lists.querySelectorAll("a")].find((link) => link.dataset.liste === id));
  const link = /** @type {HTMLAnchorElement} */ (box.querySelector(".reprendre__lien"));
  const words = /** @type {HTMLElement} */ (link.querySelector("span"));
  const bare = { href: link.href, text: words.textContent };

  // No name of ours has more than 200 letters: one that another page of this host stored would take minutes to draw.
  function read(key) {
    try {
      const found = JSON.parse(localStorage.getItem(key) ?? "null");
      return typeof found?.nom === "string" && !found.nom[200] && typeof found.modifie === "string" && listOf(found.liste) ? found : null;
    } catch {
      return null;
    }
  }

  function show() {
    const kept = Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map(read)
      .filter(Boolean);
    const [last] = kept.sort(lastFirst);
    const list = last && listOf(last.liste);
    link.href = list?.getAttribute("href") ?? bare.href;
    words.textContent = list ? `Reprendre ${last.nom ? `${quoted(last.nom)}\u00a0· ` : ""}${list.textContent}` : bare.text;
  }

  show();
  // A page that the browser brings back, or another tab.
  addEventListener("pageshow", ({ persisted }) => persisted && show());
  addEventListener("storage", show);
})();

// The link beside a title also copies its address, and says so.
(() => {
  if (!navigator.clipboard) return;
  const says = document.createElement("p");
  says.className = "copie-lien";
  says.setAttribute("role", "status");
  document.body.append(says);
  let timer = 0;

  function say(text) {
    says.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => {
      says.textContent = "";
    }, 3000);
  }

  // What the link does is said in its name, and not in that of its title; without a clipboard it stays a plain link.
  document.querySelectorAll(".headerlink").forEach((link) => {
    const heading = /** @type {HTMLElement} */ (link.parentElement);
    heading.ariaLabel = `${heading.textContent}`.slice(0, -1).trim();
    link.ariaLabel = `Copier le lien vers «\u00a0${heading.ariaLabel}\u00a0»`;
    link.title = "Copier le lien";
  });

  document.addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = /** @type {HTMLElement} */ (event.target).closest(".headerlink, .lettre");
    if (link)
      navigator.clipboard.writeText(location.href.split(/[?#]/)[0] + link.hash).then(
        () => say("Lien copié"),
        () => say("Le navigateur refuse de copier. Le lien est dans la barre d’adresse."),
      );
  });
})();

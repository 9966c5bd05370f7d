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
    timer = setTimeout(() => { says.textContent = ""; }, 3000);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".headerlink, .lettre");
    if (link) navigator.clipboard.writeText(link.href).then(() => say("Lien copié"), () => say(""));
  });
})();

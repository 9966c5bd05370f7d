// The button that prints the poster is there only if it can work.
document.querySelectorAll(".affiche__imprimer").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

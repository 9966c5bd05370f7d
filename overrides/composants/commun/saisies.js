// What is wrong in what one wrote in a field, in the same words on every page.
(() => {
  const MAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
  // By the type of a control (`CodeControle` in `macros/model/genres.py`): whether it is wrong, and what is said then.
  const CONTROLS = {
    // The day of a month is a number, the first one too (« 1er »).
    text: [
      ({ value, dataset: { bornes } }) => bornes && value.trim() && !within(value.trim(), bornes),
      ({ dataset: { bornes } }) => `Écrivez un nombre de ${bornes.replace(" ", " à ")}.`,
    ],
    tel: [],
    // The browser reads no day in it, or one beyond its limits.
    date: [
      ({ validity: { badInput, rangeUnderflow, rangeOverflow } }) => badInput || rangeUnderflow || rangeOverflow,
      "Cette date n’existe pas. Écrivez l’année, le mois et le jour.",
    ],
    email: [({ value }) => value.trim() && !MAIL.test(value.trim()), "Cette adresse n’est pas complète. Écrivez-la sous la forme nom@domaine.ca."],
  };

  /** @param {string} text @param {string} bounds */
  function within(text, bounds) {
    const [least, most] = bounds.split(" ").map(Number);
    const number = text.replace(/^1er$/i, "1");
    return /^\d+$/.test(number) && least <= Number(number) && Number(number) <= most;
  }

  /** @type {Commun["wrongIn"]} */
  function wrongIn(control) {
    const [isWrong, sentence] = CONTROLS[control.type] ?? [];
    if (!isWrong?.(control)) return "";
    return typeof sentence === "string" ? sentence : sentence(control);
  }

  // Tells beside a field what is wrong in it: aloud too, unless it is what was told there.
  /** @type {Commun["aloud"]} */
  function aloud(place, words) {
    if (place.textContent === words) return;
    place.replaceChildren(...(words ? [Object.assign(window.Commun.make("span", "", words), { role: "alert" })] : []));
  }

  // What a place of a sheet shows of a value: its stop is left out where the sentence has one right after.
  /** @type {Commun["inPlace"]} */
  const inPlace = (place, text) => (place.closest(".feuille__colle")?.lastChild?.textContent?.startsWith(".") ? text.replace(/\.$/, "") : text);

  // A browser leaves out without a word the end of what is pasted in a field that has no room for it.
  document.addEventListener("beforeinput", (event) => {
    const { target, data } = /** @type {InputEvent} */ (event);
    const control = /** @type {HTMLInputElement} */ (target);
    const { value, maxLength, selectionStart, selectionEnd } = control;
    control.parentElement?.querySelector(".saisie-coupee")?.remove();
    // An address has no selection that a script may know.
    const kept = selectionStart === null ? 0 : value.length - Number(selectionEnd) + selectionStart;
    // A field takes one sign for the two that end a line in Windows; one of a single line, none for the end of what is copied of a sheet.
    const added = (data ?? "").replace(control.matches("input") ? /[\r\n]+$/ : /\r/g, "");
    if (!(maxLength >= 0 && kept + added.length > maxLength)) return;
    const said = `La fin n’est pas prise\u00a0: le maximum est de ${maxLength.toLocaleString("fr-CA")}\u00a0caractères.`;
    control.after(Object.assign(window.Commun.make("span", "saisie-coupee", said), { role: "alert" }));
  });

  window.Commun = { ...window.Commun, wrongIn, aloud, inPlace };
})();

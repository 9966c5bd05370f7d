// What the day proposes to the fields of a sheet, and a year that is not, or does not go with, the school year.
(() => {
  // By the source that a field names, from the value that the page came with; where a sheet closes a school year, for that year
  // (`macros/sheets/proposals.py`). Empty where the day proposes nothing any more, `undefined` where it decides nothing.
  /** @type {Commun["ofTheDay"]} */
  function ofTheDay(source, closes, came) {
    const { isoDay, schoolStart, closingStart, beforeOctober } = window.Commun;
    const start = closes ? closingStart() : schoolStart();
    const day = came.slice(5);
    const limite = `${2 * start - closingStart(`${start}-${day}`)}-${day}`;
    return { annee: `${start}-${start + 1}`, septembre: beforeOctober() ? `${start}` : "", jour: isoDay(), limite }[source];
  }

  /** @type {Commun["wrongYear"]} */
  function wrongYear(control) {
    const value = control.value.trim();
    if (!value) return "";
    return control.closest('[data-propose="annee"]') ? wrongPair(value) : otherSeptember(control, value);
  }

  // A school year goes from one year to the next: « 2026-2027 », « 2026-27 ».
  function wrongPair(value) {
    const [, first, last] = /^(\d{4})\D*(\d{4}|\d{2})$/.exec(value) ?? [];
    const next = String(Number(first) + 1);
    return first && !next.endsWith(last) ? `Une année scolaire va d’une année à la suivante\u00a0: ${first}-${next}.` : "";
  }

  // It begins in one year: both are on the same sheet.
  function otherSeptember(control, value) {
    const sheet = control.closest('[data-propose="septembre"]')?.closest("[data-module]");
    const year = /** @type {HTMLInputElement | undefined} */ (sheet?.querySelector('input[data-propose="annee"], [data-propose="annee"] input'));
    const [whole, first] = /^(\d{4}).*/.exec(year?.value.trim() ?? "") ?? [];
    return first && value !== first ? `L’année scolaire ${whole} commence en ${first}. Corrigez l’une de ces deux années.` : "";
  }

  // A name is offered on the days of its answers.
  function offer() {
    const day = window.Commun.isoDay();
    for (const name of /** @type {NodeListOf<HTMLOptionElement>} */ (document.querySelectorAll("datalist :is([data-du], [data-au])")))
      name.disabled = day < (name.dataset.du ?? "") || day > (name.dataset.au ?? "9999");
  }
  offer();
  window.Commun.onNewDay(offer);

  window.Commun = { ...window.Commun, ofTheDay, wrongYear };
})();

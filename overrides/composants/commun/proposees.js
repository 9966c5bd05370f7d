// What the day proposes to the fields of a sheet, and a proposed year that does not go with the other.
(() => {
  // By the source that a field names, from the value that the page came with; where a sheet closes a school year, for that year
  // (`macros/sheets/proposals.py`).
  function ofTheDay(source, closes, came) {
    const { isoDay, schoolStart, closingStart } = window.Commun;
    const start = closes ? closingStart() : schoolStart();
    const day = came.slice(5);
    const limite = `${2 * start - closingStart(`${start}-${day}`)}-${day}`;
    return { annee: `${start}-${start + 1}`, automne: `${start}`, jour: isoDay(), limite }[source] ?? "";
  }

  // The autumn of a school year is of one year: both are on the same sheet.
  /** @type {Commun["otherAutumn"]} */
  function otherAutumn(control) {
    const sheet = control.closest('[data-propose="automne"]')?.closest("[data-module]");
    const { value = "" } =
      /** @type {HTMLInputElement | undefined} */ (sheet?.querySelector('input[data-propose="annee"], [data-propose="annee"] input')) ?? {};
    const [, autumn] = /^(\d{4})\D/.exec(value.trim()) ?? [];
    if (!autumn || !control.value.trim() || control.value.trim() === autumn) return "";
    return `L’automne de l’année scolaire ${value.trim()} est en ${autumn}. Corrigez l’une de ces deux années.`;
  }

  window.Commun = { ...window.Commun, ofTheDay, otherAutumn };
})();

// Days: those of the reader's own clock, written `2026-09-01`.
(() => {
  const two = (number) => String(number).padStart(2, "0");
  const isoDay = (day = new Date()) => [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join("-");

  // The first and last days that a field takes (`macros/days.py`).
  const bornes = { min: "1900-01-01", max: "2999-12-31" };

  // The year in which the school year of a day begins (`macros/school_year.py`).
  const schoolStart = (day = isoDay(), first = "07-01") => Number(day.slice(0, 4)) - Number(day.slice(5) < first);
  // That of the school year that one closes: until the next one is under way, the one that ended.
  const closingStart = (day = isoDay()) => schoolStart(day, "09-01");
  // Whether the September of the school year of a day is still to come, or not over.
  const beforeOctober = (day = isoDay()) => day.slice(5) >= "07-01" && day.slice(5) < "10-01";

  // The names of the months are the browser's.
  const month = (number) => new Date(2000, number - 1, 1).toLocaleDateString("fr-CA", { month: "long" });

  // A day in words, as the site's pages write it (`macros/days.py`); what is not a day stays as it is.
  function inWords(text) {
    const [year, number, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).slice(1).map(Number);
    return year ? `${day === 1 ? "1er" : day}\u00a0${month(number)}\u00a0${year}` : text;
  }

  // Calls back once a page that stayed open is looked at or printed on another day.
  function onNewDay(tell) {
    let day = isoDay();
    const look = () => {
      if (day === isoDay()) return;
      day = isoDay();
      tell();
    };
    for (const sign of ["focus", "pageshow", "beforeprint"]) addEventListener(sign, look);
    document.addEventListener("visibilitychange", look);
  }

  // What was changed last comes first; a moment to come, which a clock that was ahead wrote, says nothing, and comes last.
  const past = ({ modifie }, at = Date.parse(modifie)) => (at <= Date.now() ? at : 0);
  const lastFirst = (a, b) => past(b) - past(a);

  window.Commun = { ...window.Commun, bornes, isoDay, schoolStart, closingStart, beforeOctober, inWords, onNewDay, lastFirst };
})();

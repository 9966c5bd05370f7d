// Small words that several scripts say or compare.
(() => {
  const quoted = (text) => `«\u00a0${text}\u00a0»`;
  const many = (count, one, several) => `${count.toLocaleString("fr-CA")}\u00a0${count > 1 ? several : one}`;
  // Without accents and capitals, to compare what people type.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  window.Commun = { ...window.Commun, quoted, many, fold };
})();

// Small words that several scripts say or compare.
(() => {
  // Without what would turn the sentence around.
  const quoted = (text) => `«\u00a0${text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")}\u00a0»`;
  const many = (count, one, several) => `${count.toLocaleString("fr-CA")}\u00a0${count > 1 ? several : one}`;
  // Without accents and capitals, to compare what people type.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  window.Commun = { ...window.Commun, quoted, many, fold };
})();

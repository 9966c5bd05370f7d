// Paper shows what the reader sees: what is folded prints as its title, what is open prints open.
// The theme unfolds everything when printing starts; heard first, the event goes no further.
for (const moment of ["beforeprint", "afterprint"]) {
  addEventListener(moment, (event) => event.stopImmediatePropagation(), { capture: true });
}

// Brings a script of the site once it is wanted, by its element: a page may ask nothing of any host. What does not come is said beside what waits for
// it, with a button that asks again: a network that hangs says neither yes nor no.
(() => {
  // In milliseconds.
  const LATE = 20000;

  function script(src, came) {
    const one = Object.assign(document.createElement("script"), { src, onload: came, onerror: came });
    document.head.append(one);
    // In another document, it no longer runs.
    return () => new Document().adoptNode(one);
  }

  function begin(src, isThere, ask) {
    const stops = [];
    let [idle, timer] = [true, 0];
    let place, before, done;
    const whole = new Promise((resolve) => {
      done = resolve;
    });
    const alert = document.createElement("p");
    alert.className = "retard";
    alert.setAttribute("role", "alert");
    alert.innerHTML = '<span></span> <button type="button">Essayer encore</button>';
    const [said, button] = /** @type {HTMLCollectionOf<HTMLElement>} */ (alert.children);

    function late() {
      timer = 0;
      if (!place) return;
      said.textContent = `Ce que vous attendez n’est pas venu\u00a0: le réseau est peut-être lent ou coupé. ${place.dataset.sinon ?? ""}`;
      if (place.nextSibling === alert) return;
      before = document.activeElement;
      place.after(alert);
    }

    // Asked for again, it is under another address: the browser would give back what hangs, or what it kept of a former page.
    function again() {
      idle = false;
      said.textContent = "Un instant\u00a0: nouvel essai.";
      clearTimeout(timer);
      timer = setTimeout(late, LATE);
      stops.push(ask(stops.length ? `${src}?${stops.length}` : src, came));
    }

    // What comes may be no script. Of several tries, the first that comes counts.
    function came() {
      if (!isThere() && stops.length < 2) return again();
      clearTimeout(timer);
      idle = !isThere();
      if (idle) return late();
      for (const stop of stops) stop();
      if (alert.contains(document.activeElement)) before.focus({ preventScroll: true });
      alert.remove();
      done();
    }

    button.onclick = again;
    return (where) => {
      place = where ?? place;
      if (idle) again();
      else timer ||= setTimeout(late, LATE);
      return whole;
    };
  }

  const coming = {};
  /** @type {Commun["bring"]} */
  const bring = async (src, isThere, place, ask = script) => {
    if (isThere()) return;
    coming[src] ??= begin(src, isThere, ask);
    await coming[src](place);
  };

  window.Commun = { ...window.Commun, bring };
})();

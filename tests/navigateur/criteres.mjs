// What no checker reads of a page, for `test_criteres.py`: a few criteria of WCAG 2.2 as figures and names of what fails.
(() => {
  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  // A colour, however it is written: red, green, blue, and how much it covers.
  function rgba(color) {
    if (!known.has(color)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      known.set(color, [red, green, blue, alpha / 255]);
    }
    return known.get(color);
  }
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  function ground(element) {
    if (!element) return rgba("Canvas");
    const own = rgba(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  }
  const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  function ratio(color, under) {
    const [low, high] = [light(over(rgba(color), under)), light(under)].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05);
  }
  const named = (element) => element.outerHTML.slice(0, 120);
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.offsetWidth > 2;

  // How far what bounds a control stands out from what is around it: its ground, or its line.
  function edge(element) {
    const style = getComputedStyle(element);
    const around = ground(element.parentElement);
    const lines = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) > 0);
    return Math.max(ratio(style.backgroundColor, around), ...lines.map((side) => ratio(style[`border${side}Color`], around)));
  }
  const native = (control) => control.matches("[type=radio], [type=checkbox]") && getComputedStyle(control).appearance !== "none";
  function faint() {
    const fields = [...document.querySelectorAll(":is(input, select, textarea):enabled:not([type=file])")];
    const icons = [...document.querySelectorAll(":is(button:enabled, a, summary, label) svg")].map((drawing) => [
      drawing,
      drawing.closest("button, a, summary, label"),
    ]);
    const fill = (drawing) => getComputedStyle(drawing.querySelector("path") ?? drawing).fill;
    return [
      ...fields.filter((one) => shown(one) && !native(one) && Math.max(edge(one), edge(one.parentElement)) < 3),
      ...icons
        .filter(([one, owner]) => shown(owner) && !owner.textContent.trim() && ratio(fill(one), ground(one.parentElement)) < 3)
        .map(([, owner]) => owner),
    ].map(named);
  }

  // What the keyboard reaches, in order or back: what is covered there, or has no ring that is seen.
  const FOCUSABLE = ":is(a[href], button, input, select, textarea, summary, [tabindex='0']):not(:disabled)";
  function seen(element) {
    const { left, top, right, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    // Of what is larger than the window, what is within it.
    const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)];
    const spots = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, from + (to - from) * y]));
    return spots.some(([x, y]) => {
      const above = document.elementFromPoint(x, y);
      return above && (element.contains(above) || above.contains(element) || above.closest("label")?.contains(element));
    });
  }
  // A box that is drawn by what stands beside it has its ring there.
  function ring(element) {
    const places = [element, ...(element.localName === "input" ? [element.parentElement, ...element.parentElement.children] : [])];
    const place = places.find((one) => getComputedStyle(one).outlineStyle !== "none");
    if (!place) return 0;
    const { outlineStyle, outlineColor, outlineOffset } = getComputedStyle(place);
    return outlineStyle === "auto" ? 21 : ratio(outlineColor, ground(parseFloat(outlineOffset) < 0 ? place : place.parentElement));
  }
  function lost(backward) {
    const all = [...document.querySelectorAll(FOCUSABLE)].filter((one) => shown(one) && !one.closest("[inert]"));
    if (backward) all.reverse();
    const found = all.flatMap((one) => {
      one.focus({ focusVisible: true });
      if (document.activeElement !== one) return [];
      return [...(seen(one) ? [] : ["covered"]), ...(ring(one) < 3 ? ["no ring"] : [])].map((what) => `${what}: ${named(one)}`);
    });
    document.activeElement.blur();
    return [all.length, found];
  }

  // Words that their box cuts; a box that scrolls, or that says by « … » that it cuts, does not.
  function cut() {
    return [...document.querySelectorAll("body *")]
      .filter((one) => {
        const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(one);
        if (clipPath !== "none" || textOverflow === "ellipsis" || !shown(one) || one.getBoundingClientRect().right <= 0) return false;
        const wide = /hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 3;
        const tall = /hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 3;
        return (wide || tall) && one.textContent?.trim();
      })
      .map(named);
  }

  // The signs that, typed alone outside any field, do something.
  function keys() {
    const [address, focused] = [location.href, document.activeElement];
    return Array.from({ length: 94 }, (_, rank) => String.fromCharCode(33 + rank)).filter((key) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented || location.href !== address || document.activeElement !== focused;
    });
  }

  const long = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.011);
  const moving = () =>
    [...document.querySelectorAll("*")]
      .filter((one) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one);
        return long(transitionDuration) || long(animationDuration) || scrollBehavior === "smooth";
      })
      .map(named);

  window.Criteres = { faint, lost, cut, keys, moving };
})();

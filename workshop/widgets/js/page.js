// The page: where SaveStatus leaves its outbox and the words, and where the others find them, by the page's id.
import { stated } from "./state.js";

function pages() {
  return (globalThis.coalitionPages ??= { open: new Map(), awaited: new Map() });
}

/** Return a promise of the page `id`; it resolves when SaveStatus has opened that page. */
export function pageOf(id) {
  const { open, awaited } = pages();
  if (open.has(id)) return Promise.resolve(open.get(id));
  return new Promise((resolve) => {
    awaited.set(id, [...(awaited.get(id) ?? []), resolve]);
  });
}

export function openPage(id, page) {
  const { open, awaited } = pages();
  open.set(id, page);
  (awaited.get(id) ?? []).forEach((resolve) => resolve(page));
  awaited.delete(id);
}

export function closePage(id, page) {
  const { open } = pages();
  if (open.get(id) === page) open.delete(id);
}

/** Return the `render` of a widget that `show(model, el, page)` draws as soon as its page is open; it returns what ends it. */
export function shownOnPage(show) {
  return ({ model, el, signal }) => {
    let stop = () => {};
    pageOf(model.get("state.page")).then((page) => {
      if (!signal?.aborted) stop = show(stated(model, () => page.words), el, page);
    });
    return () => stop();
  };
}

/** Prepare the element of a widget: our looks apply below it, and JupyterLab leaves its keys alone. */
export function widgetRoot(el, name) {
  el.classList.add("cw", name);
  el.addEventListener("focusin", keepKeys);
  return el;
}

/** JupyterLab asks the focused element itself, before its parents, whether keys are its own. */
function keepKeys({ target }) {
  target.dataset.lmSuppressShortcuts = "true";
}

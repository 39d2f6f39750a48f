// Copying: by the clipboard where the browser offers it, else by a selection.
import { element } from "./dom.js";

/** Copy `text`; return a promise of whether it is on the clipboard. */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // not offered on a page without TLS, or not allowed
    return copiedBySelection(text);
  }
}

function copiedBySelection(text) {
  const before = document.activeElement;
  const place = element("textarea", { class: "cw-sr", readonly: true, "aria-hidden": "true", tabindex: -1 });
  place.value = text;
  (before?.parentElement ?? document.body).append(place);
  place.select();
  const done = document.execCommand("copy");
  place.remove();
  before?.focus({ preventScroll: true });
  return done;
}

// Out of touch: the page says so, asks whether the server answers again, and begins anew where that costs nothing.
import { lossAlert } from "./alert.js";
import { restOf } from "./rest.js";
import { askServer, OTHER } from "./server.js";

/** Return what follows the heart of `page` until `signal` aborts: `{cut(lost)}`. `words()` returns the sentences. */
export function lossOf(page, words, signal) {
  const alert = lossAlert(words, () => page.drawer.durable);
  const rest = restOf(page, signal);
  let stop = () => {};
  const told = (answer) => {
    alert.tell(answer);
    if (answer === OTHER && rest.costsNothing()) location.reload(); // its kernel ended with the server before
  };
  const unwatch = page.subscribe((_path, typed) => typed && alert.again());
  document.addEventListener("keydown", ({ key }) => key === "Escape" && alert.close(), { signal });
  const end = () => {
    stop();
    unwatch();
    alert.root.remove();
  };
  signal.addEventListener("abort", end);
  return {
    cut(lost) {
      stop();
      page.setCut(lost);
      alert.show(lost);
      if (lost) stop = askServer(told);
    },
  };
}

// The alert: the kernel or the server is gone, the answers are not.
import { button, element, setText } from "./dom.js";
import { widgetRoot } from "./page.js";
import { word } from "./words.js";

/** Return the alert of a page: `{root, show(lost)}`. */
export function lossAlert(words, isDurable) {
  const sentence = element("p");
  const reload = button("", () => location.reload(), { class: "cw-button cw-go" });
  const root = widgetRoot(element("div", { role: "alert" }), "cw-alert");
  return {
    root,
    show(lost) {
      root.remove();
      root.replaceChildren();
      if (!lost) return;
      document.body.append(root);
      setText(sentence, word(words(), isDurable() ? "lost" : "lost_in_memory"));
      setText(reload, word(words(), "reload"));
      root.append(sentence, reload);
    },
  };
}

// The alert: the kernel or the server is gone, the answers are not. It can be closed, and comes back with a later edit.
import { button, element, setText } from "./dom.js";
import { widgetRoot } from "./page.js";
import { SILENT, UNKNOWN } from "./server.js";
import { word } from "./words.js";

const QUIET_AFTER_CLOSING = 15000;

/** Return the alert of a page: `{root, show(lost), tell(server), again(), close()}`. */
export function lossAlert(words, isDurable) {
  const sentence = element("p");
  const reload = button("", () => location.reload(), { class: "cw-button cw-go" });
  const shut = button("", () => close());
  const root = widgetRoot(element("div", { role: "alert" }, sentence, reload, shut), "cw-alert");
  let [lost, server, closed] = [false, UNKNOWN, 0];
  const draw = () => {
    if (!lost || closed) return root.remove();
    if (!root.isConnected) document.body.append(root);
    setText(sentence, word(words(), sentenceKey(server, isDurable())));
    setText(reload, word(words(), "reload"));
    setText(shut, word(words(), "close_notice"));
    reload.hidden = server === SILENT;
  };
  const close = () => {
    if (root.isConnected) closed = performance.now();
    draw();
  };
  return {
    root,
    close,
    show(isLost) {
      [lost, server, closed] = [isLost, UNKNOWN, 0];
      draw();
    },
    /** Say how the server answers; what is new to a person opens the alert again. */
    tell(answer) {
      if (answer === server) return;
      if (answer !== SILENT) closed = 0;
      server = answer;
      draw();
    },
    /** An edit was made since: come back, unless it was closed a moment ago. */
    again() {
      if (closed && performance.now() - closed > QUIET_AFTER_CLOSING) closed = 0;
      draw();
    },
  };
}

function sentenceKey(server, isDurable) {
  if (!isDurable) return "lost_in_memory";
  return server === SILENT || server === UNKNOWN ? "lost" : "lost_and_there";
}

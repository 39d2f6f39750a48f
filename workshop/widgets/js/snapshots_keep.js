// Keep today: one button, why, and what came of it.
import { button, element, setText, setTextOrHide } from "./dom.js";
import { word } from "./words.js";

/** Return the button that keeps today as a snapshot; `context` is `{page, words(), step()}`. */
export function keepToday(context) {
  const keep = button("", act, { class: "cw-button cw-go" });
  const hint = element("p", { class: "cw-hint" });
  const said = element("p", { class: "cw-keep-said", role: "status" });
  let busy = false;
  async function act() {
    if (busy) return;
    busy = true;
    setText(said, word(context.words(), "working"));
    const done = await context.page.requests.snapshot(context.step());
    setText(said, done?.sentence || word(context.words(), "no_answer"));
    busy = false;
  }
  return {
    root: element("div", { class: "cw-keep" }, keep, hint, said),
    update() {
      setText(keep, word(context.words(), "snapshot_keep"));
      setTextOrHide(hint, word(context.words(), "snapshot_keep_hint"));
    },
  };
}

// Strays: answers typed earlier that could not be stored, and whose field is not on this page.
import { button, element, reconcile, setText, setTextOrHide } from "./dom.js";
import { fieldNotice } from "./notice.js";
import { word } from "./words.js";

export function strayNotices(page, words) {
  const title = element("p", { class: "cw-label" });
  const list = element("div");
  const root = element("section", { class: "cw-strays", hidden: true }, title, list);
  const context = { page, words };
  return {
    root,
    update() {
      const strays = page.unresolved().filter((entry) => !page.shows(entry.path) && typeof entry.value !== "object");
      root.hidden = !strays.length;
      setText(title, word(words(), "strays"));
      reconcile(list, strays, (entry) => entry.path, () => strayPart(context));
    },
  };
}

function strayPart(context) {
  let path = "";
  const text = element("p", { class: "cw-stray-text" });
  const notice = fieldNotice(context, null);
  const drop = button("", () => context.page.drop(path), { class: "cw-button cw-quiet" });
  return {
    root: element("div", { class: "cw-stray" }, text, notice.root, drop),
    update(entry) {
      path = entry.path;
      const conflict = entry.status === "conflict";
      setTextOrHide(text, conflict ? "" : String(entry.value));
      notice.update(path, (value) => String(value ?? ""));
      drop.hidden = conflict;
      setText(drop, word(context.words(), "drop"));
    },
  };
}

// Strays: answers typed earlier that could not be stored, and whose field is not on this page.
import { button, element, reconcile, setText, setTextOrHide } from "./dom.js";
import { fieldNotice } from "./notice.js";
import { word } from "./words.js";

export function strayNotices(page, words) {
  const title = element("p", { class: "cw-label" });
  const list = element("div");
  const root = element("section", { class: "cw-strays", hidden: true }, title, list);
  const stay = () => ([...root.querySelectorAll("button")].find(isVisible) ?? root.parentElement).focus();
  const context = { page, words, stay };
  return {
    root,
    update() {
      const strays = page.unresolved().filter((entry) => !hasField(entry.path));
      root.hidden = !strays.length;
      setText(title, word(words(), "strays"));
      reconcile(list, strays, (entry) => entry.path, () => strayPart(context));
    },
  };
}

function strayPart(context) {
  let path = "";
  const text = element("p", { class: "cw-stray-text" });
  const notice = fieldNotice(context, context.stay);
  const drop = button("", () => {
    context.page.drop(path);
    context.stay();
  }, { class: "cw-button cw-quiet" });
  return {
    root: element("div", { class: "cw-stray" }, text, notice.root, drop),
    update(entry) {
      path = entry.path;
      const conflict = entry.status === "conflict";
      setTextOrHide(text, conflict ? "" : told(entry.value));
      notice.update(path, told);
      drop.hidden = conflict;
      setText(drop, word(context.words(), "drop"));
    },
  };
}

function isVisible(node) {
  return node.offsetParent !== null;
}

function hasField(path) {
  return document.querySelector(`[data-path="${CSS.escape(path)}"]`) !== null;
}

/** An answer in words; a new entry of a list has none yet. */
function told(value) {
  const answers = [value ?? ""].flat();
  return answers.filter((answer) => typeof answer !== "object").join(", ");
}

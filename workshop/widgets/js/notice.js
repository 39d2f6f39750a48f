// A notice at a field: why an answer was not taken, or the two versions of it to choose from.
import { button, element, setText, setTextOrHide } from "./dom.js";
import { word } from "./words.js";

/** Return the notice of a field: `{root, update(path, describe), say(text)}`; `refocus` is called after a choice. */
export function fieldNotice(context, refocus) {
  const sentence = element("p", { class: "cw-notice-text" });
  const choice = conflictChoice(context, refocus);
  let said = false;
  const root = element("div", { class: "cw-notice", role: "status", hidden: true }, sentence, choice.root);
  return {
    root,
    update(path, describe) {
      const entry = unresolvedAt(context.page, path);
      if (said && !entry) return "";
      said = false;
      const text = entry?.status === "conflict" ? word(context.words(), "conflict") : entry?.sentence;
      root.hidden = !entry;
      root.dataset.status = entry?.status ?? "";
      setTextOrHide(sentence, text);
      choice.update(entry, describe);
      return entry?.status ?? "";
    },
    /** Say something of the page's own; with an empty text, take that back. */
    say(text) {
      if (!text && !said) return;
      said = Boolean(text);
      root.hidden = !text;
      setTextOrHide(sentence, text);
    },
  };
}

/** Return the entry at `path` when it waits for the person, else null. */
export function unresolvedAt(page, path) {
  const entry = page.entryAt(path);
  return entry && (entry.status === "refused" || entry.status === "conflict") ? entry : null;
}

function conflictChoice(context, refocus) {
  let path = "";
  const choose = (whose) => () => {
    context.page.resolve(path, whose);
    refocus();
  };
  const mine = version(choose("mine"));
  const theirs = version(choose("theirs"));
  const root = element("div", { class: "cw-versions" }, mine.root, theirs.root);
  return {
    root,
    update(entry, describe) {
      root.hidden = entry?.status !== "conflict";
      if (root.hidden) return;
      path = entry.path;
      const words = context.words();
      mine.update(word(words, "mine"), describe(entry.value), word(words, "keep_mine"));
      theirs.update(word(words, "theirs"), describe(entry.theirs), word(words, "take_theirs"));
    },
  };
}

function version(choose) {
  const title = element("b");
  const text = element("p");
  const pick = button("", choose);
  return {
    root: element("div", {}, title, text, pick),
    update(name, value, label) {
      setText(title, name);
      setText(text, value);
      setText(pick, label);
    },
  };
}

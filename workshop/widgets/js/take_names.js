// Real names for the files of this page: typed here, kept nowhere, and gone when the page closes.
import { element, reconcile, setText, setTextOrHide, uniqueId } from "./dom.js";
import { word } from "./words.js";

const LONGEST_NAME = 60;

/** Return the place to write real names: `{root, update(people, words)}`. */
export function namesPanel(names) {
  const title = element("span");
  const inUse = element("span", { class: "cw-take-in-use" });
  const summary = element("summary", {}, title, inUse);
  const hint = element("p", { class: "cw-hint" });
  const none = element("p", { class: "cw-hint" });
  const list = element("div", { class: "cw-grid" });
  const root = element("details", { class: "cw-take-names" }, summary, element("div", { class: "cw-take-inside" }, hint, none, list));
  return {
    root,
    update(people, words) {
      const count = people.filter(({ id }) => names.of(id).trim()).length;
      setText(title, word(words, "take_names"));
      setTextOrHide(inUse, count ? word(words, "take_names_in_use", { count }) : "");
      setText(hint, word(words, "take_names_hint"));
      setTextOrHide(none, people.length ? "" : word(words, "take_names_none"));
      const here = people.map((person) => ({ ...person, label: word(words, "take_names_for", { name: person.name }) }));
      reconcile(list, here, ({ id }) => id, ({ id }) => nameField(id, names));
    },
  };
}

function nameField(id, names) {
  const input = element("input", { type: "text", id: uniqueId(), maxlength: LONGEST_NAME, autocomplete: "off", spellcheck: "false", dir: "auto" });
  const label = element("label", { class: "cw-label", for: input.id, dir: "auto" });
  input.value = names.of(id);
  input.addEventListener("input", () => names.put(id, input.value));
  return {
    root: element("div", { class: "cw-field" }, label, input),
    update(person) {
      setText(label, person.label);
      if ((names.of(id) || input.value.trim()) && names.of(id) !== input.value) input.value = names.of(id);
    },
  };
}

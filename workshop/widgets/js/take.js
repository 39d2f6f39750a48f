// Files to take away: how they shall be, whose real names may stand in them, and a button for each.
import { element, reconcile, setText } from "./dom.js";
import { realNames } from "./names.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { fileRow } from "./take_file.js";
import { namesPanel } from "./take_names.js";
import { fileOptions } from "./take_options.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

export default { render: shownOnPage(showTake) };

function showTake(model, el, page) {
  const state = () => model.get("state");
  const names = realNames(page);
  const options = fileOptions();
  const wishes = () => ({ ...options.wishes(), names: namesOf(state().people ?? [], names), zone: timeZone() });
  const context = { page, wishes, words: () => state().words, step: () => state().step };
  const panel = namesPanel(names);
  const files = element("ul", { class: "cw-take-files" });
  const never = element("p", { class: "cw-hint" });
  const verdicts = verdictPanel();
  widgetRoot(el, "cw-take").append(options.root, panel.root, files, never, verdicts.root);
  const draw = () => {
    const { words, people = [], files: listed = [], verdicts: found } = state();
    options.update(words);
    panel.update(people, words);
    reconcile(files, listed, ({ what }) => what, () => fileRow(context));
    setText(never, word(words, "take_never_stored"));
    verdicts.update(found, words);
  };
  draw();
  model.on("change:state", draw);
  const unwatch = names.subscribe(draw);
  return () => {
    model.off("change:state", draw);
    unwatch();
  };
}

/** The real names of those who are listed; somebody taken out keeps theirs in memory, for an undo. */
function namesOf(people, names) {
  const written = people.map(({ id }) => [id, names.of(id).trim()]);
  return Object.fromEntries(written.filter(([, name]) => name));
}

function timeZone() {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

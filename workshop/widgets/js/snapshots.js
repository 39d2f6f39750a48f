// Snapshots: keep today, write a note on a day, choose the one to compare with, remove one and take that back.
import { button, element, reconcile, setAttributes, setText } from "./dom.js";
import { listField } from "./lists.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { keepToday } from "./snapshots_keep.js";
import { textField } from "./texts.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

export default { render: shownOnPage(showSnapshots) };

function showSnapshots(model, el, page) {
  const root = widgetRoot(el, "cw-snapshots");
  const context = { page, words: () => model.get("state").words, step: () => model.get("state").step };
  const keep = keepToday(context);
  const list = listField(null, context, (parent, fields) => fillCard(parent, fields, context));
  const verdicts = verdictPanel();
  root.append(keep.root, list.root, verdicts.root);
  const draw = () => {
    const state = model.get("state");
    setAttributes(root, { role: "group", "aria-label": state.title || null });
    keep.update();
    if (state.kept) list.update(state.kept);
    verdicts.update(state.verdicts, state.words);
  };
  draw();
  model.on("change:state", draw);
  return () => model.off("change:state", draw);
}

const CARD_PARTS = { text: textField, compare: compareField };

function fillCard(parent, fields, context) {
  return reconcile(parent, fields, (field) => `${field.kind} ${field.path}`, (field) => CARD_PARTS[field.kind](field, context));
}

/** The button that makes this snapshot the one that today is compared with. */
function compareField({ id }, context) {
  const compare = button("", () => context.page.requests.compare(id));
  return {
    root: element("div", { class: "cw-field cw-compare" }, compare),
    focus: () => compare.focus(),
    update({ chosen }) {
      setAttributes(compare, { "aria-pressed": String(chosen) });
      setText(compare, word(context.words(), chosen ? "snapshot_compared" : "snapshot_compare"));
    },
  };
}

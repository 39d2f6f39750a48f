// The form of one step: its fields and what the answers say. It holds nothing: the page's outbox does.
import { debounced, element, setAttributes, setTextOrHide } from "./dom.js";
import { fillFields } from "./fields.js";
import { unresolvedAt } from "./notice.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

export default { render: shownOnPage(showForm) };

function showForm(model, el, page) {
  const root = widgetRoot(el, "cw-form");
  const fields = element("div", { class: "cw-grid" });
  const foot = element("p", { class: "cw-foot" });
  const verdicts = verdictPanel();
  root.append(fields, foot, verdicts.root);
  const context = { page, words: () => model.get("state").words, step: () => model.get("state").step };
  const draw = () => {
    const state = model.get("state");
    setAttributes(root, { role: "group", "aria-label": state.title || null });
    fillFields(fields, state.fields ?? [], context);
    setTextOrHide(foot, state.first && state.fields?.some(isQuestion) ? word(state.words, "may_stay_empty") : "");
    verdicts.update(state.verdicts, state.words);
  };
  draw();
  model.on("change:state", draw);
  const unwatch = watchNotices(page, debounced(draw, 0));
  return () => {
    model.off("change:state", draw);
    unwatch();
  };
}

function isQuestion(field) {
  return field.kind !== "note";
}

/** Call `draw` when an entry begins or ceases to wait for the person, or when everything may have changed. */
function watchNotices(page, draw) {
  const signs = new Map();
  return page.subscribe((path) => {
    const entry = path === null ? null : unresolvedAt(page, path);
    const sign = entry ? JSON.stringify([entry.status, entry.sentence, entry.theirs]) : "";
    if (path !== null && sign === (signs.get(path) ?? "")) return;
    signs.set(path, sign);
    draw();
  });
}

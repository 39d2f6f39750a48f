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
  const state = () => model.get("state");
  const stale = staleNote(fields, state);
  root.append(fields, foot, stale.root, verdicts.root);
  const context = { page, words: () => state().words, step: () => state().step };
  const draw = () => {
    const { title, first, fields: asked = [], verdicts: found, words } = state();
    setAttributes(root, { role: "group", "aria-label": title || null });
    fillFields(fields, asked, context);
    setTextOrHide(foot, first && asked.some(isQuestion) ? word(words, "may_stay_empty") : "");
    verdicts.update(found, words);
    stale.update();
  };
  draw();
  model.on("change:state", draw);
  const unwatch = watchNotices(page, debounced(draw, 0));
  return () => {
    model.off("change:state", draw);
    unwatch();
  };
}

/** The line above the verdicts, for as long as a field shows what was not saved: they go by what was. */
function staleNote(fields, state) {
  const root = element("p", { class: "cw-stale", hidden: true });
  const update = () => {
    const { verdicts, words } = state();
    const isStale = verdicts?.length && [...fields.querySelectorAll(".cw-notice:not([hidden])")].some(isNotTaken);
    setTextOrHide(root, isStale ? word(words, "stale") : "");
  };
  const soon = debounced(update, 0);
  for (const deed of ["input", "focusout"]) fields.addEventListener(deed, soon);
  return { root, update };
}

/** Whether what stands in the field of a notice is not what was saved. */
function isNotTaken(notice) {
  const isHalfWritten = [...notice.parentElement.querySelectorAll("input")].some(({ validity }) => validity.badInput);
  return isHalfWritten || ["refused", "conflict"].includes(notice.dataset.status);
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

// Lists of people and other items: cards that open, and compact rows with one question each.
import { button, element, reconcile, setText, setTextOrHide, uniqueId } from "./dom.js";
import { drawAdders, openAwaited } from "./lists_add.js";
import { word } from "./words.js";

/** A list of cards; an item is added and removed here. `fill` draws an item's own fields. */
export function listField(_field, context, fill) {
  const head = listHead();
  const cards = element("div", { class: "cw-cards" });
  const line = statusLine(context);
  const adders = element("div", { class: "cw-adders" });
  const root = element("section", { class: "cw-field cw-list", role: "group" }, head.root, cards, line.root, adders);
  root.setAttribute("aria-labelledby", head.labelId);
  const list = { context, fill, line, field: null, awaited: "", made: new Map(), parts: [], first: true, refresh: null, adders };
  list.refresh = () => drawList(list, head, cards);
  return {
    root,
    focus: () => adders.querySelector("button")?.focus(),
    update(field) {
      root.dataset.kind = "list";
      list.field = field;
      list.refresh();
    },
  };
}

/** Compact rows: a person left, one question right. */
export function peopleField(_field, context, fill) {
  const head = listHead();
  const rows = element("div", { class: "cw-rows" });
  const root = element("section", { class: "cw-field cw-list", role: "group" }, head.root, rows);
  root.setAttribute("aria-labelledby", head.labelId);
  return {
    root,
    focus: () => rows.querySelector("input, select")?.focus(),
    update(field) {
      root.dataset.kind = "people";
      head.update(field, field.items.length);
      reconcile(rows, field.items, (item) => item.id, () => rowPart(fill));
    },
  };
}

function listHead() {
  const label = element("p", { class: "cw-list-label", id: uniqueId() });
  const hint = element("p", { class: "cw-hint" });
  const empty = element("p", { class: "cw-empty" });
  return {
    root: element("div", {}, label, hint, empty),
    labelId: label.id,
    update(field, count) {
      setTextOrHide(label, field.label);
      setTextOrHide(hint, field.hint);
      setTextOrHide(empty, count ? "" : field.empty_text);
    },
  };
}

function drawList(list, head, cards) {
  const { field, context } = list;
  const items = field.items.filter((item) => !isRemoved(context.page, addressOf(field, item)));
  head.update(field, items.length);
  list.parts = reconcile(cards, items, (item) => item.id, (item) => cardPart(list, item));
  if (list.first && list.parts.length) list.parts[0].root.open = true;
  list.first &&= !list.parts.length;
  drawAdders(list, items.length);
  openAwaited(list, items);
}

function cardPart(list, first) {
  const face = personFace();
  const summary = element("summary", {}, face.root, element("span", { class: "cw-turn", "aria-hidden": "true" }));
  const fields = element("div", { class: "cw-grid" });
  const removal = button("", () => removeItem(list, part), { class: "cw-button cw-quiet" });
  const root = element("details", { class: "cw-person" }, summary, fields, removal);
  let parts = [];
  const part = {
    root,
    item: first,
    update(item) {
      part.item = item;
      face.update(item);
      removal.hidden = !item.removable;
      setText(removal, word(list.context.words(), "remove", { name: item.title }));
      parts = list.fill(fields, item.fields);
    },
    open() {
      root.open = true;
      parts[0]?.focus();
    },
    focus: () => summary.focus(),
  };
  return part;
}

function removeItem(list, part) {
  const { context, field } = list;
  const index = list.parts.indexOf(part);
  const address = addressOf(field, part.item);
  context.page.put(address, null, { step: context.step(), soon: true });
  list.refresh();
  list.line.update(word(context.words(), "removed", { name: part.item.title }), () => {
    focusNear(list, Infinity);
    takeBack(list, address);
  });
  focusNear(list, index);
}

/** Undo a removal; one that the kernel has not heard of, or does not answer for, is forgotten. If something else was changed since, the line says so. */
export async function takeBack(list, address) {
  const { page } = list.context;
  const entry = page.entryAt(address);
  const done = entry && !entry.flight ? null : await page.undo(address);
  if (done?.ok) return;
  page.drop(address);
  list.refresh();
  if (done?.sentence) list.line.update(done.sentence);
}

/** Keep the keyboard in the list: on the card at `index` or the last one, else where one is added. */
function focusNear(list, index) {
  const near = list.parts[Math.min(index, list.parts.length - 1)];
  if (near) near.focus();
  else list.adders.querySelector("button")?.focus();
}

/** The line that says what happened, with an undo beside it until something else is done. */
export function statusLine(context) {
  const text = element("span", { role: "status" });
  const undo = button("", () => {
    const act = undoing;
    update("");
    act();
  }, { class: "cw-button cw-quiet" });
  const root = element("p", { class: "cw-line" }, text, undo);
  let stop = () => {};
  let undoing = null;
  function update(sentence, act = null) {
    stop();
    undoing = act;
    setText(text, sentence);
    setText(undo, word(context.words(), "undo"));
    undo.hidden = !act;
    root.classList.toggle("is-empty", !sentence);
    const onEdit = (path, isNew) => isNew && update("");
    if (act) stop = context.page.subscribe(onEdit);
  }
  update("");
  return { root, update };
}

function rowPart(fill) {
  const face = personFace();
  const fields = element("div", { class: "cw-row-field" });
  const root = element("div", { class: "cw-row" }, face.root, fields);
  return {
    root,
    update(item) {
      face.update(item);
      const label = `${item.title}: ${item.field.label}`;
      fill(fields, [{ ...item.field, label, quiet: true }]);
    },
  };
}

/** The face of a person: initials in a dot, the name, a line about them. */
function personFace() {
  const dot = element("span", { class: "cw-dot", "aria-hidden": "true" });
  const who = element("span", { class: "cw-who" });
  const sub = element("span", { class: "cw-sub" });
  const root = element("span", { class: "cw-face-row" }, dot, element("span", { class: "cw-names" }, who, sub));
  return {
    root,
    update(item) {
      setText(dot, item.empty ? "+" : item.initials);
      dot.classList.toggle("is-empty", Boolean(item.empty));
      setText(who, item.title);
      setTextOrHide(sub, item.subtitle);
    },
  };
}

export function isRemoved(page, address) {
  const entry = page.entryAt(address);
  return entry !== null && entry.value === null;
}

function addressOf(field, item) {
  return `${field.path}/${item.id}`;
}

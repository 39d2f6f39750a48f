// Adding to a list: a new card, or the one that is still empty.
import { element, reconcile } from "./dom.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Draw the buttons that add to a list of `count` items, as long as there is room. */
export function drawAdders(list, count) {
  const full = count >= (list.field.most ?? Infinity);
  const offered = full ? [] : list.field.add ?? [];
  reconcile(list.adders, offered, (add) => add.label, (add) => addPart(list, add));
  list.adders.hidden = !offered.length;
}

function addPart(list, { label, value }) {
  const act = () => {
    if (isAwaiting(list)) return;
    const blank = list.parts.find(({ item }) => isMadeBy(item, label, list) && isBlank(item, list));
    if (blank) {
      blank.open();
      return;
    }
    list.awaited = newId();
    list.made.set(list.awaited, label);
    list.line.update("");
    list.context.page.put(`${list.field.path}/${list.awaited}`, value, { step: list.context.step(), soon: true });
  };
  const plus = element("span", { class: "cw-plus", "aria-hidden": "true" }, "+");
  const root = element("button", { type: "button", class: "cw-button cw-add" }, plus, label);
  root.addEventListener("click", act);
  return { root, update() {} };
}

/** Whether a card that was asked for is still on its way: a second press asks for nothing more. */
function isAwaiting({ awaited, field, context }) {
  return Boolean(awaited) && context.page.valueOf(`${field.path}/${awaited}`) !== null;
}

/** Where there are several ways to add, only a card that the same one has made stands in for a new one. */
function isMadeBy({ id }, label, { field, made }) {
  return field.add.length === 1 || made.get(id) === label;
}

function isBlank(item, { context }) {
  const values = item.fields.filter(({ path }) => path).map(({ path, value }) => context.page.valueOf(path, value));
  return values.every((value) => value == null || value === false || !String(value).trim());
}

/** A new card opens and takes the caret when it arrives; if it was refused, the list says why. */
export function openAwaited(list, items) {
  if (!list.awaited) return;
  const index = items.findIndex((item) => item.id === list.awaited);
  const address = `${list.field.path}/${list.awaited}`;
  const entry = list.context.page.entryAt(address);
  if (index >= 0) {
    list.awaited = "";
    list.parts[index].open();
  } else if (entry?.status === "refused") {
    list.awaited = "";
    list.line.update(entry.sentence);
    list.context.page.drop(address);
  }
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `k${[...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join("")}`;
}

// The fields of a form, each drawn by its kind.
import { chipsField, eitherField, isLongChoice, manyField, scaleField, selectField, tickField } from "./choices.js";
import { element, reconcile, setText } from "./dom.js";
import { listField, peopleField } from "./lists.js";
import { textField } from "./texts.js";

const KINDS = {
  text: textField,
  long: textField,
  number: textField,
  day: textField,
  clock: textField,
  one: (field, context) => (isLongChoice(field) ? selectField : chipsField)(field, context),
  many: manyField,
  scale: scaleField,
  tick: tickField,
  either: eitherField,
  note: noteField,
  list: listField,
  people: peopleField,
};

/** Draw `fields` into `parent`; `context` is `{page, words(), step()}`. Return their parts. */
export function fillFields(parent, fields, context) {
  const fill = (inner, listed) => fillFields(inner, listed, context);
  return reconcile(parent, fields.filter((field) => KINDS[field.kind]), fieldKey, (field) => KINDS[field.kind](field, context, fill));
}

function fieldKey(field) {
  const shape = isLongChoice(field) ? "long choice" : field.kind;
  return `${shape} ${field.path ?? ""} ${field.path ? "" : field.text ?? field.label}`;
}

function noteField() {
  const root = element("p", { class: "cw-field cw-note" });
  return { root, focus() {}, update: (field) => setText(root, field.text) };
}

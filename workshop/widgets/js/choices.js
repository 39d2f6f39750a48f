// Fields that are chosen from: chips, a long list, a scale, a tick, two facing cards. Each can be left open again.
import { same } from "./answers.js";
import { element, reconcile, setText, setTextOrHide } from "./dom.js";
import { groupShell, singleShell } from "./shell.js";
import { word } from "./words.js";

const CHIPS_AT_MOST = 6;

export function isLongChoice(field) {
  return field.kind === "one" && field.options.length > CHIPS_AT_MOST;
}

/** One of a few: radio chips; with hints, one under the other. */
export function chipsField(_field, context) {
  const body = element("div", { class: "cw-chips" });
  const arrange = ({ options }) => body.classList.toggle("is-tall", options.some((option) => option.hint));
  return radioField(context, body, (field) => field.options, arrange);
}

/** A number of a few: a row of radios with a word at both ends. */
export function scaleField(_field, context) {
  const row = element("div", { class: "cw-scale" });
  const low = element("span");
  const high = element("span");
  const ends = element("div", { class: "cw-ends", "aria-hidden": "true" }, low, high);
  const body = element("div", {}, row, ends);
  return radioField(context, body, scaleOptions, (field) => {
    row.style.setProperty("--steps", field.high - field.low + 1);
    setText(low, field.low_label);
    setText(high, field.high_label);
    ends.hidden = !field.low_label && !field.high_label;
  }, row);
}

/** Two cards that face each other, and a quiet way to leave it open. */
export function eitherField(_field, context) {
  const body = element("div", { class: "cw-facing" });
  return radioField(context, body, ({ left, right, unsure }) => [left, right, unsure].filter(Boolean));
}

/** One of many: a native list. */
export function selectField(_field, context) {
  const control = element("select");
  const shell = singleShell(context, control);
  let now = null;
  const put = (value) => context.page.put(now.path, value, { step: context.step(), soon: true, picked: true });
  control.addEventListener("change", () => put(now.options[control.selectedIndex - 1]?.value ?? null));
  control.addEventListener("keydown", (event) => {
    if (!clears(event)) return;
    control.selectedIndex = 0;
    put(null);
  });
  return {
    root: shell.root,
    focus: shell.focus,
    update(field) {
      now = field;
      const options = [{ value: null, label: word(context.words(), "choose") }, ...field.options];
      reconcile(control, options, (option) => String(option.value), optionPart);
      const value = context.page.valueOf(field.path, field.value);
      control.selectedIndex = Math.max(0, options.findIndex((option) => same(option.value, value)));
      shell.update(field, (answer) => labelOf(field.options, answer));
    },
  };
}

/** Several of a few: checkbox chips, in the order they were chosen, up to `most`. */
export function manyField(_field, context) {
  const body = element("div", { class: "cw-chips" });
  const shell = groupShell(context, body);
  const group = { field: null, value: [], put: null };
  group.put = (option, chosen, input) => {
    const others = group.value.filter((value) => !same(value, option.value));
    const full = chosen && others.length >= (group.field.most ?? Infinity);
    shell.say(full ? word(context.words(), "most_chosen", { most: group.field.most }) : "");
    if (full) input.checked = false;
    else group.value = chosen ? [...others, option.value] : others;
    if (!full) context.page.put(group.field.path, group.value, { step: context.step(), soon: true, picked: true });
  };
  return {
    root: shell.root,
    focus: shell.focus,
    update(field) {
      group.field = field;
      group.value = context.page.valueOf(field.path, field.value) ?? [];
      body.classList.toggle("is-tall", field.options.some((option) => option.hint));
      reconcile(body, field.options, (option) => String(option.value), () => checkPart(group));
      shell.update(field, (values) => (values ?? []).map((value) => labelOf(field.options, value)).join(", "));
    },
  };
}

/** Yes, or left open: one checkbox. */
export function tickField(_field, context) {
  const input = element("input", { type: "checkbox" });
  const shell = singleShell(context, input);
  shell.root.classList.add("cw-tick");
  let path = "";
  input.addEventListener("change", () => {
    context.page.put(path, input.checked || null, { step: context.step(), soon: true, picked: true });
  });
  return {
    root: shell.root,
    focus: shell.focus,
    update(field) {
      path = field.path;
      input.checked = context.page.valueOf(path, field.value) === true;
      shell.update(field, (value) => word(context.words(), value ? "ticked" : "left_open"));
    },
  };
}

function radioField(context, body, optionsOf, arrange = () => {}, row = body) {
  const shell = groupShell(context, body);
  const group = { name: `${Math.random()}`, value: null, field: null };
  group.put = (value) => {
    group.value = value;
    context.page.put(group.field.path, value, { step: context.step(), soon: true, picked: true });
    if (value === null) row.querySelectorAll("input").forEach((input) => { input.checked = false; });
  };
  body.addEventListener("keydown", (event) => {
    if (clears(event) && !group.field.firm) group.put(null);
  });
  return {
    root: shell.root,
    focus: shell.focus,
    update(field) {
      group.field = field;
      group.value = context.page.valueOf(field.path, field.value);
      arrange(field);
      reconcile(row, optionsOf(field), (option) => String(option.value), () => radioPart(group));
      shell.update(field, (answer) => labelOf(optionsOf(field), answer));
    },
  };
}

function radioPart(group) {
  const input = element("input", { type: "radio", name: group.name });
  const part = choicePart(input);
  input.addEventListener("click", () => {
    if (same(group.value, part.option.value) && !group.field.firm) group.put(null);
  });
  input.addEventListener("change", () => {
    if (input.checked) group.put(part.option.value);
  });
  part.isChosen = (option) => same(group.value, option.value);
  return part;
}

function checkPart(group) {
  const input = element("input", { type: "checkbox" });
  const part = choicePart(input);
  input.addEventListener("change", () => group.put(part.option, input.checked, input));
  part.isChosen = (option) => group.value.some((value) => same(value, option.value));
  return part;
}

function choicePart(input) {
  const label = element("span", { class: "cw-choice-label" });
  const aside = element("span", { class: "cw-sr" });
  const hint = element("span", { class: "cw-choice-hint" });
  const face = element("span", { class: "cw-face" }, label, aside, hint);
  const part = {
    root: element("label", { class: "cw-choice" }, input, face),
    option: null,
    isChosen: () => false,
    update(option) {
      part.option = option;
      setText(label, option.label);
      label.dataset.said = option.label;
      setText(aside, option.aside ? `, ${option.aside}` : "");
      setTextOrHide(hint, option.hint);
      input.checked = part.isChosen(option);
    },
  };
  return part;
}

function optionPart() {
  const root = element("option");
  return { root, update: (option) => setText(root, option.label) };
}

function scaleOptions({ low, high, low_label: least, high_label: greatest }) {
  const numbers = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const asides = { [low]: least, [high]: greatest };
  return numbers.map((number) => ({ value: number, label: String(number), aside: asides[number] }));
}

function labelOf(options, value) {
  return options.find((option) => same(option.value, value))?.label ?? "";
}

function clears(event) {
  const asked = event.key === "Delete" || event.key === "Backspace";
  if (asked) event.preventDefault();
  return asked;
}

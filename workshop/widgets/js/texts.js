// Fields that are written into: text, long text, a number, a day, a time of the day.
import { element, setAttributes } from "./dom.js";
import { singleShell } from "./shell.js";
import { word } from "./words.js";

const CONTROLS = {
  text: () => element("input", { type: "text", dir: "auto", autocomplete: "off" }),
  long: () => element("textarea", { rows: 2, dir: "auto", autocomplete: "off" }),
  number: () => element("input", { type: "number", step: 1, inputmode: "numeric", autocomplete: "off" }),
  day: () => element("input", { type: "date", min: "1990-01-01", max: "2100-12-31" }),
  clock: () => element("input", { type: "time" }),
};
const UNWANTED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g;

/** Return the field of one of these kinds: `{root, update(field), focus()}`. */
export function textField(field, context) {
  const { kind } = field;
  const control = CONTROLS[kind]();
  const shell = singleShell(context, control);
  let now = field;
  const put = (soon) => context.page.put(now.path, answerIn(control, kind), { step: context.step(), soon });
  control.addEventListener("input", () => {
    shell.say("");
    shell.countTo(now.limit, control.value);
    if (!unfinished(control, kind)) put(false);
  });
  control.addEventListener("blur", () => {
    if (control.validity.badInput) shell.say(word(context.words(), `unfinished_${kind}`));
    else if (context.page.entryAt(now.path) || unfinished(control, kind)) put(true);
  });
  return {
    root: shell.root,
    focus: shell.focus,
    update(next) {
      now = next;
      setAttributes(control, { placeholder: next.placeholder || null, ...(kind === "number" ? range(next) : {}) });
      write(control, context.page.valueOf(next.path, next.value));
      shell.update(next, (value) => String(value ?? ""));
      shell.countTo(next.limit, control.value);
    },
  };
}

function range({ low, high }) {
  return { min: low, max: high };
}

function answerIn(control, kind) {
  if (kind === "number") return control.value === "" ? null : Number(control.value);
  if (kind === "day" || kind === "clock") return control.value || null;
  return control.value.replace(UNWANTED, "");
}

/** A day while its year is being typed is not an answer yet, nor a time without its minutes. */
function unfinished({ validity }, kind) {
  return validity.badInput || (kind === "day" && (validity.rangeUnderflow || validity.rangeOverflow));
}

/** Show `value`, and leave the caret where it is. */
function write(control, value) {
  const text = value == null ? "" : String(value);
  if (control.validity.badInput || shownIn(control) === text) return;
  const caret = document.activeElement === control ? [control.selectionStart, control.selectionEnd] : null;
  control.value = text;
  if (caret && caret[0] !== null) control.setSelectionRange(...caret);
}

function shownIn(control) {
  return control.value.replace(UNWANTED, "");
}

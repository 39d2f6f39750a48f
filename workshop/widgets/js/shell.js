// The shell of a field: its label, its hint and its notice, tied to the control for those who listen.
import { element, setAttributes, setText, setTextOrHide, uniqueId } from "./dom.js";
import { fieldNotice } from "./notice.js";
import { word } from "./words.js";

const WIDE_KINDS = ["long", "either", "many"];
const WIDE_TEXT = 100;

/** A field with one control: the label points at it. */
export function singleShell(context, control) {
  control.id = uniqueId();
  const label = element("label", { class: "cw-label", for: control.id });
  return fieldShell(context, element("div", { class: "cw-field" }), label, control, control, () => control.focus());
}

/** A field with several controls in `body`: a fieldset, its legend the label. */
export function groupShell(context, body) {
  const legend = element("legend", { class: "cw-label" });
  const root = element("fieldset", { class: "cw-field" });
  const focus = () => (root.querySelector("input:checked") ?? root.querySelector("input"))?.focus();
  return fieldShell(context, root, legend, body, root, focus);
}

function fieldShell(context, root, label, body, described, focus) {
  const hint = element("p", { class: "cw-hint", id: uniqueId() });
  const count = element("p", { class: "cw-count", id: uniqueId() });
  const notice = fieldNotice(context, focus);
  notice.root.id = uniqueId();
  root.append(label, hint, body, count, notice.root);
  const notes = [hint, count, notice.root];
  const describe = () => {
    const ids = notes.filter((note) => !note.hidden).map((note) => note.id);
    setAttributes(described, { "aria-describedby": ids.join(" ") || null });
  };
  return {
    root,
    focus,
    update(field, told) {
      root.dataset.kind = field.kind;
      root.dataset.path = field.path;
      root.classList.toggle("is-wide", isWide(field));
      setText(label, field.label);
      label.classList.toggle("cw-sr", Boolean(field.quiet));
      setTextOrHide(hint, field.hint);
      const status = notice.update(field.path, told);
      setAttributes(described, { "aria-invalid": status === "refused" && described !== root ? "true" : null });
      root.classList.toggle("is-refused", status === "refused");
      describe();
    },
    countTo(limit, text) {
      const left = limit ? limit - [...text].length : Infinity;
      const near = left <= Math.max(20, limit / 10);
      const key = left < 0 ? "count_over" : "count_left";
      setTextOrHide(count, near ? word(context.words(), key, { count: Math.abs(left) }) : "");
      count.classList.toggle("is-over", left < 0);
      describe();
    },
    say(text) {
      notice.say(text);
      describe();
    },
  };
}

/** Whether a field takes the whole width: long words, facing cards, choices that explain themselves. */
function isWide({ kind, limit, options }) {
  const explained = kind === "one" && options.some((option) => option.hint);
  return WIDE_KINDS.includes(kind) || (kind === "text" && limit > WIDE_TEXT) || explained;
}

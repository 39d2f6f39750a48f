// A part of a message, subject or text: as the answers write it, until it has words of its own.
import { element } from "./dom.js";
import { singleShell } from "./shell.js";
import { word } from "./words.js";

const NOT_TYPED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g;
const MAKERS = {
  subject: () => element("input", { type: "text", dir: "auto", autocomplete: "off" }),
  body: () => element("textarea", { rows: 8, dir: "auto", autocomplete: "off" }),
};
const KIND_OF_PART = { subject: "text", body: "long" };
const LABEL_OF_PART = { subject: "messages_subject", body: "messages_body" };

/**
 * Return the field of `part`: `{root, update(message), grow()}`.
 * `context.own(part)` is what stands in place of the written text, `context.isOwn()` whether any part has that;
 * `context.begin()` is called before words are put.
 */
export function messageField(part, context) {
  const control = MAKERS[part]();
  const shell = singleShell(context, control);
  let message = null;
  const path = () => `drafts/${message.id}/${part}`;
  const written = () => message.written[part === "subject" ? 0 : 1];
  const put = (soon) => {
    const text = control.value.replace(NOT_TYPED, "");
    const own = !text.trim() || text === written() ? "" : text;
    context.begin();
    context.page.put(path(), own, { step: context.step(), soon });
  };
  control.addEventListener("input", () => {
    shell.countTo(context.state().limits[part], control.value);
    growTo(control);
    put(false);
  });
  control.addEventListener("blur", () => {
    if (context.page.entryAt(path())) put(true);
    if (!control.value.trim()) writeInto(control, written());
  });
  return {
    root: shell.root,
    grow: () => growTo(control),
    update(next) {
      message = next;
      const own = context.own(part);
      const hint = context.isOwn() ? word(context.words(), own.trim() ? "messages_edited" : "messages_written") : "";
      if (own.trim() || !isBeingEmptied(control)) writeInto(control, own.trim() ? own : written());
      const limit = context.state().limits[part];
      const label = word(context.words(), LABEL_OF_PART[part]);
      shell.update({ kind: KIND_OF_PART[part], path: path(), label, hint, limit }, (value) => value || written());
      shell.countTo(limit, control.value);
    },
  };
}

/** Whether somebody is about to write something new: the text of the answers waits until they leave. */
function isBeingEmptied(control) {
  return document.activeElement === control && !control.value.trim();
}

/** Show `text`, and leave the caret where it is. */
function writeInto(control, text) {
  if (control.value.replace(NOT_TYPED, "") === text) return;
  const caret = document.activeElement === control ? [control.selectionStart, control.selectionEnd] : null;
  control.value = text;
  if (caret) control.setSelectionRange(...caret);
  growTo(control);
}

/** As tall as its text, where the style sheet cannot say so. */
function growTo(control) {
  if (control.tagName !== "TEXTAREA" || CSS.supports("field-sizing", "content")) return;
  control.style.height = "auto";
  if (control.scrollHeight) control.style.height = `${control.scrollHeight + 2}px`;
}

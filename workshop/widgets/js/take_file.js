// One file: what it is, a button that has it made, and how that went.
import { button, element, setAttributes, setText } from "./dom.js";
import { word } from "./words.js";

/** Return a row for a file: `{root, update(file)}`. */
export function fileRow(context) {
  const title = element("b");
  const hint = element("p", { class: "cw-hint" });
  const said = element("p", { class: "cw-take-said", role: "status" });
  const row = { file: null, said, working: false };
  const make = button("", () => haveMade(row, make, context), { class: "cw-button" });
  return {
    root: element("li", {}, element("div", {}, title, hint, said), make),
    update(file) {
      row.file = file;
      setText(title, file.title);
      setText(hint, file.hint);
      setText(make, file.button);
      setAttributes(make, { "aria-label": `${file.button}: ${file.title}`, class: `cw-button${file.what === "pdf" ? " cw-go" : ""}` });
    },
  };
}

/** Have the file made once, however often the button is pressed meanwhile. */
async function haveMade(row, make, context) {
  if (row.working) return;
  row.working = true;
  setAttributes(make, { "aria-disabled": "true" });
  setText(row.said, word(context.words(), "take_working"));
  const made = await madeFile(row.file.what, context).catch(() => null);
  row.working = false;
  setAttributes(make, { "aria-disabled": null });
  setAttributes(row.said, { class: `cw-take-said${made?.ok ? "" : " is-refused"}` });
  setText(row.said, outcome(made, context.words()));
}

/** The page to keep is also a snapshot; where there is nothing to keep yet, the page is made all the same. */
async function madeFile(what, { page, wishes, step }) {
  if (what === "pdf") await page.requests.snapshot(step());
  return page.requests.file(what, wishes());
}

function outcome(made, words) {
  if (made?.ok) return word(words, "take_done", { name: made.name });
  return made?.sentence || word(words, "take_failed");
}

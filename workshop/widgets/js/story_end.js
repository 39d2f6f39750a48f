// The end of a story: part after part, the lesson last; then what to keep, and how to go on.
import { button, element, reconcile, setAttributes, setText, setTextOrHide } from "./dom.js";
import { fillFields } from "./fields.js";
import { word } from "./words.js";

/** Bring `node` to the top of the screen, and the caret with it. */
export function arriveAt(node) {
  node?.focus({ preventScroll: true });
  node?.scrollIntoView({ block: "start" });
}

/** Return the end: `{root, line, update(story, words), begin(), focus()}`; `begin` shows one part at a time. */
export function storyEnd(stage, leave) {
  const parts = element("div", { class: "cw-story-parts" });
  const next = button("", () => {
    shown += 1;
    draw();
    arriveAt(drawn.at(-1).title);
  }, { class: "cw-button cw-go" });
  const fields = element("div");
  const onward = element("a", { class: "cw-button" });
  const others = button("", leave, { class: "cw-button cw-go" });
  const cleared = clearedLine(stage);
  const again = button("", () => cleared.clear(), { class: "cw-button cw-quiet" });
  const rest = element("div", { class: "cw-story-rest" }, fields, element("p", { class: "cw-story-ways" }, others, onward, again));
  const root = element("div", { class: "cw-story-end" }, parts, next, rest);
  let shown = Infinity;
  let story = "";
  let drawn = [];
  const draw = () => {
    const { outcome } = stage.one;
    const words = stage.context.words();
    drawn = reconcile(parts, outcome.parts.slice(0, shown), ({ kind }) => kind, endPart);
    const whole = shown >= outcome.parts.length;
    next.hidden = whole;
    rest.hidden = !whole;
    setText(next, word(words, "story_next"));
    fillFields(fields, outcome.fields, stage.context);
    setText(others, word(words, "story_all"));
    setText(onward, word(words, "story_continue"));
    setAttributes(onward, { href: outcome.continue_href || null });
    onward.hidden = !outcome.continue_href;
    setText(again, word(words, "story_again"));
  };
  return {
    root,
    line: cleared.root,
    begin: () => { shown = 1; },
    focus: () => arriveAt(drawn[0]?.title),
    update(one) {
      if (story !== one.id) shown = Infinity;
      story = one.id;
      root.hidden = !one.outcome;
      cleared.update(one);
      if (one.outcome) draw();
      else reconcile(parts, [], String, endPart);
    },
  };
}

function endPart() {
  const title = element("h4", { tabindex: -1 });
  const lesson = element("p", { class: "cw-story-lesson" });
  const text = element("div");
  const rows = element("ul", { class: "cw-story-rows" });
  const items = element("ul", { class: "cw-story-items" });
  const root = element("section", { class: "cw-story-part" }, title, lesson, text, rows, items);
  return {
    root,
    title,
    update(part) {
      root.dataset.kind = part.kind;
      setText(title, part.title);
      setTextOrHide(lesson, part.lesson);
      fillLines(text, "p", part.text);
      fillLines(items, "li", part.items);
      reconcile(rows, part.rows, (row) => row.title, comparedRow);
      rows.hidden = !part.rows.length;
    },
  };
}

function fillLines(parent, tag, lines) {
  parent.hidden = !lines.length;
  reconcile(parent, lines, (line) => line, () => {
    const root = element(tag);
    return { root, update: (line) => setText(root, line) };
  });
}

function comparedRow() {
  const title = element("b");
  const sides = element("span", { class: "cw-story-sides" });
  const root = element("li", {}, title, sides);
  return {
    root,
    update(row) {
      root.dataset.same = row.same ? "yes" : "no";
      setText(title, row.title);
      reconcile(sides, row.sides, ([who]) => who, comparedSide);
    },
  };
}

function comparedSide() {
  const who = element("span", { class: "cw-story-who" });
  const said = element("span");
  return {
    root: element("span", { class: "cw-story-side" }, who, " ", said),
    update([name, text]) {
      setText(who, `${name}:`);
      setText(said, text);
    },
  };
}

/** Clears the answers to a story, and says so with an undo beside it until the story is begun again. */
function clearedLine(stage) {
  const text = element("span", { role: "status" });
  const undo = button("", async () => {
    const { page } = stage.context;
    const entry = page.entryAt(stage.one.address);
    const done = entry && !entry.flight ? null : await page.undo(stage.one.address);
    if (!done?.ok) page.drop(stage.one.address);
    story = "";
    draw();
  }, { class: "cw-button cw-quiet" });
  const root = element("p", { class: "cw-story-cleared" }, text, undo);
  let story = "";
  const draw = () => {
    const words = stage.context.words();
    setText(text, story ? word(words, "story_cleared") : "");
    setText(undo, word(words, "story_undo"));
    undo.hidden = !story;
  };
  return {
    root,
    clear() {
      const { context, one } = stage;
      story = one.id;
      stage.awaited = true;
      context.page.put(one.address, null, { step: context.step(), soon: true });
    },
    update(one) {
      if (story !== one.id || one.choices.length && !one.outcome) story = "";
      draw();
    },
  };
}

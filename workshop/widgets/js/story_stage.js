// The stage of a story: its people, the path so far, the scene now with its choices, the prediction, the end.
import { same } from "./answers.js";
import { button, element, reconcile, setAttributes, setText, setTextOrHide } from "./dom.js";
import { fillFields } from "./fields.js";
import { fieldNotice } from "./notice.js";
import { arriveAt, storyEnd } from "./story_end.js";
import { word } from "./words.js";

/** Return the stage: `{root, update(story), focus()}`; `leave` goes back to the four cards. */
export function storyStage(context, leave) {
  const stage = { context, one: null, awaited: false, end: null };
  const back = button("", leave, { class: "cw-button cw-quiet" });
  const title = element("h3", { class: "cw-story-title", tabindex: -1 });
  const role = element("p", { class: "cw-story-role" });
  const people = storyPeople();
  const trail = storyTrail();
  const scene = storyScene(stage);
  const prediction = storyPrediction(stage);
  stage.end = storyEnd(stage, leave);
  const root = element("div", { class: "cw-story-stage" },
    back, title, role, stage.end.line, people.root, trail.root, scene.root, prediction.root, stage.end.root);
  return {
    root,
    focus: () => arriveAt(title),
    update(one) {
      const moved = stage.one?.id === one.id && !same(stage.one.choices, one.choices);
      const words = context.words();
      stage.one = one;
      setText(back, word(words, "story_all"));
      setText(title, one.title);
      setText(role, one.role);
      people.update(one, words);
      trail.update(one, words);
      scene.update(one, words);
      prediction.update(one, words);
      stage.end.update(one, words);
      if (moved && stage.awaited) {
        stage.awaited = false;
        (one.outcome ? stage.end : scene).focus();
      }
    },
  };
}

function addressOfChoices(one) {
  return `${one.address}/choices`;
}

/** The choices on their way to the kernel, or stored. */
function choicesNow({ context, one }) {
  return context.page.valueOf(addressOfChoices(one), one.choices) ?? [];
}

/** Whether the kernel has yet to answer the last choice. */
function isPending(stage) {
  return !same(choicesNow(stage), stage.one.choices);
}

export function decide(stage, choices) {
  if (isPending(stage)) return;
  stage.awaited = true;
  stage.context.page.put(addressOfChoices(stage.one), choices, { step: stage.context.step(), soon: true, picked: true });
}

function storyPeople() {
  const title = element("summary");
  const list = element("ul", { class: "cw-story-people" });
  const root = element("details", { class: "cw-more", open: true }, title, list);
  let before = "";
  return {
    root,
    update(one, words) {
      root.hidden = Boolean(one.outcome);
      setText(title, word(words, "story_people"));
      reconcile(list, one.people, ({ id }) => id, storyPerson);
      const now = `${one.id} ${Boolean(one.decided.length)} ${Boolean(one.prediction)}`;
      if (before !== now) root.open = !one.decided.length || Boolean(one.prediction);
      before = now;
    },
  };
}

function storyPerson() {
  const dot = element("span", { class: "cw-dot", "aria-hidden": "true" });
  const name = element("b");
  const line = element("span", { class: "cw-story-line" });
  return {
    root: element("li", {}, dot, element("span", {}, name, " ", line)),
    update(person) {
      setText(dot, person.initials);
      setText(name, person.name);
      setText(line, person.line);
    },
  };
}

function storyTrail() {
  const title = element("h4");
  const list = element("ol");
  const root = element("section", { class: "cw-story-trail" }, title, list);
  return {
    root,
    update(one, words) {
      root.hidden = !one.trail.length || Boolean(one.outcome);
      setText(title, word(words, "story_so_far"));
      const told = one.trail.map((turn, index) => ({ ...turn, index, last: index === one.trail.length - 1 }));
      reconcile(list, told, ({ index }) => index, storyTurn);
    },
  };
}

function storyTurn() {
  const label = element("b");
  const consequence = element("span");
  return {
    root: element("li", {}, label, " ", consequence),
    update(turn) {
      setText(label, turn.label);
      setTextOrHide(consequence, turn.last ? "" : turn.consequence); // the last one opens the scene
    },
  };
}

function storyScene(stage) {
  const place = element("h4", { tabindex: -1 });
  const before = element("p", { class: "cw-story-before" });
  const text = element("p", { class: "cw-story-text" });
  const question = element("p", { class: "cw-story-question" });
  const choices = element("div", { class: "cw-story-choices", role: "group" });
  const notice = fieldNotice(stage.context, () => place.focus());
  const back = button("", () => decide(stage, choicesNow(stage).slice(0, stage.one.decided.length - 1)), { class: "cw-button cw-quiet" });
  const root = element("section", { class: "cw-story-scene" }, place, before, text, question, choices, notice.root, back);
  return {
    root,
    focus: () => arriveAt(place),
    update(one, words) {
      root.hidden = Boolean(one.outcome);
      setText(place, one.scene.place);
      setTextOrHide(before, one.trail.at(-1)?.consequence);
      setText(text, one.scene.text);
      setTextOrHide(question, one.scene.question);
      choices.hidden = !one.scene.choices.length;
      setAttributes(choices, { "aria-label": one.scene.question || null });
      reconcile(choices, one.scene.choices, ({ letter }) => `${one.scene.id} ${letter}`, () => choiceButton(stage));
      notice.update(addressOfChoices(one), (letters) => (letters ?? []).join(" ").toUpperCase());
      setText(back, word(words, "story_back"));
      back.hidden = !one.decided.length;
    },
  };
}

function choiceButton(stage) {
  const mark = element("span", { class: "cw-story-letter", "aria-hidden": "true" });
  const label = element("span");
  const root = element("button", { type: "button", class: "cw-story-choice" }, mark, label);
  let letter = "";
  root.addEventListener("click", (event) => {
    if (event.detail > 1) return; // the second half of a double click belongs to the scene before
    decide(stage, [...stage.one.decided, letter]);
  });
  return {
    root,
    update(choice) {
      letter = choice.letter;
      setText(mark, choice.mark);
      setText(label, choice.label);
      const taken = choicesNow(stage)[stage.one.decided.length] === letter;
      setAttributes(root, { "aria-disabled": isPending(stage) ? "true" : null, "data-taken": taken ? "" : null });
    },
  };
}

function storyPrediction(stage) {
  const title = element("h4");
  const text = element("p", { class: "cw-story-text" });
  const fields = element("div");
  const hint = element("p", { class: "cw-hint", role: "status" });
  const show = button("", () => {
    if (!isReady(stage)) {
      setText(hint, word(stage.context.words(), "story_ready_first"));
      return;
    }
    stage.end.begin();
    decide(stage, [...stage.one.decided, stage.one.prediction.opening]);
  }, { class: "cw-button cw-go" });
  const root = element("section", { class: "cw-story-prediction" }, title, text, fields, show, hint);
  return {
    root,
    update({ prediction }, words) {
      root.hidden = !prediction;
      if (!prediction) return;
      setText(title, word(words, "story_predict"));
      setText(text, prediction.text);
      fillFields(fields, prediction.fields, stage.context);
      setText(show, word(words, "story_show"));
      setAttributes(show, { "aria-disabled": isReady(stage) ? null : "true" });
      if (isReady(stage)) setText(hint, "");
    },
  };
}

/** Whether it was said what becomes of the group; the last question of the prediction. */
function isReady({ context, one }) {
  const asked = one.prediction.fields.at(-1);
  return context.page.valueOf(asked.path, asked.value) != null;
}

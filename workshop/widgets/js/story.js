// Story: choose one of four, decide scene by scene, say what you expect, and only then see what happened.
import { debounced, element, reconcile, setAttributes, setText, setTextOrHide } from "./dom.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { storyStage } from "./story_stage.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

export default { render: shownOnPage(showStories) };

function showStories(model, el, page) {
  const root = widgetRoot(el, "cw-story");
  const context = { page, words: () => model.get("state").words, step: () => model.get("state").step };
  let chosen = model.get("state").open ?? "";
  const choose = (id) => {
    const before = chosen;
    chosen = id;
    draw();
    if (id) stage.focus();
    else shelf.focus(before);
  };
  const shelf = storyShelf(choose);
  const stage = storyStage(context, () => choose(""));
  const verdicts = verdictPanel();
  root.append(shelf.root, stage.root, verdicts.root);
  const draw = () => {
    const state = model.get("state");
    const one = state.stories?.find(({ id }) => id === chosen);
    setAttributes(root, { role: "group", "aria-label": state.title || null });
    shelf.root.hidden = Boolean(one);
    stage.root.hidden = !one;
    shelf.update(state);
    if (one) stage.update(one);
    verdicts.update(state.verdicts, state.words);
  };
  draw();
  model.on("change:state", draw);
  const unwatch = page.subscribe(debounced(draw, 0));
  return () => {
    model.off("change:state", draw);
    unwatch();
  };
}

/** The four stories as cards, those that were played marked. */
function storyShelf(choose) {
  const title = element("h3", { class: "cw-story-title" });
  const cards = element("div", { class: "cw-story-cards" });
  const tally = element("p", { class: "cw-story-tally" });
  let parts = [];
  return {
    root: element("div", {}, title, cards, tally),
    update({ stories = [], tally: said, words }) {
      setText(title, word(words, "story_pick"));
      parts = reconcile(cards, stories, ({ id }) => id, ({ id }) => storyCard(() => choose(id)));
      setTextOrHide(tally, said);
    },
    focus: (id) => (parts.find((part) => part.id === id) ?? parts[0])?.root.focus(),
  };
}

function storyCard(act) {
  const title = element("b", { class: "cw-story-name" });
  const summary = element("span", { class: "cw-story-summary" });
  const status = element("span", { class: "cw-story-status" });
  const root = element("button", { type: "button", class: "cw-story-card" }, title, summary, status);
  root.addEventListener("click", act);
  const part = {
    root,
    id: "",
    update(one) {
      part.id = one.id;
      root.dataset.status = one.status;
      setText(title, one.title);
      setText(summary, one.summary);
      setText(status, one.status_label);
    },
  };
  return part;
}

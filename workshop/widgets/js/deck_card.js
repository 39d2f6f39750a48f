// One shock that was turned up: its story, and a row for each member.
import { button, element, setAttributes, setText, uniqueId } from "./dom.js";
import { fillFields } from "./fields.js";
import { word } from "./words.js";

/** Return the card: `{root, update(card)}`; a fresh one turns over, and `putBack(id)` takes it away. */
export function shockCard(fresh, context, putBack) {
  const number = element("span", { class: "cw-shock-number" });
  const title = element("span");
  const heading = element("h3", { class: "cw-shock-title", tabindex: "-1", id: uniqueId() }, number, " ", title);
  const story = element("p", { class: "cw-shock-story", id: uniqueId() });
  const fields = element("div", { class: "cw-grid" });
  const said = element("p", { class: "cw-shock-said" });
  const back = button("", () => putBack(now.id), { class: "cw-button cw-quiet" });
  const foot = element("div", { class: "cw-shock-foot" }, said, back);
  const root = element("div", { class: "cw-shock", role: "group" }, heading, story, fields, foot);
  let now = null;
  setAttributes(root, { "aria-labelledby": heading.id });
  setAttributes(heading, { "aria-describedby": story.id });
  root.classList.toggle("is-fresh", Boolean(fresh));
  return {
    root,
    update(card) {
      now = card;
      const words = context.words();
      root.dataset.shock = card.id;
      setText(number, word(words, "deck_number", { number: card.number }));
      setText(title, card.title);
      setText(story, card.story);
      fillFields(fields, card.fields, context);
      setText(said, card.said);
      setText(back, word(words, "deck_put_back"));
      setAttributes(back, { "aria-label": word(words, "deck_put_back_named", { title: card.title }) });
    },
  };
}

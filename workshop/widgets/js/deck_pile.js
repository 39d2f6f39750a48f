// The cards still face down: draw one without choosing, or choose one.
import { button, element, reconcile, setText, setTextOrHide } from "./dom.js";
import { word } from "./words.js";

const SEEN_AT_MOST = 4;

/** Return the pile: `{root, update(cards, drawn, state), focus()}`; `turnUp(id)` takes a card from it. */
export function deckPile(turnUp) {
  let left = [];
  const stack = element("div", { class: "cw-pile-stack", "aria-hidden": "true" });
  const progress = element("p", { class: "cw-pile-progress" });
  const count = element("p", { class: "cw-hint" });
  const go = button("", () => { if (left.length) turnUp(left[Math.floor(Math.random() * left.length)].id); }, { class: "cw-button cw-go" });
  const summary = element("summary");
  const list = element("div", { class: "cw-pile-list" });
  const choose = element("details", { class: "cw-more" }, summary, list);
  const root = element("div", { class: "cw-pile" }, stack, element("div", { class: "cw-pile-words" }, progress, count, go), choose);
  return {
    root,
    focus: () => (go.hidden ? summary : go).focus(),
    update(cards, drawn, { words, enough }) {
      left = cards;
      setText(progress, word(words, progressKey(left.length, drawn, enough), { count: drawn, enough }));
      setTextOrHide(count, left.length ? word(words, leftKey(left.length), { count: left.length }) : "");
      setText(go, word(words, drawn ? "deck_draw_next" : "deck_draw_first"));
      go.hidden = choose.hidden = !left.length;
      stack.replaceChildren(...left.slice(0, SEEN_AT_MOST).map(() => element("i")));
      setText(summary, word(words, "deck_choose"));
      reconcile(list, left, (card) => card.id, (card) => pileChoice(card, (id) => { choose.open = false; turnUp(id); }));
    },
  };
}

function progressKey(left, drawn, enough) {
  if (!left) return "deck_none_left";
  return drawn < enough ? "deck_progress" : "deck_enough";
}

function leftKey(count) {
  return count === 1 ? "deck_left_one" : "deck_left";
}

function pileChoice(card, act) {
  const root = button("", () => act(card.id));
  return { root, update: ({ title }) => setTextOrHide(root, title) };
}

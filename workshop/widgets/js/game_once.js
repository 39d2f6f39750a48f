// One round with a stranger: press, see what came of it, and what was best alone.
import { button, element, setText, setTextOrHide, uniqueId } from "./dom.js";
import { word } from "./words.js";

/** Return the single round: `{root, update(state, move), focus()}`; `choose(move)` is called for a press, null to begin again. */
export function onceRound(choose) {
  const title = element("p", { class: "cw-list-label", id: uniqueId() });
  const ask = element("p", { class: "cw-game-ask" });
  const buttons = moveButtons(choose);
  const said = element("p", { class: "cw-game-said" });
  const best = element("p", { class: "cw-hint" });
  const on = element("p");
  const again = button("", () => choose(null), { class: "cw-button cw-quiet" });
  const outcome = element("div", { class: "cw-game-outcome" }, said, best, on, again);
  const root = element("section", { class: "cw-game-once", role: "group", "aria-labelledby": title.id }, title, ask, buttons.root, outcome);
  return {
    root,
    focus: () => (outcome.hidden ? buttons.focus() : again.focus()),
    update(state, move) {
      const { words, payoffs, stranger } = state;
      setText(title, word(words, "game_once_title"));
      setTextOrHide(ask, move ? "" : word(words, "game_once_ask"));
      buttons.update(words, !move);
      outcome.hidden = !move;
      if (!move) return;
      const [yours, theirs] = payoffs[`${move} ${stranger}`];
      setText(said, word(words, `game_once_said_${move}`, { yours, theirs }));
      setText(best, word(words, "game_once_best", pointsInWords(payoffs)));
      setText(on, word(words, "game_once_on"));
      setText(again, word(words, "game_once_again"));
    },
  };
}

/** The two moves as buttons: `{root, update(words, shown), focus()}`. */
export function moveButtons(choose) {
  const moves = ["give", "hold"];
  const faces = moves.map((move) => {
    const label = element("span");
    const node = button("", () => choose(move), { class: "cw-button cw-game-move" });
    node.append(moveShape(move), label);
    return { move, node, label };
  });
  const root = element("div", { class: "cw-game-moves" }, ...faces.map(({ node }) => node));
  return {
    root,
    focus: () => faces[0].node.focus(),
    update(words, shown) {
      root.hidden = !shown;
      faces.forEach(({ move, label }) => setText(label, word(words, `game_${move}`)));
    },
  };
}

/** A move as a shape: full and round for a give, an open square for a hold. */
export function moveShape(move) {
  return element("i", { class: `cw-shape is-${move}`, "aria-hidden": "true" });
}

/** What single rounds earn, by the names that the sentences use. */
export function pointsInWords(payoffs) {
  const [[both], [none, greedy], [safe]] = [payoffs["give give"], payoffs["give hold"], payoffs["hold hold"]];
  return { both, none, greedy, safe, giver: none, holder: greedy };
}

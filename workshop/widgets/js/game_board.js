// Twenty rounds with one partner: whose turn, what both did so far, the points, and at the end what it teaches.
import { button, element, reconcile, setAttributes, setText, setTextOrHide, uniqueId } from "./dom.js";
import { moveButtons, moveShape } from "./game_once.js";
import { pointsOf, theirMoves } from "./game_play.js";
import { word } from "./words.js";

/** Return the board: `{root, update(state, partner, moves), focus()}`; `choose(move)`, `again()` and `other()` are called for presses, `spoken` says each round. */
export function gameBoard({ choose, again, other }, spoken) {
  const title = element("p", { class: "cw-list-label", id: uniqueId(), tabindex: "-1" });
  const buttons = moveButtons(choose);
  const keys = element("p", { class: "cw-hint" });
  const history = movesSoFar();
  const score = element("p", { class: "cw-game-score" });
  const result = gameResult();
  const replay = button("", again);
  const leave = button("", other, { class: "cw-button cw-quiet" });
  const ways = element("div", { class: "cw-adders" }, replay, leave);
  const root = element("section", { class: "cw-game-board", role: "group", "aria-labelledby": title.id }, title, buttons.root, keys, spoken, history.root, score, result.root, ways);
  return {
    root,
    focus: () => (buttons.root.hidden ? title : buttons).focus(),
    update(state, partner, moves) {
      const { words, rounds, payoffs } = state;
      const name = partner.label;
      const over = moves.length >= rounds;
      const theirs = theirMoves(state.machines[partner.value], moves);
      const [yours, others] = pointsOf(payoffs, moves, theirs);
      const round = moves.length + 1;
      setText(title, word(words, over ? "game_over" : "game_round", { round, rounds, name }));
      buttons.update(words, !over);
      setTextOrHide(keys, over ? "" : word(words, "game_keys"));
      history.update(state, name, moves, theirs);
      setTextOrHide(score, over ? "" : word(words, "game_score", { yours, theirs: others, name }));
      result.update(state, over ? partner : null, yours, others);
      setText(replay, word(words, "game_again"));
      replay.hidden = !moves.length;
      setText(leave, word(words, "game_other"));
    },
  };
}

/** The round just played, as one sentence. */
export function roundSentence(state, partner, moves) {
  const theirs = theirMoves(state.machines[partner.value], moves);
  const last = moves.length - 1;
  const [yours, others] = state.payoffs[`${moves[last]} ${theirs[last]}`];
  const values = { round: moves.length, name: partner.label, yours, theirs: others };
  return word(state.words, `game_said_${moves[last]}_${theirs[last]}`, values);
}

/** Two rows of shapes, one for each side, and what the shapes mean. */
function movesSoFar() {
  const rows = [movesRow(), movesRow()];
  const key = element("p", { class: "cw-hint cw-game-key", "aria-hidden": "true" });
  return {
    root: element("div", { class: "cw-game-history" }, ...rows.map(({ root }) => root), key),
    update({ words, rounds }, name, mine, theirs) {
      rows[0].update(words, word(words, "game_you"), mine, rounds);
      rows[1].update(words, name, theirs, rounds);
      if (!key.childElementCount) key.append(...["give", "hold"].flatMap((move) => [moveShape(move), element("span")]));
      [...key.querySelectorAll("span")].forEach((label, at) => setText(label, word(words, `game_move_${at ? "hold" : "give"}`)));
    },
  };
}

function movesRow() {
  const who = element("span", { class: "cw-game-who", "aria-hidden": "true" });
  const shapes = element("span", { class: "cw-game-shapes", "aria-hidden": "true" });
  const last = element("span", { class: "cw-game-last", "aria-hidden": "true" });
  const spoken = element("span", { class: "cw-sr" });
  return {
    root: element("p", { class: "cw-game-row" }, who, shapes, last, spoken),
    update(words, name, moves, rounds) {
      const said = moves.map((move) => word(words, `game_move_${move}`));
      setText(who, name);
      setText(last, said.at(-1) ?? "");
      setText(spoken, word(words, "game_history", { name, moves: said.join(", ") || word(words, "game_no_moves") }));
      const places = Array.from({ length: rounds }, (_, at) => ({ at, move: moves[at] ?? "open" }));
      reconcile(shapes, places, ({ at }) => at, () => shapePart());
    },
  };
}

function shapePart() {
  const root = moveShape("open");
  return { root, update: ({ move }) => setAttributes(root, { class: `cw-shape is-${move}` }) };
}

/** After the last round: totals, other ways of playing, the partner's rule, and what it teaches. */
function gameResult() {
  const totals = element("dl", { class: "cw-game-totals" });
  const others = titledPart(element("dl", { class: "cw-game-totals" }));
  const rule = titledPart(element("p"));
  const lesson = titledPart(element("p", { class: "cw-game-lesson" }));
  const more = element("p");
  const root = element("div", { class: "cw-game-result" }, totals, others.root, rule.root, lesson.root, more);
  return {
    root,
    update({ words, benchmarks }, partner, yours, theirs) {
      root.hidden = !partner;
      if (!partner) return;
      const { value, label: name } = partner;
      const points = (count) => word(words, "game_points", { points: count });
      const both = [[word(words, "game_total_yours"), yours], [word(words, "game_total_theirs", { name }), theirs]];
      const ways = Object.entries(benchmarks[value]).map(([way, count]) => [word(words, `game_benchmark_${way}`), count]);
      reconcile(totals, both, ([label]) => label, () => totalPart(points));
      reconcile(others.body, ways, ([label]) => label, () => totalPart(points));
      others.say(word(words, "game_benchmarks"));
      rule.say(word(words, "game_rule", { name }), word(words, `game_rule_${value}`));
      lesson.say(word(words, "game_lesson"), word(words, "game_lesson_all"));
      setText(more, word(words, `game_lesson_${value}`));
    },
  };
}

function totalPart(points) {
  const label = element("dt");
  const count = element("dd");
  return {
    root: element("div", {}, label, count),
    update([name, number]) {
      setText(label, name);
      setText(count, points(number));
    },
  };
}

function titledPart(body) {
  const head = element("b");
  return {
    root: element("div", {}, head, body),
    body,
    say(title, text) {
      setText(head, title);
      if (text) setText(body, text);
    },
  };
}

// Game: one round with a stranger, then twenty with a partner. Moves are answers, kept by the page's outbox.
import { chipsField } from "./choices.js";
import { element, setAttributes, setText, setTextOrHide } from "./dom.js";
import { gameBoard, roundSentence } from "./game_board.js";
import { onceRound, pointsInWords } from "./game_once.js";
import { fieldNotice } from "./notice.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

const KEYS = { g: "give", h: "hold" };

export default { render: shownOnPage(showGame) };

function showGame(model, el, page) {
  const root = widgetRoot(el, "cw-game");
  const state = () => model.get("state");
  const context = { page, words: () => state().words, step: () => state().step };
  const put = (name, value) => page.put(`game/${name}`, value, { step: state().step, soon: true, picked: true });
  const answer = (name) => page.valueOf(`game/${name}`, state().answers[name]);
  const chosen = () => state().partners.find(({ value }) => value === answer("partner")) ?? null;
  const moves = () => answer(chosen().value) ?? [];

  const rules = gameRules();
  const once = onceRound(playOnce);
  const partners = chipsField(null, context);
  const spoken = element("p", { class: "cw-game-spoken", role: "status" });
  const board = gameBoard({ choose: play, again: playAgain, other }, spoken);
  const notice = fieldNotice(context, () => board.focus());
  const turn = element("p", { class: "cw-list-label" });
  const verdicts = verdictPanel();
  root.append(rules.root, once.root, partners.root, board.root, notice.root, turn, verdicts.root);
  let said = "";

  function draw() {
    const now = state();
    setAttributes(root, { role: "group", "aria-label": now.title || null });
    verdicts.update(now.verdicts, now.words);
    if (!now.answers) return;
    const [first, partner] = [answer("once") ?? null, chosen()];
    rules.update(now);
    once.update(now, first);
    partners.root.hidden = !(first || partner || begun(now));
    partners.update(partnerField(now));
    board.root.hidden = !partner;
    if (partner) board.update(now, partner, moves());
    notice.update(partner ? `game/${partner.value}` : "game/once", (value) => described(value, now.words));
    setText(spoken, said);
    setText(turn, word(now.words, "game_turn"));
  }

  const begun = (now) => now.partners.some(({ value }) => answer(value)?.length);

  function playOnce(move) {
    said = "";
    put("once", move);
    once.focus();
  }

  function play(move) {
    const partner = chosen();
    if (!partner || moves().length >= state().rounds) return;
    const next = [...moves(), move];
    said = roundSentence(state(), partner, next);
    put(partner.value, next);
    if (next.length === state().rounds) board.focus();
  }

  function playAgain() {
    said = "";
    put(chosen().value, []);
    board.focus();
  }

  function other() {
    said = "";
    put("partner", null);
    (partners.root.hidden ? once : partners).focus();
  }

  root.addEventListener("keydown", (event) => {
    const move = KEYS[event.key.toLowerCase()];
    if (!move || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    event.preventDefault();
    if (chosen()) play(move);
    else if (!answer("once")) playOnce(move);
  });
  draw();
  model.on("change:state", draw);
  const unwatch = page.subscribe((path) => (path === null || path.startsWith("game/")) && draw());
  return () => {
    model.off("change:state", draw);
    unwatch();
  };
}

/** What a round is, and what it earns. */
function gameRules() {
  const lines = ["game_rules", "game_payoff_both_give", "game_payoff_both_hold", "game_payoff_mixed"];
  const parts = lines.map((key) => ({ key, node: element(key === "game_rules" ? "p" : "li") }));
  const [lead, ...points] = parts;
  const root = element("div", { class: "cw-game-rules" }, lead.node, element("ul", {}, ...points.map(({ node }) => node)));
  return {
    root,
    update({ words, payoffs }) {
      const values = { ...pointsInWords(payoffs) };
      for (const { key, node } of parts) {
        setTextOrHide(node, word(words, key, key === "game_payoff_both_hold" ? { both: values.safe } : values));
      }
    },
  };
}

function partnerField({ words, partners, answers }) {
  return {
    kind: "one", path: "game/partner", value: answers.partner, options: partners,
    label: word(words, "game_partner_ask"), hint: word(words, "game_partner_hint"),
  };
}

/** Moves in words, for the two versions of a conflict. */
function described(value, words) {
  return [value ?? []].flat().map((move) => word(words, `game_move_${move}`)).join(", ");
}

// Who knows whom, pair by pair: what a tie is now, what it becomes, and the list that does all the map does.
import { chipsField } from "./choices.js";
import { element, reconcile, setText, setTextOrHide } from "./dom.js";
import { isolated } from "./map_label.js";
import { word } from "./words.js";

const KNOWS = ["yes", "unsure", "no"];
const STRENGTHS = [1, 2, 3];

export function pairPath(pair, name) {
  return `ties/${pair.id}/${name}`;
}

/** Return what a tie becomes: yes, then unsure, then no, then empty, then yes again. */
export function nextKnows(knows) {
  return [...KNOWS, null][(KNOWS.indexOf(knows) + 1) % 4];
}

export function pairOf(pairs, first, second) {
  return pairs.find((pair) => pair.id === [first, second].sort().join("~"));
}

export function pairNames(pair) {
  return { first: isolated(pair.first), second: isolated(pair.second) };
}

/** Return the list of pairs: `{root, update({pairs, words}, context)}`; `context` is that of a form's fields. */
export function tieList() {
  const title = element("summary", {});
  const lead = element("p", { class: "cw-hint" });
  const list = element("div", { class: "cw-pairs" });
  const root = element("details", { class: "cw-tie-list", open: true }, title, lead, list);
  return {
    root,
    update({ pairs, words }, context) {
      root.hidden = !pairs.length;
      setText(title, word(words, "map_list_title"));
      setText(lead, word(words, "map_list_lead"));
      reconcile(list, pairs, (pair) => pair.id, () => pairPart(context));
    },
  };
}

function pairPart(context) {
  const knows = chipsField(null, context);
  const strength = chipsField(null, context);
  const open = element("p", { class: "cw-pair-open" });
  return {
    root: element("div", { class: "cw-pair" }, knows.root, strength.root, open),
    update(pair) {
      knows.update(pairField(pair, "knows", "map_pair", ["yes", "no", "unsure"], "map_", context.words()));
      strength.root.hidden = pair.knows !== "yes";
      setTextOrHide(open, pair.knows ? "" : word(context.words(), "map_unanswered"));
      strength.update(pairField(pair, "strength", "map_strength", STRENGTHS, "map_strength_", context.words()));
    },
  };
}

function pairField(pair, name, label, values, prefix, words) {
  const options = values.map((value) => ({ value, label: word(words, `${prefix}${value}`) }));
  return { kind: "one", path: pairPath(pair, name), value: pair[name], label: word(words, label, pairNames(pair)), options };
}

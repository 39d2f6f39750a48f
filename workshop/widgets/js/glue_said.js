// What remains, in words: a sentence, what it means, one repair.
import { element, setText, setTextOrHide } from "./dom.js";
import { word } from "./words.js";

/** Return the panel above the map: `{root, update(removal, hint, state)}`; it keeps room for the longest sentence. */
export function glueOutcome() {
  const said = outcomeText({ role: "status" });
  const body = element("div", { class: "cw-glue-said" }, said.root);
  const root = element("div", { class: "cw-verdict cw-glue-outcome" },
    element("span", { class: "cw-mark", "aria-hidden": "true" }), body);
  let kept = "";
  return {
    root,
    update(removal, hint, { removals, words }) {
      root.dataset.tone = removal?.tone ?? "open";
      said.update(removal ?? { headline: hint }, words);
      const all = Object.values(removals);
      if (kept === (kept = JSON.stringify(all))) return;
      body.replaceChildren(said.root, ...all.map((one) => roomFor(one, words)));
    },
  };
}

function outcomeText(attributes) {
  const headline = element("b", { class: "cw-headline" });
  const detail = element("p", { class: "cw-detail" });
  const title = element("span", { class: "cw-repair-title" });
  const text = element("span");
  const repair = element("p", { class: "cw-repair" }, title, " ", text);
  return {
    root: element("div", attributes, headline, detail, repair),
    words: [headline, detail, title, text],
    update(removal, words) {
      setText(headline, removal.headline);
      setTextOrHide(detail, removal.detail);
      setTextOrHide(title, removal.repair_needed === false ? "" : word(words, "glue_repair"));
      setText(text, removal.repair);
      repair.hidden = !removal.repair;
    },
  };
}

// As high as this sentence, unseen and unheard: the map below stays where it is, whatever is said.
function roomFor(removal, words) {
  const room = outcomeText({ class: "cw-glue-room", "aria-hidden": "true" });
  room.update(removal, words);
  room.words.forEach((node) => {
    node.dataset.said = node.textContent;
    node.textContent = "";
  });
  return room.root;
}

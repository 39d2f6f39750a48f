// Verdicts: what the answers say, in words, each able to say why.
import { debounced, element, reconcile, setText, setTextOrHide } from "./dom.js";
import { word } from "./words.js";

const QUIET_BEFORE_READING = 1500;
const BOXES_AT_MOST = 12;

/** Return a panel of verdicts: `{root, update(verdicts, words)}`. */
export function verdictPanel() {
  const list = element("div", { class: "cw-verdict-list" });
  const spoken = element("div", { class: "cw-sr", role: "status" });
  const more = element("summary");
  const folded = element("div", { class: "cw-verdict-list" });
  const rest = element("details", { class: "cw-more" }, more, folded);
  const root = element("div", { class: "cw-verdicts" }, list, rest, spoken);
  const speak = debounced((text) => setText(spoken, text), QUIET_BEFORE_READING);
  let before = null;
  let drawn = null;
  let latest = null;
  return {
    root,
    update(verdicts, words) {
      if (before && verdicts === drawn && words === latest) return;
      drawn = verdicts;
      latest = words;
      root.hidden = !verdicts?.length;
      const shown = (aside) => (verdicts ?? []).filter((verdict) => Boolean(verdict.folded) === aside);
      for (const [parent, aside] of [[list, false], [folded, true]]) {
        reconcile(parent, shown(aside), (verdict) => verdict.key, () => verdictPart(() => latest));
      }
      rest.hidden = !folded.childElementCount;
      setText(more, word(words, "more_verdicts", { count: folded.childElementCount }));
      const headlines = (verdicts ?? []).map((verdict) => verdict.headline);
      if (before) speak(headlines.filter((headline) => !before.includes(headline)).join(" "));
      before = headlines;
    },
  };
}

function verdictPart(wordsNow) {
  const mark = element("span", { class: "cw-mark", "aria-hidden": "true" });
  const tone = element("span", { class: "cw-tone" });
  const headline = element("b", { class: "cw-headline" });
  const detail = element("p", { class: "cw-detail" });
  const bars = element("div", { class: "cw-bars" });
  const supports = evidence("supports");
  const opposes = evidence("opposes");
  const why = reasons();
  const said = element("div", {}, tone, headline, detail, bars, supports.root, opposes.root, why.root);
  const root = element("section", { class: "cw-verdict" }, mark, said);
  return {
    root,
    update(verdict) {
      const words = wordsNow();
      root.dataset.tone = verdict.tone;
      setTextOrHide(tone, word(words, `tone_${verdict.tone}`));
      setText(headline, verdict.headline);
      setTextOrHide(detail, verdict.detail);
      bars.hidden = !verdict.bars?.length;
      reconcile(bars, verdict.bars ?? [], ([label]) => label, barPart);
      supports.update(verdict, words);
      opposes.update(verdict, words);
      why.update(verdict, words);
    },
  };
}

// A count as a row of boxes with the count in digits: `Trust 3 / 5`; one bar where the boxes would be too many.
function barPart() {
  const label = element("span", { class: "cw-tally-label" });
  const boxes = element("span", { class: "cw-tally-boxes", "aria-hidden": "true" });
  const count = element("span", { class: "cw-tally-count" });
  return {
    root: element("p", { class: "cw-tally" }, label, " ", boxes, " ", count),
    update([name, filled, whole]) {
      setText(label, name);
      setText(count, `${filled} / ${whole}`);
      boxes.classList.toggle("is-one", whole > BOXES_AT_MOST);
      boxes.style.setProperty("--part", whole ? filled / whole : 0);
      const shown = whole > BOXES_AT_MOST ? 1 : whole;
      boxes.replaceChildren(...Array.from({ length: shown }, (_, index) => element("i", { class: shown === whole && index < filled ? "is-full" : null })));
    },
  };
}

// What speaks for a verdict, or against it, where the evidence is mixed.
function evidence(side) {
  const part = titled(element("ul"));
  part.root.classList.add("cw-evidence");
  return {
    root: part.root,
    update(verdict, words) {
      const found = verdict[side] ?? [];
      part.head(word(words, `evidence_${side}`), found.length);
      reconcile(part.body, found, ([label]) => label, answerPart);
    },
  };
}

function reasons() {
  const summary = element("summary");
  const answers = titled(element("ul"));
  const formula = titled(element("p"));
  const source = titled(element("p"));
  const change = titled(element("p"));
  const badge = element("p", { class: "cw-badge" });
  const body = element("div", { class: "cw-reasons" }, answers.root, formula.root, source.root, change.root, badge);
  const root = element("details", { class: "cw-why" }, summary, body);
  return {
    root,
    update(verdict, words) {
      setText(summary, word(words, "why"));
      answers.head(word(words, "why_answers"), verdict.answers?.length);
      reconcile(answers.body, verdict.answers ?? [], ([label]) => label, answerPart);
      for (const [part, key] of [[formula, "formula"], [source, "source"], [change, "change"]]) {
        part.head(word(words, `why_${key}`), verdict[key]);
        setText(part.body, verdict[key]);
      }
      setTextOrHide(badge, verdict.convention ? word(words, "why_convention") : "");
    },
  };
}

function titled(body) {
  const title = element("b");
  const root = element("div", {}, title, body);
  return {
    root,
    body,
    head(text, shown) {
      setText(title, text);
      root.hidden = !shown;
    },
  };
}

function answerPart() {
  const label = element("span", { class: "cw-answer-label" });
  const value = element("span", { class: "cw-answer-value" });
  return {
    root: element("li", {}, label, " ", value),
    update([name, answer]) {
      setText(label, name);
      setText(value, answer);
    },
  };
}

// How the files shall be: the paper, and whether the reasons stand on a second page.
import { element, setText, uniqueId } from "./dom.js";
import { word } from "./words.js";

const PAPERS = ["a4", "letter"];
/** Where paper is Letter; everywhere else it is A4 (Unicode CLDR). */
const LETTER = /-(BZ|CA|CL|CO|CR|GT|MX|NI|PA|PH|PR|SV|US|VE)\b/i;

/** Return the options: `{root, update(words), wishes()}`. */
export function fileOptions() {
  const legend = element("legend", { class: "cw-label" });
  const name = uniqueId();
  const usual = LETTER.test(navigator.language) ? "letter" : "a4";
  const papers = PAPERS.map((paper) => paperChoice(paper, name, paper === usual));
  const chips = element("div", { class: "cw-chips" }, ...papers.map(({ root }) => root));
  const reasons = element("input", { type: "checkbox", id: uniqueId(), checked: true });
  const reasonsLabel = element("label", { class: "cw-label", for: reasons.id });
  const root = element(
    "div",
    { class: "cw-take-options" },
    element("fieldset", { class: "cw-field" }, legend, chips),
    element("div", { class: "cw-field cw-tick" }, reasons, reasonsLabel),
  );
  return {
    root,
    wishes: () => ({ paper: papers.find(({ input }) => input.checked).paper, reasons: reasons.checked }),
    update(words) {
      setText(legend, word(words, "take_paper"));
      setText(reasonsLabel, word(words, "take_reasons"));
      papers.forEach(({ paper, face }) => setText(face, word(words, `take_paper_${paper}`)));
    },
  };
}

function paperChoice(paper, name, checked) {
  const input = element("input", { type: "radio", name, value: paper, checked });
  const face = element("span", { class: "cw-face" });
  return { paper, input, face, root: element("label", { class: "cw-choice" }, input, face) };
}

// Playbook: one page to keep, written with text only, ready for the printer.
import { button, element, setText, setTextOrHide } from "./dom.js";
import { textMeasure } from "./map_label.js";
import { mapDrawing, svgPiece } from "./map_drawing.js";
import { mapScene } from "./map_scene.js";
import { pageOf, widgetRoot } from "./page.js";
import { word } from "./words.js";
import { verdictPanel } from "./verdicts.js";

const MAP_WIDTH = 460;
const MAP_HEIGHT = 400;
/** Characters of a page with room for larger letters and a larger map on paper. */
const ROOMY = 1500;

function render({ model, el }) {
  const keep = () => pageOf(model.get("state").page).then((page) => page.requests?.snapshot(model.get("state").step));
  const print = button("", () => {
    keep();
    window.print();
  }, { class: "cw-button cw-go" });
  const keeps = element("span", { class: "cw-hint" });
  const sheet = element("article", { class: "cw-playbook" });
  const verdicts = verdictPanel();
  widgetRoot(el, "cw-playbook-widget").append(element("p", { class: "cw-playbook-actions" }, print, keeps), sheet, verdicts.root);
  let drawn = "";

  function update() {
    const state = model.get("state");
    setText(print, word(state.words, "playbook_print"));
    setTextOrHide(keeps, word(state.words, "playbook_keeps"));
    verdicts.update(state.verdicts, state.words);
    const now = JSON.stringify(state.sections ?? []);
    if (now === drawn) return;
    drawn = now;
    sheet.replaceChildren(...(state.sections ?? []).map((section) => SECTIONS[section.kind](section)));
    sheet.classList.toggle("is-roomy", sheet.textContent.length < ROOMY);
  }

  model.on("change:state", update);
  update();
  return () => model.off("change:state", update);
}

const SECTIONS = {
  title: ({ title, note }) => element("header", { class: "cw-playbook-head" }, texted("h2", title), texted("p", note)),
  purpose: sheetPart(({ sentence, values }) => [texted("p", sentence, "cw-playbook-sentence"), texted("p", values)]),
  five: sheetPart(({ people, open }) => [element("ol", {}, ...people.map(personLine)), texted("p", open)]),
  map: sheetPart(({ picture, caption, glue }) => [stillMap(picture), texted("p", caption), texted("p", glue, "cw-playbook-glue")]),
  plans: sheetPart(({ plans }) => [element("ol", {}, ...plans.map(planCard))]),
  review: sheetPart(({ text }) => [texted("p", text)]),
};

function sheetPart(contentOf) {
  return (facts) => {
    const content = facts.missing ? [texted("p", facts.missing, "cw-playbook-missing")] : contentOf(facts);
    return element("section", { class: `cw-playbook-part cw-playbook-${facts.kind}` }, texted("h3", facts.title), ...content);
  };
}

function texted(tag, text, name) {
  if (!text) return null;
  const node = element(tag, name ? { class: name } : {});
  setText(node, text);
  return node;
}

function personLine({ name, detail, open }) {
  return element("li", { class: open ? "cw-playbook-open" : null }, texted("bdi", name), texted("span", detail));
}

function planCard({ who, kind, when, then, due }) {
  return element("li", {}, texted("b", who), texted("span", kind, "cw-playbook-kind"), texted("p", when), texted("p", then), texted("p", due, "cw-playbook-due"));
}

function stillMap(picture) {
  const svg = svgPiece("svg", { class: "cw-map-svg", role: "img", "aria-label": picture.alt });
  const scene = mapScene(picture, MAP_WIDTH, textMeasure("600 14px sans-serif"), { height: MAP_HEIGHT });
  mapDrawing(svg, { interactive: false }).show(scene);
  return svg;
}

export default { render };

// Change: members and ties of two days on one map, what each line means with whom it joins, and keeping today.
import { element, reconcile, setText, setTextOrHide } from "./dom.js";
import { changeKey } from "./change_key.js";
import { mapDrawing, svgPiece } from "./map_drawing.js";
import { textMeasure } from "./map_label.js";
import { mapScene } from "./map_scene.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { keepToday } from "./snapshots_keep.js";
import { verdictPanel } from "./verdicts.js";

const NARROWEST_CHANGE = 250;

export default { render: shownOnPage(showChange) };

function showChange(model, el, page) {
  const root = widgetRoot(el, "cw-change");
  const missing = element("p", { class: "cw-empty" });
  const picture = twoDays();
  const groups = element("ul", { class: "cw-change-list" });
  const keep = keepToday({ page, words: () => model.get("state").words, step: () => model.get("state").step });
  const verdicts = verdictPanel();
  root.append(missing, picture.root, groups, verdicts.root, keep.root);
  const draw = () => {
    const state = model.get("state");
    setTextOrHide(missing, state.missing);
    picture.update(state.picture);
    reconcile(groups, state.groups ?? [], ({ look }) => look, changeKey);
    groups.hidden = !state.groups?.length;
    keep.update();
    verdicts.update(state.verdicts, state.words);
  };
  draw();
  model.on("change:state", draw);
  const sight = new ResizeObserver(() => picture.update(model.get("state").picture));
  sight.observe(picture.root);
  return () => {
    model.off("change:state", draw);
    sight.disconnect();
  };
}

function twoDays() {
  const svg = svgPiece("svg", { class: "cw-map-svg", role: "img" });
  const caption = element("figcaption", {});
  const root = element("figure", { class: "cw-map-figure" }, svg, caption);
  const drawing = mapDrawing(svg, { interactive: false });
  const measure = textMeasure(`600 14px ${getComputedStyle(document.body).fontFamily || "sans-serif"}`);
  let drawn = "";
  return {
    root,
    update(facts) {
      root.hidden = !facts;
      const width = Math.max(NARROWEST_CHANGE, Math.round(svg.getBoundingClientRect().width) || 640);
      const now = JSON.stringify([facts, width]);
      if (!facts || now === drawn) return;
      drawn = now;
      svg.setAttribute("aria-label", facts.alt);
      setText(caption, facts.caption);
      drawing.show({ ...mapScene({ nodes: facts.nodes, ties: [] }, width, measure), ties: facts.ties });
    },
  };
}

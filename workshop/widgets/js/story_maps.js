// StoryMaps: the map of each story that was seen to its end, with everybody and without those who left.
import { element, reconcile, setAttributes, setText, setTextOrHide } from "./dom.js";
import { scenesMode } from "./glue_scenes.js";
import { textMeasure } from "./map_label.js";
import { mapDrawing, svgPiece } from "./map_drawing.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

const NARROWEST_STORY = 250;

export default { render: shownOnPage(showStoryMaps) };

function showStoryMaps(model, el) {
  const root = widgetRoot(el, "cw-map");
  const empty = element("p", { class: "cw-empty" });
  const maps = element("div", { class: "cw-story-maps" });
  const verdicts = verdictPanel();
  root.append(empty, maps, verdicts.root);
  let parts = [];
  const draw = () => {
    const { title, maps: shown = [], words, verdicts: said } = model.get("state");
    setAttributes(root, { role: "group", "aria-label": title || null });
    setTextOrHide(empty, shown.length ? "" : word(words, "maps_empty"));
    parts = reconcile(maps, shown.map((one) => ({ ...one, words })), ({ id }) => id, storyMap);
    verdicts.update(said, words);
  };
  model.on("change:state", draw);
  const sight = new ResizeObserver(() => parts.forEach((part) => part.resized()));
  sight.observe(root);
  draw();
  return () => {
    model.off("change:state", draw);
    sight.disconnect();
  };
}

function storyMap() {
  const svg = svgPiece("svg", { class: "cw-map-svg", role: "img" });
  const title = element("h3", { class: "cw-story-title" });
  const root = element("details", { class: "cw-story-map" }, element("summary", {}, title));
  const caption = element("figcaption");
  const figure = element("figure", { class: "cw-map-figure" }, svg, caption);
  let width = 0;
  const seenWidth = () => Math.round(svg.getBoundingClientRect().width);
  const view = {
    state: null,
    measure: textMeasure(`600 14px ${getComputedStyle(document.body).fontFamily || "sans-serif"}`),
    picture: { svg, drawing: mapDrawing(svg, { interactive: false }), width: () => Math.max(NARROWEST_STORY, width || seenWidth() || 640) },
    redraw() {
      mode.update();
      setText(caption, mode.caption() || view.state.caption);
    },
  };
  const mode = scenesMode(view);
  root.append(mode.above, figure);
  root.addEventListener("toggle", () => part.resized());
  const part = {
    root,
    update(one) {
      if (!view.state) root.open = one.newest;
      view.state = one;
      setText(title, one.title);
      view.redraw();
    },
    resized() {
      const now = seenWidth();
      if (!now || now === width) return;
      width = now;
      view.redraw();
    },
  };
  return part;
}

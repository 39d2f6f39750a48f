// AllianceMap: draw who knows whom, take people out, or choose a scene, and see what remains.
import { element, setText, setTextOrHide } from "./dom.js";
import { drawMode } from "./map_draw.js";
import { glueMode } from "./glue.js";
import { scenesMode } from "./glue_scenes.js";
import { textMeasure } from "./map_label.js";
import { mapDrawing, svgPiece } from "./map_drawing.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { verdictPanel } from "./verdicts.js";

const SMALLEST = 250;
const MODES = { draw: drawMode, glue: glueMode, scenes: scenesMode };

export default { render: shownOnPage(showMap) };

function showMap(model, el, page) {
  const root = widgetRoot(el, "cw-map");
  const picture = mapPicture();
  const verdicts = verdictPanel();
  const view = mapView(model, picture, page, () => redraw());
  const problem = element("p", { class: "cw-problem", role: "status" });
  let mode = null;
  root.append(problem, picture.root, verdicts.root);

  function redraw() {
    view.refresh();
    setTextOrHide(problem, view.state.problem);
    if (!view.state.mode) return;
    if (!mode) {
      picture.begin(view.state.mode !== "scenes");
      mode = MODES[view.state.mode](view);
      if (mode.above) picture.root.before(mode.above);
      picture.root.after(mode.root);
    }
    mode.update();
    setText(picture.caption, mode.caption?.() || view.state.caption);
    verdicts.update(view.state.verdicts, view.state.words);
  }

  const onState = () => redraw();
  model.on("change:state", onState);
  const sight = new ResizeObserver(() => { if (picture.widthChanged()) redraw(); });
  sight.observe(picture.root);
  redraw();
  return () => {
    model.off("change:state", onState);
    sight.disconnect();
    view.close();
  };
}

function mapPicture() {
  const svg = svgPiece("svg", { class: "cw-map-svg" });
  const caption = element("figcaption", {});
  const root = element("figure", { class: "cw-map-figure" }, svg, caption);
  let width = 0;
  return {
    root, svg, caption, drawing: null,
    begin(interactive) {
      svg.setAttribute("role", interactive ? "group" : "img");
      this.drawing = mapDrawing(svg, { interactive });
    },
    width: () => Math.max(SMALLEST, Math.round((width || Math.round(svg.getBoundingClientRect().width) || 640) / enlarged(svg))),
    widthChanged() {
      const now = Math.round(svg.getBoundingClientRect().width);
      const changed = now !== width;
      width = now;
      return changed;
    },
  };
}

// How much larger than on a page of one's own everything is drawn, before a room.
const enlarged = (svg) => Number(getComputedStyle(svg).getPropertyValue("--map-scale")) || 1;

// The state with what the page has not sent yet laid over it, and the one way to change an answer.
function mapView(model, picture, page, redraw) {
  const view = {
    picture, redraw, page, state: overlaid(model.get("state"), page),
    measure: textMeasure(`600 14px ${getComputedStyle(document.body).fontFamily || "sans-serif"}`),
    refresh() { view.state = overlaid(model.get("state"), page); },
    nameOf: (id) => view.state.nodes.find((node) => node.id === id)?.name ?? "",
    put(path, value, options = {}) {
      page.put(path, value, { step: view.state.step, soon: true, ...options });
    },
    close: page.subscribe(redraw),
  };
  return view;
}

const EMPTY = { nodes: [], ties: [], pairs: [], removals: {}, verdicts: [], words: {}, alt: "", caption: "" };

function overlaid(given, page) {
  const state = { ...EMPTY, ...given };
  const now = (path, shown) => page.valueOf(path, shown ?? null);
  const answered = (pair) => ({
    ...pair, knows: now(`ties/${pair.id}/knows`, pair.knows), strength: now(`ties/${pair.id}/strength`, pair.strength),
  });
  return {
    ...state,
    nodes: state.nodes.map((node) => ({
      ...node, x: now(`positions/${node.id}/x`, node.x), y: now(`positions/${node.id}/y`, node.y),
    })),
    ties: withPairs(state.ties, state.pairs.map(answered)),
    pairs: state.pairs.map(answered),
  };
}

function withPairs(ties, pairs) {
  const drawn = new Set(pairs.map((pair) => pair.id));
  const fromPairs = pairs.map((pair) => {
    const [a, b] = pair.id.split("~");
    return { id: pair.id, a, b, kind: "pair", knows: pair.knows, strength: pair.strength };
  });
  return [...ties.filter((tie) => !drawn.has(tie.id)), ...fromPairs];
}

// Draw mode: move people, connect two of them by tap or by key, and read it all in the list below.
import { dragging } from "./drag.js";
import { element, setText } from "./dom.js";
import { mapLegend } from "./map_legend.js";
import { isolated } from "./map_label.js";
import { apart, insideOf, thousandthsOf, wholeArea } from "./map_layout.js";
import { mapScene, spokenNode } from "./map_scene.js";
import { nextKnows, pairOf, pairPath, pairNames, tieList } from "./ties.js";
import { word } from "./words.js";

export function drawMode(view) {
  const status = element("p", { class: "cw-map-status", role: "status" });
  const legend = mapLegend();
  const list = tieList();
  const root = element("div", { class: "cw-map-below" }, status, legend.root, list.root);
  const moved = new Map();
  let from = null;
  let scene = null;

  const words = () => view.state.words;
  const say = (key, values) => setText(status, word(words(), key, values));
  const kindOf = (id) => view.state.nodes.find((node) => node.id === id).kind;
  const canConnect = (id) => view.state.pairs.some((pair) => pair.id.split("~").includes(id));
  const named = (id) => ({ name: isolated(view.nameOf(id)) });

  function tap(id) {
    const chosen = from;
    from = null;
    if (!canConnect(id)) say(`map_apart_${kindOf(id)}`, named(id));
    else if (chosen === id) say("map_cancelled");
    else if (chosen) cycle(chosen, id);
    else { from = id; say("map_from", named(id)); }
    view.redraw();
  }

  function cycle(first, second) {
    const pair = pairOf(view.state.pairs, first, second);
    const knows = nextKnows(pair.knows);
    say(`map_said_${knows ?? "empty"}`, pairNames(pair));
    view.put(pairPath(pair, "knows"), knows);
  }

  function cancel() {
    if (from === null) return;
    from = null;
    say("map_cancelled");
    view.redraw();
  }

  function drop(id, options) {
    const area = wholeArea(scene.frame);
    const places = new Map(scene.nodes.map((node) => [node.id, node.place]));
    const others = new Set(scene.nodes.map((node) => node.id).filter((other) => other !== id));
    const { x, y } = thousandthsOf(apart(places, scene.boxes, area, others).get(id), scene.frame);
    moved.delete(id);
    say("map_moved", named(id));
    view.put(`positions/${id}/x`, x, options);
    view.put(`positions/${id}/y`, y, options);
  }

  const hand = dragging(view.picture.svg, {
    placeOf: (id) => scene.nodes.find((node) => node.id === id).place,
    move(id, place) { moved.set(id, insideOf(place, scene.boxes.get(id), wholeArea(scene.frame))); show(); },
    drop, tap, cancel,
  });

  function show() {
    const { state, picture } = view;
    scene = mapScene(state, picture.width(), view.measure);
    scene.nodes.forEach((node) => {
      node.place = moved.get(node.id) ?? node.place;
      node.spoken = spokenNode(node, state, words());
      node.pressed = node.id === from;
      node.looks = [node.id === from && "from", hand.isHeld(node.id) && "held", from && canJoin(node.id) && "join"].filter(Boolean);
    });
    picture.svg.setAttribute("aria-label", state.alt);
    picture.drawing.show(scene);
  }

  const context = { page: view.page, words, step: () => view.state.step };
  const canJoin = (id) => id !== from && Boolean(pairOf(view.state.pairs, from, id));

  return {
    root,
    caption() {
      const { caption, pairs } = view.state;
      const open = pairs.filter((pair) => !pair.knows).length;
      const still = open && word(words(), open === 1 ? "map_open_one" : "map_open_many", { open, pairs: pairs.length });
      return [caption, still].filter(Boolean).join(" ");
    },
    update() {
      if (from && !view.state.nodes.some((node) => node.id === from)) from = null;
      show();
      if (!status.textContent) say("map_hint");
      legend.update(view.state);
      list.update(view.state, context);
    },
  };
}

// How a map looks with some people gone: who falls away, and where the remaining groups stand.
import { apart, fallenPlace, groupAreas, placesWithin, shelfPlace, wholeArea } from "./map_layout.js";

// Those who decide are not asked; and while people are out, the members' own ties are all that counts.
export function mapWithout(state, out) {
  const counts = (tie) => tie.kind === "pair" && !out.includes(tie.a) && !out.includes(tie.b);
  return {
    ...state,
    nodes: state.nodes.filter((node) => node.kind !== "decider"),
    ties: out ? state.ties.filter(counts) : state.ties.filter((tie) => tie.kind !== "reach"),
  };
}

// Those taken out go to the shelf; each remaining group moves into a place of its own.
export function fallAway(scene, out, groups) {
  const { frame, boxes } = scene;
  const inGroup = new Set(groups.flat());
  const asides = scene.nodes.filter((node) => !out.includes(node.id) && !inGroup.has(node.id));
  if (groups.length > 1) moveApart(scene, [...groups, ...asides.map((node) => [node.id])], wholeArea(frame));
  scene.groups = groups;
  scene.nodes.forEach((node) => {
    if (out.includes(node.id)) {
      node.looks = ["gone"];
      node.place = frame.fallen ? fallenPlace(frame, out.indexOf(node.id), out.length) : shelfPlace(frame, boxes.get(node.id));
    } else if (asides.includes(node)) node.looks = ["aside"];
  });
}

function moveApart(scene, groups, ground) {
  const places = new Map(scene.nodes.map((node) => [node.id, node.place]));
  groupAreas(groups, places, ground).forEach((area, index) => {
    const inner = { left: area.left + 3, right: area.right - 3, top: area.top + 6, bottom: area.bottom - 3 };
    const settled = apart(placesWithin(groups[index], places, inner), scene.boxes, inner);
    scene.nodes.forEach((node) => { node.place = settled.get(node.id) ?? node.place; });
  });
}

// What a line or a circle of the map of change means, drawn beside its words and the names it stands for.
import { element, setText } from "./dom.js";
import { svgPiece } from "./map_drawing.js";

/** Return a row of the list: `{root, update({title, names})}`. */
export function changeKey({ kind, look }) {
  const title = element("b");
  const names = element("bdi");
  const sample = svgPiece("svg", { viewBox: "0 0 40 24", width: 40, height: 24, "aria-hidden": "true" }, kind === "tie" ? sampleLine(look) : samplePerson(look));
  return {
    root: element("li", {}, sample, element("span", {}, title, " ", names)),
    update(group) {
      setText(title, group.title);
      setText(names, group.names);
    },
  };
}

function sampleLine(look) {
  return svgPiece("path", { class: `cw-tie cw-tie-${look}`, d: "M2 12H38" });
}

function samplePerson(look) {
  const seen = look === "left" ? "gone" : look;
  return svgPiece("g", { class: `cw-node cw-node-member cw-node-${seen}` }, svgPiece("circle", { class: "cw-node-shape", cx: 20, cy: 12, r: 9 }));
}

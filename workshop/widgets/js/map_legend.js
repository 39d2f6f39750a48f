// What the lines mean, each drawn beside its words; only those that this map can show.
import { element, reconcile, setText } from "./dom.js";
import { svgPiece, tieWidth } from "./map_drawing.js";
import { word } from "./words.js";

export function mapLegend() {
  const root = element("ul", { class: "cw-map-legend" });
  return {
    root,
    update({ ties, nodes, words }) {
      const looks = ["you", "yes", "unsure"];
      if (nodes.some((node) => node.kind === "decider")) looks.push("reach");
      const shown = looks.filter((look) => look !== "you" || ties.some((tie) => tie.kind === "you"));
      reconcile(root, shown, (look) => look, legendPart);
      [...root.children].forEach((row, index) => setText(row.lastElementChild, word(words, `map_legend_${shown[index]}`)));
    },
  };
}

function legendPart(look) {
  const line = svgPiece("path", { class: `cw-tie cw-tie-${look}`, d: "M2 7H38" });
  line.style.strokeWidth = tieWidth({ look, strength: 2 });
  const sample = svgPiece("svg", { viewBox: "0 0 40 14", width: 40, height: 14, "aria-hidden": "true" }, line);
  return { root: element("li", {}, sample, element("span")), update() {} };
}

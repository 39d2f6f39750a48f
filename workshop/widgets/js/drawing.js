// A drawing of the playbook as SVG: lines, boxes, circles and words, as in takeaway/drawing.py.

const SVG_SPACE = "http://www.w3.org/2000/svg";
/** Dash and gap, in widths of the line; a dot is a dash without length, made round by its ends. */
const STROKES = { dashed: [4, 3], dotted: [0.01, 2.4] };
const MARKS = { line: lineMark, box: boxMark, circle: circleMark, label: labelMark };

/** Return the picture of `drawing`; its alternative text is its name. */
export function drawnPicture(drawing) {
  const svg = svgMark("svg", { class: "cw-drawing", viewBox: `0 0 ${drawing.width} ${drawing.height}`, role: "img", "aria-label": drawing.alt });
  svg.style.setProperty("--points", drawing.width);
  svg.append(...drawing.marks.map((mark) => MARKS[mark.kind](mark)));
  return svg;
}

function lineMark({ x1, y1, x2, y2, colour, width, dash }) {
  return outlined(svgMark("line", { x1, y1, x2, y2 }), colour, width, dash);
}

function boxMark({ x, y, width, height, fill, colour, line, dash, radius }) {
  return outlined(painted(svgMark("rect", { x, y, width, height, rx: radius }), fill), colour, line, dash);
}

function circleMark({ x, y, radius, fill, colour, line, dash }) {
  return outlined(painted(svgMark("circle", { cx: x, cy: y, r: radius }), fill), colour, line, dash);
}

function labelMark({ x, y, text, size, colour, anchor, bold }) {
  const label = painted(svgMark("text", { x, y, "font-size": size, "text-anchor": anchor, "dominant-baseline": "central" }), colour);
  if (bold) label.setAttribute("font-weight", 600);
  label.textContent = text;
  return label;
}

function painted(node, colour) {
  node.style.fill = paintOf(colour);
  return node;
}

function outlined(node, colour, width, dash) {
  node.style.stroke = paintOf(colour);
  node.setAttribute("stroke-width", width);
  if (!STROKES[dash]) return node;
  node.setAttribute("stroke-dasharray", STROKES[dash].map((part) => part * Math.max(width, 1)).join(" "));
  if (dash === "dotted") node.setAttribute("stroke-linecap", "round");
  return node;
}

function paintOf(colour) {
  return colour ? `var(--${colour})` : "none";
}

function svgMark(tag, attributes) {
  const node = document.createElementNS(SVG_SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

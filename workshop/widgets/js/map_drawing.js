// Draws a scene of people and ties into one SVG, keeping its elements so that focus and touch survive a redraw.
import { setText } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTHS = { 1: 2, 2: 3.5, 3: 5.5 };
const ROUND = 20;
const DASHES = ["", "9 6", "1 6", "12 5 2 5", "18 8", "3 4"];

export function svgPiece(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Something with `show(scene)`: puts people, ties and groups where the scene says.
export function mapDrawing(svg, { interactive }) {
  const layers = ["groups", "ties", "nodes"].map((name) => svgPiece("g", { class: `cw-map-${name}` }));
  svg.replaceChildren(...layers);
  const [groups, ties, nodes] = layers;
  const drawn = new Map();
  return {
    nodeOf: (id) => drawn.get(id),
    show(scene) {
      svg.setAttribute("viewBox", `0 0 ${scene.frame.width} ${scene.frame.height}`);
      svg.style.aspectRatio = `${scene.frame.width} / ${scene.frame.height}`;
      keepOnly(drawn, new Set(scene.nodes.map((node) => node.id)));
      scene.nodes.forEach((node) => {
        if (!drawn.has(node.id)) drawn.set(node.id, nodes.appendChild(newNode(node, interactive)));
        showNode(drawn.get(node.id), node, scene.frame, interactive);
      });
      ties.replaceChildren(...scene.ties.map((tie) => tieLine(tie, scene)).filter(Boolean));
      groups.replaceChildren(...(scene.groups ?? []).flatMap((group, index) => groupOutline(group, index, scene)));
    },
  };
}

function keepOnly(drawn, wanted) {
  for (const [id, element] of drawn) {
    if (!wanted.has(id)) { element.remove(); drawn.delete(id); }
  }
}

function newNode(node, interactive) {
  const group = svgPiece("g", { "data-id": node.id });
  if (interactive) { group.setAttribute("tabindex", "0"); group.setAttribute("role", "button"); }
  const shape = node.kind === "decider" ? "rect" : "circle";
  group.append(
    svgPiece("title"), svgPiece(shape, { class: "cw-node-halo" }), svgPiece(shape, { class: "cw-node-shape" }),
    svgPiece("text", { class: "cw-node-initials" }), svgPiece("rect", { class: "cw-node-plate", rx: 4 }), svgPiece("text", { class: "cw-node-label" }),
  );
  return group;
}

function showNode(group, node, frame, interactive) {
  const [title, halo, shape, initials, plate, label] = group.children;
  group.setAttribute("class", ["cw-node", `cw-node-${node.kind}`, ...(node.looks ?? []).map((look) => `cw-node-${look}`)].join(" "));
  group.setAttribute("transform", `translate(${node.place.x.toFixed(1)} ${node.place.y.toFixed(1)})`);
  if (interactive) {
    group.setAttribute("aria-label", node.spoken);
    group.setAttribute("aria-pressed", String(Boolean(node.pressed)));
  }
  setText(title, node.name);
  sizeShape(halo, frame.radius + 6);
  sizeShape(shape, frame.radius);
  setText(initials, node.initials);
  initials.setAttribute("y", (frame.radius * 0.22).toFixed(1));
  initials.setAttribute("font-size", node.letters.toFixed(1));
  const top = frame.radius + 4;
  sized(plate, { x: -node.box.half, y: top, width: node.box.half * 2, height: Math.max(0, node.box.bottom - top) });
  showLabel(label, node.lines, frame);
}

function sizeShape(shape, radius) {
  if (shape.tagName === "circle") { shape.setAttribute("r", radius); return; }
  const side = radius * 1.8;
  sized(shape, { x: -side / 2, y: -side / 2, width: side, height: side, rx: 9 });
}

function sized(shape, numbers) {
  for (const [key, value] of Object.entries(numbers)) shape.setAttribute(key, value);
}

function showLabel(label, lines, frame) {
  if (label.dataset.lines === lines.join("\n") && label.dataset.size === String(frame.size)) return;
  label.dataset.lines = lines.join("\n");
  label.dataset.size = String(frame.size);
  label.setAttribute("font-size", frame.size);
  label.replaceChildren(...lines.map((line, index) => {
    const span = svgPiece("tspan", { x: 0, y: frame.radius + 6 + (index + 0.72) * (frame.size + 3) });
    span.textContent = line;
    return span;
  }));
}

function tieLine(tie, scene) {
  const [a, b] = [scene.nodes.find((node) => node.id === tie.a), scene.nodes.find((node) => node.id === tie.b)];
  if (!a || !b) return null;
  const others = scene.nodes.filter((node) => node !== a && node !== b && !(node.looks ?? []).includes("gone"));
  const line = svgPiece("path", { class: `cw-tie cw-tie-${tie.look}`, d: tieCurve(a.place, b.place, others, scene.frame.radius) });
  line.style.strokeWidth = tieWidth(tie);
  return line;
}

export function tieWidth(tie) {
  if (tie.look === "yes") return WIDTHS[tie.strength] ?? 2.75;
  return tie.look === "unsure" ? 2.25 : 1.5;
}

// Straight, or bent around whoever stands in between.
function tieCurve(a, b, others, radius) {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const normal = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  let bend = 0;
  for (const { place } of others) {
    const along = ((place.x - a.x) * (b.x - a.x) + (place.y - a.y) * (b.y - a.y)) / length;
    const aside = (place.x - a.x) * normal.x + (place.y - a.y) * normal.y;
    const tooNear = radius + 8 - Math.abs(aside);
    if (along > radius && along < length - radius && tooNear > 0) bend = (aside >= 0 ? -1 : 1) * (radius + 12 - Math.abs(aside)) * 2;
  }
  const middle = { x: (a.x + b.x) / 2 + normal.x * bend, y: (a.y + b.y) / 2 + normal.y * bend };
  const point = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return bend ? `M${point(a)}Q${point(middle)} ${point(b)}` : `M${point(a)}L${point(b)}`;
}

function groupOutline(group, index, scene) {
  const members = scene.nodes.filter((node) => group.includes(node.id));
  const corners = members.flatMap((node) => boxCorners(node, scene.frame));
  if (!corners.length) return [];
  const around = convexHull(corners);
  const path = svgPiece("path", { class: "cw-group", d: `M${around.map((p) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join("L")}Z` });
  path.setAttribute("stroke-dasharray", DASHES[index % DASHES.length]);
  return scene.groups.length > 1 ? [path, groupNumber(around, index)] : [path];
}

function groupNumber(around, index) {
  const corner = around.reduce((best, p) => (p.x + p.y < best.x + best.y ? p : best));
  const number = svgPiece("text", { y: 4.5 });
  number.textContent = String(index + 1);
  const place = `translate(${corner.x.toFixed(1)} ${corner.y.toFixed(1)})`;
  return svgPiece("g", { class: "cw-group-number", transform: place }, svgPiece("circle", { r: 10 }), number);
}

// Rounded: each corner of a person's box is a small circle of points.
function boxCorners({ place, box }, frame) {
  const half = Math.max(frame.radius + 6, box.half) - ROUND;
  const [top, bottom] = [place.y - box.top - 2 + ROUND, place.y + box.bottom - ROUND];
  const turns = Array.from({ length: 16 }, (_, index) => (index * Math.PI) / 8);
  return [place.x - half, place.x + half].flatMap((x) => [top, bottom].flatMap((y) => turns.map((turn) => (
    { x: x + ROUND * Math.cos(turn), y: y + ROUND * Math.sin(turn) }))));
}

function convexHull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const turn = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const chain = (list) => list.reduce((kept, point) => {
    while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), point) <= 0) kept.pop();
    return [...kept, point];
  }, []);
  return [...chain(sorted).slice(0, -1), ...chain(sorted.reverse()).slice(0, -1)];
}

// From a state to a scene: who stands where, which ties show, and what each is called aloud.
import { labelLines, isolated } from "./map_label.js";
import { word } from "./words.js";
import { apart, automaticPlaces, insideOf, mapFrame, nodeBox, pixelsOf, wholeArea } from "./map_layout.js";

// The measure is of bold letters; these are set in regular ones.
const LIGHTER = 0.93;
// Letters in a circle, in parts of its radius: how large they are, and the room that they have.
const INITIALS = 0.62;
const CIRCLE = 1.6;

export function mapScene(state, width, measure, options = {}) {
  const frame = mapFrame(width, state.nodes, options);
  const nodes = state.nodes.map((node) => ({ ...node, ...labelled(node, frame, measure) }));
  const boxes = new Map(nodes.map((node) => [node.id, node.box]));
  const places = mapPlaces(state.nodes, boxes, frame);
  nodes.forEach((node) => { node.place = places.get(node.id); });
  return { frame, boxes, nodes, ties: shownTies(state.ties), groups: [] };
}

function labelled(node, frame, measure) {
  const weight = node.kind === "decider" || node.kind === "role" ? LIGHTER : 1;
  const sized = (text) => measure(text) * (frame.size / 14) * weight;
  const lines = node.kind === "you" ? [] : labelLines(node.name, frame.label, sized);
  const initials = node.kind === "you" ? node.name : node.initials;
  const letters = fittingSize((measure(initials) / 14) * LIGHTER, frame.radius);
  return { lines, initials, letters, box: nodeBox(frame, lines.length, Math.max(0, ...lines.map(sized))) };
}

function fittingSize(wide, radius) {
  return Math.min(INITIALS, CIRCLE / Math.max(wide, 0.01)) * radius;
}

function mapPlaces(nodes, boxes, frame) {
  const automatic = automaticPlaces(nodes, frame);
  const put = nodes.filter((node) => Number.isFinite(node.x) && Number.isFinite(node.y));
  put.forEach((node) => automatic.set(node.id, insideOf(pixelsOf(node, frame), boxes.get(node.id), wholeArea(frame))));
  return apart(automatic, boxes, wholeArea(frame), new Set(put.length < nodes.length ? put.map((node) => node.id) : []));
}

function shownTies(ties) {
  const looks = (tie) => (tie.knows === "unsure" ? "unsure" : tie.kind === "pair" ? "yes" : tie.kind);
  return ties.filter((tie) => tie.knows === "yes" || tie.knows === "unsure").map((tie) => ({ ...tie, look: looks(tie) }));
}

export function spokenNode(node, state, words) {
  const other = (tie) => (tie.a === node.id ? tie.b : tie.b === node.id ? tie.a : null);
  const names = (knows) => state.ties.filter((tie) => tie.knows === knows).map(other).filter(Boolean)
    .map((id) => state.nodes.find((each) => each.id === id)?.name).filter(Boolean);
  const [known, unsure] = [names("yes"), names("unsure")];
  const parts = [node.name];
  if (node.kind === "role") parts.push(words.map_role);
  if (node.kind === "decider") parts.push(words.map_decider);
  const verb = node.kind === "decider" ? "map_reached_by" : node.kind === "you" ? "map_you_know" : "map_knows";
  parts.push(known.length ? word(words, verb, { names: listed(known, words) }) : words.map_knows_nobody);
  if (unsure.length) parts.push(word(words, "map_unsure_about", { names: listed(unsure, words) }));
  return parts.join(", ");
}

function listed(names, words) {
  const safe = names.map(isolated);
  if (safe.length < 2) return safe.join("");
  return `${safe.slice(0, -1).join(", ")} ${words.and} ${safe.at(-1)}`;
}

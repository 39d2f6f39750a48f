// Where everybody stands, in pixels. Pure: no document in here.

const TAU = 2 * Math.PI;
const LOW = 300;
const LOWEST = 270;

// The paper to draw on: how large, how large a circle is, how many rows the deciders need, and, with a `shelf`,
// the room kept for somebody taken out: beside the others, or below them where it is narrow. With `fallen` the
// room is below, in rows, for as many.
export function mapFrame(width, nodes, options = {}) {
  const narrow = width < 460;
  const radius = narrow ? 27 : 32;
  const deciders = nodes.filter((node) => node.kind === "decider").length;
  const perRow = Math.max(1, Math.floor(width / (narrow ? 88 : 132)));
  const rows = Math.ceil(deciders / perRow);
  const band = rows ? rows * (radius * 2 + 40) + 10 : 0;
  const label = narrow ? 80 : 124;
  const size = narrow ? 11.75 : 14;
  const fallen = options.fallen ? fallenRows(options.fallen, width, label, radius * 2 + 2 * (size + 3) + 14) : null;
  const floor = fallen ? fallen.rows * fallen.high : options.shelf && narrow ? radius * 2 + 30 : 0;
  const aside = options.shelf && !narrow && !fallen ? label + 8 : 0;
  const roomy = narrow ? Math.max(360, width * 1.05) : Math.min(430, width * 0.66);
  const ring = options.height ? Math.max(LOWEST, options.height - band) : options.shelf ? (narrow ? LOWEST : LOW) : roomy;
  return {
    width, radius, rows, perRow, band, floor, aside, label, fallen, height: Math.round(band + ring + floor), size,
  };
}

function fallenRows(count, width, label, high) {
  const perRow = Math.max(1, Math.min(count, Math.floor(width / (label - 10))));
  return { rows: Math.ceil(count / perRow), perRow, high };
}

// Where one of `count` who have gone lies: side by side below the others.
export function fallenPlace(frame, index, count) {
  const { rows, perRow, high } = frame.fallen;
  const row = Math.floor(index / perRow);
  const inRow = Math.min(perRow, count - row * perRow);
  const apiece = Math.min(frame.width / perRow, frame.label + 8);
  const x = frame.width / 2 + ((index % perRow) - (inRow - 1) / 2) * apiece;
  return { x, y: frame.height - (rows - row) * high + frame.radius + 10 };
}

export function nodeBox(frame, lines, labelWidth) {
  const half = Math.max(frame.radius, labelWidth / 2) + 4;
  return { half, top: frame.radius + 4, bottom: frame.radius + 8 + lines * (frame.size + 3) };
}

// Places of those nobody has put anywhere: you in the middle, the five around you, deciders above.
export function automaticPlaces(nodes, frame) {
  const places = new Map();
  const deciders = nodes.filter((node) => node.kind === "decider");
  deciders.forEach((node, index) => places.set(node.id, deciderPlace(index, deciders.length, frame)));
  const around = nodes.filter((node) => node.kind !== "decider" && node.kind !== "you");
  const ring = ringOf(around.length, frame);
  around.forEach((node, index) => places.set(node.id, ring.place(index)));
  nodes.filter((node) => node.kind === "you").forEach((node) => places.set(node.id, ring.middle));
  return places;
}

function deciderPlace(index, count, frame) {
  const row = Math.floor(index / frame.perRow);
  const inRow = Math.min(frame.perRow, count - row * frame.perRow);
  const column = index % frame.perRow;
  return {
    x: (frame.width * (column + 0.5)) / inRow,
    y: frame.radius + 8 + row * (frame.radius * 2 + 40),
  };
}

// As large as the paper allows, whatever the number of people.
function ringOf(count, frame) {
  const angles = Array.from({ length: count }, (_, index) => (TAU * index) / count - TAU / 4);
  const lowest = Math.max(0.5, ...angles.map(Math.sin));
  const top = frame.band + frame.radius + 8;
  const bottom = frame.height - frame.floor - frame.radius - frame.size * 2 - 12;
  const down = (bottom - top) / (1 + lowest);
  const width = frame.width - frame.aside;
  const across = Math.min(width / 2 - frame.label / 2 - 6, width * 0.4);
  const middle = { x: width / 2, y: top + down };
  const place = (index) => ({ x: middle.x + across * Math.cos(angles[index]), y: middle.y + down * Math.sin(angles[index]) });
  return { middle, place };
}

export function pixelsOf(node, frame) {
  const { right, bottom } = wholeArea(frame);
  return { x: (node.x / 1000) * right, y: (node.y / 1000) * bottom };
}

export function thousandthsOf(place, frame) {
  const whole = (value, size) => Math.max(0, Math.min(1000, Math.round((value / size) * 1000)));
  return { x: whole(place.x, frame.width), y: whole(place.y, frame.height) };
}

export function insideOf(place, box, area) {
  const within = (value, low, high) => (low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value)));
  return {
    x: within(place.x, area.left + box.half, area.right - box.half),
    y: within(place.y, area.top + box.top, area.bottom - box.bottom),
  };
}

// All of the paper but the shelf.
export function wholeArea(frame) {
  return { left: 0, top: 0, right: frame.width - frame.aside, bottom: frame.height - frame.floor };
}

export function shelfPlace(frame, box) {
  const x = frame.aside ? frame.width - frame.aside / 2 : frame.width / 2;
  return { x, y: frame.height - box.bottom - 2 };
}

// The same places, moved as little as needed so that no two boxes overlap. `fixed` ids stay where they are.
export function apart(places, boxes, area, fixed = new Set()) {
  const ids = [...places.keys()];
  const free = new Map(ids.map((id) => [id, insideOf(places.get(id), boxes.get(id), area)]));
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    for (let i = 0; i < ids.length; i += 1) {
      for (let j = i + 1; j < ids.length; j += 1) moved = separate(ids[i], ids[j], free, boxes, fixed) || moved;
    }
    ids.forEach((id) => free.set(id, insideOf(free.get(id), boxes.get(id), area)));
    if (!moved) break;
  }
  return free;
}

function separate(first, second, places, boxes, fixed) {
  const [a, b] = [places.get(first), places.get(second)];
  const [boxA, boxB] = [boxes.get(first), boxes.get(second)];
  const across = boxA.half + boxB.half - Math.abs(a.x - b.x);
  const down = a.y <= b.y ? a.y + boxA.bottom - (b.y - boxB.top) : b.y + boxB.bottom - (a.y - boxA.top);
  if (across <= 0.5 || down <= 0.5 || (fixed.has(first) && fixed.has(second))) return false;
  const push = across < down ? { x: (across + 1) * (a.x <= b.x ? 1 : -1), y: 0 } : { x: 0, y: (down + 1) * (a.y <= b.y ? 1 : -1) };
  const share = fixed.has(first) ? 0 : fixed.has(second) ? 1 : 0.5;
  places.set(first, { x: a.x - push.x * share, y: a.y - push.y * share });
  places.set(second, { x: b.x + push.x * (1 - share), y: b.y + push.y * (1 - share) });
  return true;
}

// One rectangle for each group, none overlapping, sized by how many stand in it, near where they stood.
export function groupAreas(groups, places, area) {
  if (groups.length <= 1) return groups.map(() => area);
  const wide = area.right - area.left > (area.bottom - area.top) * 1.15;
  const axis = wide ? "x" : "y";
  const centre = (group) => group.reduce((sum, id) => sum + places.get(id)[axis], 0) / group.length;
  const order = groups.map((group, index) => index).sort((a, b) => centre(groups[a]) - centre(groups[b]));
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  const cut = balancedCut(order.map((index) => groups[index].length), total);
  const share = order.slice(0, cut).reduce((sum, index) => sum + groups[index].length, 0) / total;
  const [firstArea, secondArea] = halves(area, wide, share);
  const result = new Array(groups.length);
  for (const [some, part] of [[order.slice(0, cut), firstArea], [order.slice(cut), secondArea]]) {
    groupAreas(some.map((index) => groups[index]), places, part).forEach((found, at) => { result[some[at]] = found; });
  }
  return result;
}

function balancedCut(sizes, total) {
  let best = 1;
  let sum = 0;
  let smallest = Infinity;
  for (let count = 1; count < sizes.length; count += 1) {
    sum += sizes[count - 1];
    if (Math.abs(total / 2 - sum) < smallest) { smallest = Math.abs(total / 2 - sum); best = count; }
  }
  return best;
}

function halves(area, wide, share) {
  if (wide) {
    const x = area.left + (area.right - area.left) * share;
    return [{ ...area, right: x }, { ...area, left: x }];
  }
  const y = area.top + (area.bottom - area.top) * share;
  return [{ ...area, bottom: y }, { ...area, top: y }];
}

// The group as it stood, moved and scaled into its area.
export function placesWithin(group, places, area) {
  const points = group.map((id) => places.get(id));
  const range = (axis) => [Math.min(...points.map((p) => p[axis])), Math.max(...points.map((p) => p[axis]))];
  const [xs, ys] = [range("x"), range("y")];
  const fit = (value, [low, high], from, to) => {
    const scale = Math.min(1, (to - from) / Math.max(high - low, 1));
    return (from + to) / 2 + (value - (low + high) / 2) * scale;
  };
  const inset = { x: (area.right - area.left) * 0.2, y: (area.bottom - area.top) * 0.2 };
  return new Map(group.map((id) => [id, {
    x: fit(places.get(id).x, xs, area.left + inset.x, area.right - inset.x),
    y: fit(places.get(id).y, ys, area.top + inset.y, area.bottom - inset.y),
  }]));
}

// Quiet motion from one scene to the next; none for those who asked for none.

const LONG = 520;

/** Return `{to(scene), placeOf(id)}`; `draw` is called with every scene on the way. */
export function glide(draw) {
  let shown = new Map();
  let frame = 0;
  let last = null;
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  function step(scene, started, from) {
    const part = Math.min(1, (performance.now() - started) / LONG);
    const eased = 1 - (1 - part) ** 3;
    draw({ ...scene, groups: part === 1 ? scene.groups : [], nodes: scene.nodes.map((node) => ({ ...node, place: between(from.get(node.id), node.place, eased) })) });
    shown = new Map(scene.nodes.map((node) => [node.id, between(from.get(node.id), node.place, eased)]));
    if (part < 1) frame = requestAnimationFrame(() => step(scene, started, from));
  }

  return {
    placeOf: (id) => shown.get(id),
    to(scene) {
      const key = JSON.stringify([scene.frame, scene.groups, scene.ties, scene.nodes]);
      if (key === last) return;
      const known = last !== null && shown.size > 0;
      last = key;
      cancelAnimationFrame(frame);
      const from = shown;
      if (!known || still() || !moves(scene, from)) step(scene, -Infinity, new Map());
      else step(scene, performance.now(), from);
    },
  };
}

function moves(scene, from) {
  return scene.nodes.some(({ id, place }) => {
    const before = from.get(id);
    return before && Math.hypot(before.x - place.x, before.y - place.y) > 1;
  });
}

function between(before, after, part) {
  if (!before || part >= 1) return after;
  return { x: before.x + (after.x - before.x) * part, y: before.y + (after.y - before.y) * part };
}

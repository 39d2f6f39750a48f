// Moves people about by finger, mouse and arrow keys. A press that does not travel is a tap.

const FAR_ENOUGH = 6;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// `hooks`: placeOf(id), move(id, place), drop(id), tap(id), cancel(). Pixels of the drawing throughout.
export function dragging(svg, hooks) {
  let held = null;
  let travelled = false;
  const idAt = (event) => event.target.closest?.("[data-id]")?.dataset.id;

  svg.addEventListener("pointerdown", (event) => {
    const id = idAt(event);
    if (!id || held || event.button > 0) return;
    travelled = false;
    const place = hooks.placeOf(id);
    held = { id, pointer: event.pointerId, from: { x: event.clientX, y: event.clientY }, place, scale: svgScale(svg) };
    event.target.closest("[data-id]").setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (held?.pointer !== event.pointerId) return;
    const [x, y] = [event.clientX - held.from.x, event.clientY - held.from.y];
    if (!travelled && Math.hypot(x, y) < FAR_ENOUGH) return;
    travelled = true;
    hooks.move(held.id, { x: held.place.x + x * held.scale, y: held.place.y + y * held.scale });
  });
  const release = (event) => {
    if (held?.pointer !== event.pointerId) return;
    const { id } = held;
    held = null;
    if (travelled) hooks.drop(id);
  };
  svg.addEventListener("touchmove", (event) => held && event.preventDefault(), { passive: false }); // no scrolling meanwhile
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);
  svg.addEventListener("click", (event) => {
    const id = idAt(event);
    if (id && !travelled) hooks.tap(id);
    travelled = false;
  });
  svg.addEventListener("keydown", (event) => onKey(event, idAt(event), hooks));
  return { isHeld: (id) => held?.id === id };
}

function onKey(event, id, hooks) {
  if (event.key === "Escape") { hooks.cancel(); return; }
  if (!id || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = STEPS[event.key];
  if (step) {
    event.preventDefault();
    event.stopPropagation();
    const size = event.shiftKey ? 40 : 8;
    const place = hooks.placeOf(id);
    hooks.move(id, { x: place.x + step[0] * size, y: place.y + step[1] * size });
    hooks.drop(id, { soon: false });
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) hooks.tap(id);
  }
}

function svgScale(svg) {
  const shown = svg.getBoundingClientRect().width;
  return shown ? svg.viewBox.baseVal.width / shown : 1;
}

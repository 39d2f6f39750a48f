// Rest: whether nobody is at work on the page, and a reload would cost nothing.

const PAUSE = 10000;
const ANSWERING = ["input", "change", "click"];
const DEEDS = [...ANSWERING, "keydown", "pointerdown", "wheel", "touchmove"];
const HELD = ".cw-form, .cw-status, .cw-alert";

/** Return `{costsNothing()}` of a page. What is put into a form lies in the outbox; what else is done may be nowhere else. */
export function restOf(page, signal) {
  let last = -Infinity;
  let isKept = true;
  const note = ({ type, target }) => {
    last = page.now();
    const isAnswer = ANSWERING.includes(type) && target instanceof Element && target.closest(".cw");
    if (isAnswer && !target.closest(HELD)) isKept = false;
  };
  for (const deed of DEEDS) addEventListener(deed, note, { signal, capture: true, passive: true });
  return {
    costsNothing: () => isKept && page.drawer.durable && page.now() - last > PAUSE && !isHalfWritten(),
  };
}

/** A number in letters, or a day without its year, is in no outbox. */
function isHalfWritten() {
  return [...document.getElementsByTagName("input")].some(({ validity }) => !validity.valid);
}

// The parts of a page, one after another: what is still to come is out of sight, and out of reach.
const coalitionParts = (() => {
  const GAP = 12; // pixels
  const TURN = 0.85; // of what can be seen: a line that was at the foot is still there after a turn
  const PICTURES = "figure > svg, .cw-chart-canvas";
  const all = () => [...document.querySelectorAll("[data-part]")];
  const names = () => [...new Set(all().map((each) => each.dataset.part))];
  const of = (name) => all().filter((each) => each.dataset.part === name);

  // Part `name`; where a page has no such commentary, what it would speak of; else the first.
  const known = (name) => {
    const there = names();
    return [name, name.replace(/-more$/, ""), there[0]].find((each) => there.includes(each));
  };

  const heading = (name) => of(name).map((each) => each.querySelector("h1, h2, h3")).find(Boolean);
  const title = (name) => [...(heading(name)?.childNodes ?? [])]
    .filter((each) => !each.classList?.contains("anchor-link")).map((each) => each.textContent).join("").trim();
  const step = (name) => of(name)[0]?.dataset.step ?? "";

  // Shows the parts up to `name`, the others when they are asked for.
  const reveal = (name) => {
    const last = names().indexOf(name);
    for (const each of all()) {
      const isLater = names().indexOf(each.dataset.part) > last;
      each.classList.toggle("cw-later", isLater);
      each.classList.toggle("cw-now", each.dataset.part === name);
      each.inert = isLater;
    }
  };

  const revealAll = () => {
    for (const each of all()) {
      each.classList.remove("cw-later", "cw-now");
      each.inert = false;
    }
  };

  // Where the parts can be seen: below the head of the page, and above the bar.
  const sight = () => ({
    head: document.querySelector(".cw-head").getBoundingClientRect().height + GAP,
    foot: innerHeight - document.querySelector(".cw-present-bar").offsetHeight - GAP,
  });

  // How far to scroll, down or up, for the next of a part that is taller than the window; 0 when nothing is left of it.
  const rest = (name, by) => {
    const { head, foot } = sight();
    const boxes = of(name).map((each) => each.getBoundingClientRect());
    const left = by > 0 ? Math.max(...boxes.map(({ bottom }) => bottom)) - foot : head - Math.min(...boxes.map(({ top }) => top));
    return left > GAP ? by * Math.min(left, (foot - head) * TURN, ...stops(name, by)) : 0;
  };

  // How far to scroll until a picture stands at the edge, for each that can be seen whole and is not yet.
  const stops = (name, by) => {
    const { head, foot } = sight();
    return of(name).flatMap((each) => [...each.querySelectorAll(PICTURES)]).map((each) => each.getBoundingClientRect())
      .filter(({ top, bottom }) => bottom - top <= foot - head + GAP && (top < head - GAP || bottom > foot + GAP))
      .map(({ top, bottom }) => (by > 0 ? top - head : foot - bottom)).filter((far) => far > GAP);
  };

  // The part stands at the top; a commentary at the foot, so that what it speaks of stays in sight above it.
  const toTop = (name) => {
    const [first] = of(name);
    if (!first) return;
    const { top, bottom } = first.getBoundingClientRect();
    const { head, foot } = sight();
    const up = first.matches(".cw-commentary") ? Math.min(top - head, bottom - foot) : top - head;
    scrollTo({ top: name === names()[0] ? 0 : scrollY + up, behavior: "instant" });
  };

  const focus = (name) => {
    const place = heading(name);
    if (!place) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };

  return { names, known, title, step, reveal, revealAll, toTop, rest, focus };
})();

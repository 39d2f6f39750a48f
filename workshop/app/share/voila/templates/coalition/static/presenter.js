// The presenter view: next and back through a page and from page to page, cases, the empty exercise, and the notes.
const coalitionPresenter = (() => {
  const one = (selector) => document.querySelector(selector);
  const root = document.documentElement;
  const isOn = () => root.classList.contains("cw-present");
  const END = "end";
  const channel = new BroadcastChannel("coalition-presenter");
  const mine = String(Math.random());
  let facts = {};
  let here = "";
  let hasMoved = false; // away from the top of the part, while widgets still arrive
  let before = ""; // the part to return to when the view is entered again

  if (new URLSearchParams(location.search).has("present")) root.classList.add("cw-present");

  const begin = () => {
    facts = JSON.parse(one("#cw-presenter-facts").textContent);
    const asked = decodeURIComponent(location.hash.slice(1));
    here = asked === END ? coalitionParts.names().at(-1) : coalitionParts.known(asked);
    if (isOn()) show(here);
    settle();
    keep();
    addEventListener("keydown", onKey);
    addEventListener("click", onClick);
    addEventListener("scrollend", () => isOn() && tell());
    addEventListener("hashchange", () => isOn() && show(coalitionParts.known(decodeURIComponent(location.hash.slice(1)))));
    one("#cw-case").addEventListener("change", (event) => choose(event.target.value));
    addEventListener("pagehide", () => channel.postMessage({ kind: "gone", from: mine }));
    channel.onmessage = ({ data }) => hear(data);
  };

  // Widgets arrive and push what stands below them: the part stays at the top until all are there.
  const settle = () => {
    const watcher = new MutationObserver(() => {
      fold();
      if (isOn() && !hasMoved) coalitionParts.toTop(here);
      if (!root.classList.contains("cw-arriving")) watcher.disconnect();
    });
    for (const kind of ["wheel", "touchmove", "pointerdown"]) addEventListener(kind, () => { hasMoved = true; }, { once: true, passive: true });
    watcher.observe(root, { attributes: true, attributeFilter: ["class"] });
    watcher.observe(one("main"), { attributes: true, attributeFilter: ["class"], subtree: true });
    if (isOn()) coalitionParts.toTop(here);
  };

  // A room looks at the map: the list that says the same waits folded, once, until somebody opens it.
  const fold = () => {
    if (!isOn()) return;
    for (const list of document.querySelectorAll(".cw-tie-list:not([data-folded])")) {
      list.dataset.folded = "";
      list.open = false;
    }
  };

  // Another width makes other lines: the part stays where it was.
  const keep = () => {
    let width = innerWidth;
    addEventListener("resize", () => {
      if (isOn() && innerWidth !== width) coalitionParts.toTop(here);
      width = innerWidth;
    });
  };

  const show = (name) => {
    here = name;
    coalitionParts.reveal(name);
    coalitionParts.toTop(name);
    const names = coalitionParts.names();
    one("#cw-place").textContent = filled(facts.place, { number: names.indexOf(name) + 1, total: names.length });
    history.replaceState(history.state, "", `#${encodeURIComponent(name)}`);
    tell();
  };

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  const isBar = (place) => place instanceof Element && place.closest(".cw-present-bar");

  // A heading that has the focus is read aloud; a button that was pressed keeps it, and the heading is said.
  const arrive = (name) => {
    show(name);
    if (isBar(document.activeElement)) one("#cw-said").textContent = coalitionParts.title(name);
    else coalitionParts.focus(name);
  };

  // A step shows the rest of a long part before it leaves it, unless it is asked to skip that.
  const step = (by, skips) => {
    const rest = skips ? 0 : coalitionParts.rest(here, by);
    if (!rest) return move(by);
    hasMoved = true;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: rest, behavior: isCalm ? "instant" : "smooth" });
  };

  const move = (by) => {
    const names = coalitionParts.names();
    const next = names[names.indexOf(here) + by];
    if (next) arrive(next);
    else if (by > 0 && facts.after) go({}, facts.after, "");
    else if (by < 0 && facts.before) go({}, facts.before, END);
  };

  // Leaves for another exercise, or for the same one with other `wishes`; an empty wish is taken out of the address.
  const go = (wishes, exercise = facts.exercise, part = here) => {
    const address = new URL(location.href);
    address.pathname = address.pathname.replace(/[^/]+\.ipynb$/, `${exercise}.ipynb`);
    for (const [key, value] of Object.entries(wishes)) {
      if (value) address.searchParams.set(key, value);
      else address.searchParams.delete(key);
    }
    address.hash = part;
    location.assign(address);
  };

  const choose = (name) => !facts.empty && go({ case: name });
  const chosen = (key) => one(`#cw-case option[data-key="${key}"]`)?.value;

  const toggle = () => {
    const on = root.classList.toggle("cw-present");
    for (const link of document.querySelectorAll('a[href*="/voila/render/"]')) link.href = withPresent(link.href, on);
    history.replaceState(history.state, "", withPresent(location.href, on));
    if (on) return show(coalitionParts.known(before));
    before = here;
    coalitionParts.revealAll();
    coalitionParts.toTop(here);
  };

  const withPresent = (href, on) => {
    const address = new URL(href);
    if (on) address.searchParams.set("present", "1");
    else address.searchParams.delete("present");
    return address.href;
  };

  const notes = () => {
    const opened = open(one("#cw-blocked a").href, "coalition-notes", "popup,width=900,height=900");
    one("#cw-blocked").hidden = Boolean(opened);
  };

  const dark = (on) => {
    one("#cw-dark").hidden = !on;
    if (on) one("#cw-dark").focus();
    else coalitionParts.focus(here);
  };

  const DOES = {
    next: ({ shiftKey }) => step(1, shiftKey),
    back: ({ shiftKey }) => step(-1, shiftKey),
    first: () => arrive(coalitionParts.names()[0]),
    last: () => arrive(coalitionParts.names().at(-1)),
    toggle, notes,
    empty: () => go({ empty: facts.empty ? "" : "1" }),
    help: () => one("#cw-keys").showModal(),
    dark: () => dark(true),
    dismiss: () => { one("#cw-blocked").hidden = true; },
  };

  const onKey = (event) => {
    if (!one("#cw-dark").hidden) return wake(event);
    if (one("dialog[open]")) return;
    const meant = coalitionKeys.meaning(event);
    if (!meant || event.repeat || (!isOn() && meant !== "toggle")) return;
    if (/\d/.test(meant) && !chosen(meant)) return;
    event.preventDefault();
    if (/\d/.test(meant)) choose(chosen(meant));
    else DOES[meant](event);
  };

  const wake = (event) => {
    if (["Control", "Alt", "Meta", "Shift"].includes(event.key)) return;
    event.preventDefault();
    dark(false);
  };

  const onClick = (event) => {
    if (event.target.id === "cw-dark") return dark(false);
    const asked = event.target.closest?.("[data-does]");
    if (asked) DOES[asked.dataset.does](event);
  };

  // Tells the notes where this window is.
  const tell = () => {
    const names = coalitionParts.names();
    const number = names.indexOf(here) + 1;
    const { exercise, case_title: title, empty, after_title: after } = facts;
    channel.postMessage({
      kind: "here", from: mine, exercise, title, empty, after, number, total: names.length,
      part: coalitionParts.title(here), step: coalitionParts.step(here),
      next: names[number] ? coalitionParts.title(names[number]) : "", rest: coalitionParts.rest(here, 1) > 0,
    });
  };

  const hear = (message) => {
    if (message.kind === "who") tell();
    if (message.to === mine && DOES[message.kind] && isOn()) DOES[message.kind](message);
  };

  return { begin };
})();

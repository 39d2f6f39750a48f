// The notes: follows the presenter's window, and drives it.
(() => {
  const PATIENCE = 5000; // milliseconds without a word from the other window
  const one = (selector) => document.querySelector(selector);
  const { words, exercises } = JSON.parse(one("#cw-notes-facts").textContent);
  const channel = new BroadcastChannel("coalition-presenter");
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const element = (kind, text, ...inside) => {
    const made = document.createElement(kind);
    if (text) made.textContent = text;
    made.append(...inside);
    return made;
  };
  const classed = (made, name) => Object.assign(made, { className: name });
  let followed = null;
  let heard = -Infinity;
  let shown = "";

  channel.onmessage = ({ data }) => {
    if (data.kind === "gone" && data.from === followed) heard = performance.now() - PATIENCE / 2;
    if (data.kind !== "here") return;
    followed = data.from;
    heard = performance.now();
    look();
    const told = JSON.stringify(data);
    if (told !== shown) draw(data);
    shown = told;
  };

  const look = () => {
    const isAlone = performance.now() - heard > PATIENCE;
    one("#cw-alone").hidden = !isAlone;
    one("#cw-follow").hidden = isAlone;
    for (const each of [one("#cw-back"), one("#cw-next")]) each.disabled = isAlone;
  };

  const ask = () => {
    channel.postMessage({ kind: "who" });
    look();
  };

  const draw = (told) => {
    const about = exercises[told.exercise];
    if (!about) return;
    const step = about.steps[told.step];
    const kicker = [about.title, told.empty ? words.empty : told.title, filled(words.place, told)].filter(Boolean).join(" · ");
    one("#cw-follow").replaceChildren(
      classed(element("p", kicker), "cw-kicker"),
      classed(element("h2", told.part || step?.title), "cw-notes-now"),
      classed(element("p", step?.line || words.no_line), "cw-notes-line"),
      coming(told),
      element("h3", about.blocks.length ? words.blocks : words.no_blocks),
      ...blocks(about.blocks, told.step),
    );
  };

  const coming = ({ rest, next, after }) => {
    const [label, text] = rest ? [words.coming_rest, ""] : next ? [words.coming, next] : after ? [words.coming_exercise, after] : [words.coming_nothing, ""];
    return classed(element("p", "", element("b", label), text ? ` ${text}` : ""), "cw-notes-next");
  };

  // The block that names the step is open; where none does, the first.
  const blocks = (all, step) => {
    const open = all.find((each) => each.about.includes(step)) ?? all[0];
    return all.map((each) => {
      const made = element("details", "", element("summary", `${each.title} · ${filled(words.minutes, each)}`), ...inside(each));
      made.open = each === open;
      return made;
    });
  };

  const inside = ({ say, watch, debrief, steps }) => [
    part(words.say, say.map((text) => element("li", text))),
    part(words.watch, watch.map(({ sign, move }) => element("li", "", element("b", sign), ` ${move}`))),
    part(words.debrief, debrief.map((text) => element("li", text))),
    part(words.steps, steps.map((each) => element("li", "", element("b", filled(words.minutes, each)), ` ${each.text}`))),
  ].filter(Boolean);

  const part = (title, lines) => lines.length && element("section", "", element("h4", title), element("ul", "", ...lines));

  const steer = (kind, { shiftKey }) => followed && channel.postMessage({ kind, to: followed, shiftKey });
  one("#cw-next").onclick = (event) => steer("next", event);
  one("#cw-back").onclick = (event) => steer("back", event);
  addEventListener("keydown", (event) => {
    const meant = coalitionKeys.meaning(event);
    if (!["next", "back"].includes(meant) || event.repeat) return;
    event.preventDefault();
    steer(meant, event);
  });

  // The clock: what has passed, and since when it runs; both survive a reload.
  const clock = { passed: 0, since: 0, ...JSON.parse(sessionStorage.getItem("coalition-clock") ?? "{}") };
  const elapsed = () => clock.passed + (clock.since && Date.now() - clock.since);
  const tick = () => {
    const seconds = Math.floor(elapsed() / 1000);
    one("#cw-time").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    one("#cw-start").textContent = clock.since ? words.pause : words.start;
  };
  const set = (facts) => {
    Object.assign(clock, facts);
    sessionStorage.setItem("coalition-clock", JSON.stringify(clock));
    tick();
  };
  one("#cw-start").onclick = () => set(clock.since ? { passed: elapsed(), since: 0 } : { since: Date.now() });
  one("#cw-reset").onclick = () => set({ passed: 0, since: clock.since && Date.now() });

  setInterval(tick, 500);
  setInterval(ask, 1500);
  tick();
  ask();
})();

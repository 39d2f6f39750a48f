// The page around the notebook: puts each answer where its question stands, and says so when one does not come.
const coalitionPage = (() => {
  const PATIENCE = 20000; // milliseconds
  const one = (selector) => document.querySelector(selector);
  const slots = () => [...document.querySelectorAll(".cw-slot")];

  // Moves the outputs of cell `number`, which arrive at the end of the page, into the place kept for them.
  const place = (number) => {
    const arrived = one(`[data-arrived="${number}"]`);
    const slot = one(`[data-slot="${number}"]`);
    if (!slot) return arrived.remove();
    const shown = document.createElement("div");
    shown.append(...arrived.childNodes);
    arrived.remove();
    slot.append(shown);
    slot.dataset.came = "";
    coalitionOutputs.show(shown);
    if (!shown.querySelector(".cw-output") || isFilled(shown)) settle(slot);
    const watcher = new MutationObserver(() => {
      if (!isFilled(shown)) return;
      watcher.disconnect();
      settle(slot);
    });
    watcher.observe(shown, { childList: true, subtree: true });
  };

  // A widget is there when it has drawn something to see; what is no widget is there at once, as is what Voilà drew.
  const isFilled = (shown) => shown.querySelector("[data-plain], .jp-OutputArea-output, button, input, label, p, pre, svg, table") !== null;

  const settle = (slot) => {
    slot.classList.add("cw-here");
    if (waiting().length === 0) quiet();
  };

  const waiting = () => slots().filter((slot) => !slot.matches(".cw-here, .cw-silent"));

  const arriving = document.documentElement.classList;
  arriving.add("cw-arriving");

  const quiet = () => {
    arriving.remove("cw-arriving");
    one("#cw-announce").textContent = "";
    one("#cw-slow").hidden = true;
  };

  // The server is done: what has not come will not come any more.
  const finish = () => {
    for (const slot of slots().filter((each) => !("came" in each.dataset))) {
      slot.querySelector(".cw-waiting").textContent = one("#cw-missing").dataset.words;
      slot.classList.add("cw-missing");
    }
    connect();
  };

  const complain = (kind = "words") => {
    const note = one("#cw-slow");
    if (waiting().length === 0 || !note.hidden) return;
    arriving.remove("cw-arriving");
    one("#cw-announce").textContent = "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cw-way";
    button.textContent = note.dataset.button;
    button.onclick = () => location.reload();
    note.hidden = false;
    note.replaceChildren(`${note.dataset[kind]} `, button);
  };

  // Ends the kernel of a page that is left.
  const goodbye = () => {
    const facts = one("#jupyter-config-data");
    if (!facts) return;
    const { baseUrl, kernelId } = JSON.parse(facts.textContent);
    if (!kernelId) return;
    const body = new FormData();
    body.append("_xsrf", document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "");
    navigator.sendBeacon(`${baseUrl}voila/api/shutdown/${kernelId}`, body);
  };

  // Opens the wire to the kernel; without one, says so. What the kernel said until now has come with the page.
  const connect = () => {
    const { baseUrl, kernelId } = JSON.parse(one("#jupyter-config-data").textContent);
    if (!kernelId) return complain("full");
    if (coalitionForeign.isHere()) return;
    coalitionModels.connect(`${location.origin.replace(/^http/, "ws")}${baseUrl}api/kernels/${kernelId}/channels`);
  };

  // The list of all exercises closes as a menu does: with Escape, or with a press beside it.
  const ways = () => one(".cw-paths[open]");
  const closeWays = (event) => {
    const open = ways();
    if (!open || (event.type === "keydown" ? event.key !== "Escape" : open.contains(event.target))) return;
    open.open = false;
    if (event.type === "keydown") open.querySelector("summary").focus();
  };
  addEventListener("keydown", closeWays);
  addEventListener("pointerdown", closeWays);

  setTimeout(complain, PATIENCE);
  addEventListener("pagehide", goodbye);
  addEventListener("pageshow", (event) => event.persisted && location.reload()); // its kernel has ended
  return { place, finish };
})();

// The save status: opens the page's outbox, keeps it in touch with the kernel, and says how things stand.
import { drawerOf, deviceStorage, tabId } from "./drawer.js";
import { element, setText } from "./dom.js";
import { Heart } from "./heart.js";
import { markJourney, markPaths } from "./journey.js";
import { flushBeforeLeaving, warnBeforeLosing } from "./leave.js";
import { lossOf } from "./loss.js";
import { dataMenu } from "./menu.js";
import { Outbox } from "./outbox.js";
import { closePage, openPage, shownOnPage, widgetRoot } from "./page.js";
import { Requests } from "./requests.js";
import { stated } from "./state.js";
import { strayNotices } from "./strays.js";
import { rollCall } from "./tabs.js";
import { word } from "./words.js";

const PATIENCE_SHOWN = 400;
const SLOW = 3000; // said quietly: a busy computer may well need as long
const OVERDUE = 6000;
const TICK = 1000;
const CALM = ["status_saved", "status_saving", "status_slow", "status_example", "status_empty"];

export default {
  initialize({ model, signal: given }) {
    const ending = new AbortController();
    const signal = given ?? ending.signal;
    openOutbox(stated(model, () => globalThis.coalitionWords ?? {}), signal);
    return () => ending.abort();
  },
  render: shownOnPage(showStatus),
};

function openOutbox(model, signal) {
  const { page: id, workbook, case: example, words } = model.get("state");
  const send = (message) => sendQuietly(model, message);
  const tab = tabId(signal);
  const page = new Outbox({ send, drawer: drawerOf(example ? null : deviceStorage(), workbook, tab) });
  const requests = new Requests(page, send);
  const loss = lossOf(page, () => words, signal);
  const heart = new Heart({ send, signal, lost: () => loss.cut(true), found: () => loss.cut(false) });
  const others = rollCall(workbook, tab, () => page.clear(), signal);
  Object.assign(page, { words, requests, undo: (path) => requests.undo(path), erased: () => others.tellErased() });
  model.on("msg:custom", (message, buffers) => {
    if (message.kind === "receipt") page.receive(message);
    else if (message.kind === "pong") heart.pong(message);
    else requests.receive(message, buffers);
  });
  const tick = setInterval(() => page.tick(), TICK);
  document.addEventListener("visibilitychange", () => document.hidden && page.hurry(), { signal });
  addEventListener("pagehide", () => page.hurry(), { signal });
  flushBeforeLeaving(page, signal);
  warnBeforeLosing(page, signal);
  signal.addEventListener("abort", () => {
    clearInterval(tick);
    closePage(id, page);
  });
  openPage(id, page);
  page.replay(page.drawer.taken((owner) => owner === tab));
  others.living.then((living) => {
    const orphaned = (owner, path) => owner !== tab && !living.includes(owner) && !page.entryAt(path);
    page.replay(page.drawer.taken(orphaned));
  });
}

function sendQuietly(model, message) {
  try {
    model.send(message);
  } catch {
    // The comm is gone with its kernel: the heart will notice, the outbox keeps the edit.
  }
}

function showStatus(model, el, page) {
  const slot = document.getElementById("cw-status");
  const root = widgetRoot(slot ?? el, "cw-status");
  root.classList.toggle("is-in-place", !slot);
  const title = element("span", { class: "cw-status-title" });
  const text = element("span");
  const save = element("span", { class: "cw-save" }, element("i", { "aria-hidden": "true" }), text);
  const spoken = element("span", { class: "cw-sr", role: "status" });
  const menu = dataMenu(page);
  const example = element("p", { class: "cw-example" });
  const strays = strayNotices(page, () => model.get("state").words);
  root.replaceChildren(title, save, spoken, menu.root);
  const place = element("div", { class: "cw cw-status-place", tabindex: -1 }, example, strays.root);
  el.append(place);
  const drawSave = () => {
    const { words, case: shownCase, empty } = model.get("state");
    const key = shownCase ? (empty ? "status_empty" : "status_example") : saveKey(page);
    save.dataset.status = key;
    setText(text, word(words, key));
    const trouble = !CALM.includes(key);
    setText(spoken, trouble ? word(words, key) : spoken.textContent && word(words, "status_saved"));
  };
  const draw = () => {
    const state = model.get("state");
    setText(title, slot ? "" : state.title);
    setText(example, state.case ? word(state.words, state.empty ? "example_empty" : "example", { title: state.case }) : "");
    example.hidden = !state.case;
    menu.update(state);
    markJourney(state.journey ?? [], state.words);
    markPaths(state.paths ?? []);
    strays.update();
    drawSave();
  };
  draw();
  model.on("change:state", draw);
  const follow = () => {
    drawSave();
    strays.update();
  };
  const later = setInterval(follow, PATIENCE_SHOWN);
  const unwatch = page.subscribe(follow);
  return () => {
    model.off("change:state", draw);
    clearInterval(later);
    unwatch();
    menu.close();
    if (slot) slot.replaceChildren();
    place.remove();
  };
}

/** Return the key of the sentence that says how the page's edits stand. */
function saveKey(page) {
  const unsent = page.unsent();
  const ageOf = (time) => (time ? page.now() - time : 0);
  const isSentFor = (entry, time) => ageOf(entry.flight?.first) > time;
  const isStuck = (entry) => page.cut || entry.status === "unsaved" || isSentFor(entry, OVERDUE);
  if (unsent.some(isStuck)) return page.drawer.durable ? "status_kept" : "status_in_memory";
  if (page.unresolved().length) return "status_choose";
  if (unsent.some((entry) => isSentFor(entry, SLOW))) return "status_slow";
  return unsent.some((entry) => ageOf(entry.since) > PATIENCE_SHOWN) ? "status_saving" : "status_saved";
}

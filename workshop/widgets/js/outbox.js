// The outbox: every edit stays here, and in the drawer of this device, until the kernel says it is stored.
import { same } from "./answers.js";

const TYPING_PAUSE = 300;
const TYPING_AT_MOST = 2000;
const RESEND_AFTER = 3000;
const SENT_KEPT = 5;
const PLACES = "positions/";

/** Where an entry stands; the last two wait for the person. */
const WAITING = "waiting";
const UNSAVED = "unsaved";
const REFUSED = "refused";
const CONFLICT = "conflict";

/** One page's edits. `send(message)` carries one to the kernel; `drawer` keeps them on the device. */
export class Outbox {
  constructor({ send, drawer }) {
    for (const kept of ["entries", "shown", "stored", "turnedDown"]) this[kept] = new Map();
    this.listeners = new Set();
    this.cut = false;
    this.seq = Math.floor(Math.random() * 1e9) * 1000;
    Object.assign(this, { send, drawer });
  }

  /** Milliseconds by a clock that nobody sets; only `at` of an entry, compared between pages, is the time of day. */
  now() {
    return performance.now();
  }

  /** Keep an edit and send it: at once when `soon`, else after a pause in typing. */
  put(path, value, { step = "", soon = true, picked = false } = {}) {
    const before = this.entries.get(path);
    const [now, since] = [this.now(), before?.since ?? this.now()];
    const due = soon ? now : Math.min(now + TYPING_PAUSE, since + TYPING_AT_MOST);
    const entry = { ...before, path, value, step, at: Date.now(), since, due, picked };
    this.turnedDown.delete(path);
    if (!before) entry.base = this.baseOf(path);
    if (before?.status !== CONFLICT && before?.status !== UNSAVED) entry.status = WAITING;
    this.keep(entry);
    this.post(path);
    this.changed(path, true);
    if (!soon) setTimeout(() => this.post(path), TYPING_PAUSE + 5);
  }

  /** Return what a field shows: the pending value, else what was stored last, else what the kernel showed. */
  valueOf(path, shown = null) {
    this.shown.set(path, shown);
    const entry = this.entries.get(path);
    if (entry) return entry.value;
    const stored = this.stored.get(path);
    if (stored && same(stored.over, shown)) return stored.value;
    this.stored.delete(path);
    return shown;
  }

  entryAt(path) {
    return this.entries.get(path) ?? this.turnedDown.get(path) ?? null;
  }

  /** Settle a conflict: store mine over theirs, unless that has changed again, or take theirs. */
  resolve(path, whose) {
    const entry = this.entries.get(path);
    if (!entry) return;
    if (whose === "mine") {
      this.keep({ ...entry, status: WAITING, base: entry.theirs, due: 0 });
      this.post(path);
    } else {
      this.settle(path, entry.theirs);
    }
    this.changed(path);
  }

  /** Forget an edit that cannot be stored. */
  drop(path) {
    if (!this.entries.delete(path)) return;
    this.drawer.remove(path);
    this.changed(path);
  }

  /** Forget these entries, if they are as they were: other answers have taken their place. */
  abandon(entries) {
    const asTheyWere = entries.filter(({ path, value }) => same(this.entries.get(path)?.value, value));
    asTheyWere.forEach(({ path }) => this.drop(path));
    this.trustShown();
  }

  /** Forget everything, here and on the device. */
  clear() {
    this.entries.clear();
    this.stored.clear();
    this.turnedDown.clear();
    this.drawer.clear();
    this.changed(null);
  }

  /** Believe what the kernel shows from now on: it has replaced the answers. */
  trustShown() {
    this.stored.clear();
    this.changed(null);
  }

  /** Take up entries that an earlier page left behind, and send them. */
  replay(entries) {
    for (const left of entries) {
      if (this.entries.has(left.path)) continue;
      this.keep({ ...left, status: WAITING, flight: null, due: 0, since: this.now() });
      this.changed(left.path);
      this.post(left.path);
    }
  }

  /** Send what is due; called every second. */
  tick() {
    for (const path of this.entries.keys()) this.post(path);
  }

  /** The kernel is out of reach, or back. */
  setCut(cut) {
    const back = this.cut && !cut;
    this.cut = cut;
    if (back) this.hurry();
    this.changed(null);
  }

  /** Send everything at once that is not on its way. */
  hurry() {
    for (const entry of this.entries.values()) {
      entry.due = 0;
      if (this.now() - (entry.flight?.at ?? -Infinity) > RESEND_AFTER / 2) this.post(entry.path, true);
    }
  }

  /** Return a promise that resolves when nothing is unsent, or after `limit` milliseconds. */
  flush(limit) {
    this.hurry();
    if (!this.unsent().length) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (empty) => {
        clearTimeout(timer);
        stop();
        resolve(empty);
      };
      const timer = setTimeout(() => done(false), limit);
      const stop = this.subscribe(() => this.unsent().length || done(true));
    });
  }

  unsent() {
    return [...this.entries.values()].filter((entry) => entry.status === WAITING || entry.status === UNSAVED);
  }

  unresolved() {
    return [...this.entries.values()].filter((entry) => entry.status === REFUSED || entry.status === CONFLICT);
  }

  /** Call `listener(path, typed)` after each change; a null path means all. Return the way to stop. */
  subscribe(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Take the kernel's answer to an edit. */
  receive({ seq, status, sentence, theirs }) {
    const entry = [...this.entries.values()].find((kept) => kept.flight?.seq === seq);
    if (!entry) return;
    const { flight, path } = entry;
    if (status === "saved") this.acknowledge(entry, flight);
    else if (status === CONFLICT) this.oppose(entry, theirs ?? null, sentence);
    else if (status === REFUSED) this.refuse(entry, flight, sentence);
    else this.keep({ ...entry, status: UNSAVED, sentence });
    this.changed(path);
  }

  acknowledge(entry, flight) {
    if (same(entry.value, flight.value)) {
      this.settle(entry.path, flight.value);
      return;
    }
    this.keep({ ...entry, base: flight.value, flight: null, sent: [], status: WAITING, since: this.now() });
    this.post(entry.path);
  }

  /** Something else is stored: a conflict, unless this page itself has sent it, or it is only a place on the map. */
  oppose(entry, theirs, sentence) {
    const own = entry.sent.some((value) => same(value, theirs)) && !same(theirs, entry.base);
    if (same(theirs, entry.value)) {
      this.settle(entry.path, theirs);
    } else if (own || entry.path.startsWith(PLACES)) {
      this.keep({ ...entry, base: theirs, flight: null, due: 0 });
      this.post(entry.path);
    } else {
      this.keep({ ...entry, status: CONFLICT, theirs, sentence, flight: null });
    }
  }

  refuse(entry, flight, sentence) {
    if (!same(entry.value, flight.value)) {
      this.keep({ ...entry, flight: null, status: WAITING });
      this.post(entry.path);
    } else if (entry.picked) { // a choice is no words to keep: it goes back, and the field says why
      this.drop(entry.path);
      this.turnedDown.set(entry.path, { path: entry.path, status: REFUSED, sentence });
    } else {
      this.keep({ ...entry, status: REFUSED, sentence, flight: null });
    }
  }

  settle(path, value) {
    this.entries.delete(path);
    this.drawer.remove(path);
    if (value === null) this.dropBelow(path);
    const over = this.shown.get(path) ?? null;
    if (same(over, value)) this.stored.delete(path);
    else this.stored.set(path, { value, over });
  }

  post(path, again = false) {
    const entry = this.entries.get(path);
    const settled = !entry || entry.status === REFUSED || entry.status === CONFLICT;
    if (settled || this.cut || this.now() < entry.due) return;
    if (entry.flight && !again && this.now() - entry.flight.at < RESEND_AFTER) return;
    const flight = entry.flight ?? { seq: (this.seq += 1), value: entry.value, first: this.now() };
    const sent = [...(entry.sent ?? []).filter((value) => !same(value, flight.value)), flight.value].slice(-SENT_KEPT);
    this.keep({ ...entry, flight: { ...flight, at: this.now() }, sent });
    const { base, step } = entry;
    this.send({ kind: "edit", seq: flight.seq, path, value: flight.value, base, step });
  }

  keep(entry) {
    this.entries.set(entry.path, entry);
    this.drawer.put(entry);
  }

  dropBelow(path) {
    for (const below of [...this.entries.keys()].filter((other) => other.startsWith(`${path}/`))) {
      this.entries.delete(below);
      this.drawer.remove(below);
    }
  }

  baseOf(path) {
    return this.stored.has(path) ? this.stored.get(path).value : this.shown.get(path) ?? null;
  }

  changed(path, typed = false) {
    this.listeners.forEach((listener) => listener(path, typed));
  }
}

// The heart: asks the kernel every few seconds whether it is there, and notices when it is not.

const PING_EVERY = 3000;
const PATIENCE = 6000;
const LATE = 1500;

/** Beats until `signal` aborts. `send(message)` pings; `lost()` and `found()` are called once per change. */
export class Heart {
  constructor({ send, lost, found, signal }) {
    Object.assign(this, { send, lost, found });
    this.count = Math.floor(Math.random() * 1e9);
    this.awaited = null;
    this.isLost = false;
    const beat = setInterval(() => this.ping(), PING_EVERY);
    const again = () => document.hidden || this.afresh();
    document.addEventListener("visibilitychange", again, { signal });
    addEventListener("online", again, { signal });
    addEventListener("pageshow", again, { signal });
    signal.addEventListener("abort", () => {
      clearInterval(beat);
      this.forget();
    });
    this.ping();
  }

  /** Ask now. Judge when the first unanswered question has waited long enough. */
  ping() {
    this.count += 1;
    this.awaited ??= this.await(this.count);
    this.send({ kind: "ping", n: this.count });
  }

  pong({ n }) {
    if (this.awaited && n >= this.awaited.n) this.forget();
    if (!this.isLost) return;
    this.isLost = false;
    this.found();
  }

  /** After a pause of the page (hidden, asleep, offline) only a fresh question counts. */
  afresh() {
    this.forget();
    this.ping();
  }

  await(n) {
    const due = Date.now() + PATIENCE;
    return { n, timer: setTimeout(() => this.judge(due), PATIENCE) };
  }

  judge(due) {
    const paused = document.hidden || Date.now() - due > LATE;
    if (paused) {
      this.afresh();
      return;
    }
    this.forget();
    if (this.isLost) return;
    this.isLost = true;
    this.lost();
  }

  forget() {
    clearTimeout(this.awaited?.timer);
    this.awaited = null;
  }
}

// Requests that concern the whole workbook: undo, snapshot, files, restore, erase. One of a kind at a time, each with an answer.
import { saveFile } from "./save_file.js";

const ANSWER_WITHIN = 8000;
const FILE_WITHIN = 60_000;
const FLUSH_WITHIN = 1500;

export class Requests {
  constructor(page, send) {
    Object.assign(this, { page, send, waiting: new Map(), asked: 0, filing: Promise.resolve() });
  }

  /** Each returns a promise of `{ok, sentence}`; null when the kernel does not answer. */
  async undo(path = "") {
    await this.page.flush(FLUSH_WITHIN);
    const done = await this.ask("undo", { path });
    if (done?.ok) this.page.trustShown();
    return done;
  }

  /** Keep the coalition as it is today, what is being typed included; `step` names where it was asked for. */
  async snapshot(step) {
    await this.page.flush(FLUSH_WITHIN);
    return this.ask("snapshot", { step });
  }

  /** Compare with the snapshot `id`, on this page alone. */
  compare(id) {
    return this.ask("compare", { id });
  }

  /**
   * Have the file `what` made and hand it over, what is being typed included: `{ok, sentence, name}`, or null.
   * `wishes` may have `paper`, `reasons`, `zone`, `names` (a real name by id) and `message` (an id). Files that are
   * asked for meanwhile wait for their turn.
   */
  file(what, wishes = {}) {
    const turn = this.filing.then(async () => {
      await this.page.flush(FLUSH_WITHIN);
      return this.ask("export", { what, ...wishes }, FILE_WITHIN);
    });
    this.filing = turn.catch(() => null);
    return turn;
  }

  async restore(text) {
    await this.page.flush(FLUSH_WITHIN);
    const before = [...this.page.entries.values()];
    const done = await this.ask("restore", { text });
    if (done?.ok) this.page.abandon(before);
    return done;
  }

  async erase() {
    const done = await this.ask("erase");
    if (!done?.ok) return done;
    this.page.clear();
    this.page.erased();
    return done;
  }

  ask(kind, more = {}, within = ANSWER_WITHIN) {
    this.waiting.get(kind)?.answer(null);
    this.asked += 1;
    const n = this.asked;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.waiting.get(kind)?.answer(null), within);
      const answer = (message) => {
        clearTimeout(timer);
        this.waiting.delete(kind);
        resolve(message);
      };
      this.waiting.set(kind, { n, answer });
      this.send({ kind, n, ...more });
    });
  }

  /** Take a message of the kernel that answers a request; an answer that comes too late is passed over. */
  receive(message, buffers = []) {
    const isFile = message.kind === "file";
    const request = this.waiting.get(isFile ? "export" : message.what);
    if (!request || (message.n ?? request.n) !== request.n) return;
    if (isFile) saveFile(message.name, message.mime, buffers[0]);
    request.answer(isFile ? { ok: true, sentence: "", name: message.name } : message);
  }
}

// Requests that concern the whole workbook: undo, snapshot, download, restore, erase. One at a time, each with an answer.

const ANSWER_WITHIN = 8000;
const FLUSH_WITHIN = 1500;

export class Requests {
  constructor(page, send) {
    Object.assign(this, { page, send, waiting: null });
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

  async download() {
    await this.page.flush(FLUSH_WITHIN);
    return this.ask("download");
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

  ask(kind, more = {}) {
    this.waiting?.answer(null);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.waiting?.answer(null), ANSWER_WITHIN);
      const answer = (message) => {
        clearTimeout(timer);
        this.waiting = null;
        resolve(message);
      };
      this.waiting = { kind, answer };
      this.send({ kind, ...more });
    });
  }

  /** Take a message of the kernel that answers a request. */
  receive(message) {
    const kind = message.kind === "file" ? "download" : message.what;
    if (this.waiting?.kind !== kind) return;
    if (message.kind === "file") saveFile(message.name, message.text);
    this.waiting.answer(message.kind === "file" ? { ok: true, sentence: "", name: message.name } : message);
  }
}

function saveFile(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

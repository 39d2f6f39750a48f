// A stand-in for the kernel: it stores in localStorage, and misbehaves when told to.
class Model {
  constructor(state) { this.state = state; this.calls = new Map(); this.sent = []; }
  get(name) { return name === "parts" ? Object.keys(this.state) : this.state[name.replace("state.", "")]; }
  on(name, call) { this.calls.set(name, [...(this.calls.get(name) ?? []), call]); }
  off(name, call) { this.calls.set(name, (this.calls.get(name) ?? []).filter((each) => each !== call)); }
  fire(name, ...values) { (this.calls.get(name) ?? []).forEach((call) => call(...values)); }
  set(state) {
    const isSame = (name) => JSON.stringify(state[name]) === JSON.stringify(this.state[name]);
    const names = Object.keys(state);
    this.state = Object.fromEntries(names.map((name) => [name, isSame(name) ? this.state[name] : structuredClone(state[name])]));
    this.fire("change");
  }
  send(message) { this.sent.push(structuredClone(message)); setTimeout(() => answer(message), kernel.delay); }
}
const cupboard = window.testStorage ?? localStorage;
const shelf = () => JSON.parse(cupboard.getItem("test-store") ?? "{}");
const kernel = { alive: true, delay: 5, refuse: window.testRefuse ?? {}, unsaved: false, push: true, files: "made", snapshots: true };
const FILE_BYTES = [0, 255, 128, 10, 13, 37, 80, 68, 70];
const said = (value) => (value === undefined || value === "" || value === false ? null : value);
function answer(message) {
  if (!kernel.alive) return;
  const { kind, path, value } = message;
  const reply = (more) => statusModel.fire("msg:custom", more);
  if (kind === "ping") reply({ kind: "pong", n: message.n, revision: 1 });
  if (kind === "export") handOver(message);
  if (kind === "snapshot" && kernel.snapshots) reply(keptOr(kernel.snapshots));
  if (kind === "erase") { cupboard.setItem("test-store", "{}"); show(); reply({ kind: "done", what: kind, ok: true, sentence: "" }); }
  if (kind === "undo" || kind === "restore") reply({ kind: "done", what: kind, ok: true, sentence: "" });
  if (kind !== "edit") return;
  const store = shelf();
  const present = said(store[path] ?? INITIAL[path]);
  const receipt = { kind: "receipt", seq: message.seq, revision: 1, sentence: "", theirs: null };
  if (kernel.unsaved) return reply({ ...receipt, status: "unsaved" });
  if (kernel.refuse[path] && !kernel.refuse[path].allow.includes(value)) return reply({ ...receipt, status: "refused", sentence: kernel.refuse[path].sentence });
  const differs = JSON.stringify(present) !== JSON.stringify(said(message.base));
  if (differs && JSON.stringify(present) !== JSON.stringify(said(value))) return reply({ ...receipt, status: "conflict", theirs: present });
  store[path] = value;
  cupboard.setItem("test-store", JSON.stringify(store));
  show();
  reply({ ...receipt, status: "saved" });
}
function keptOr(sentence) {
  const ok = sentence === true;
  return { kind: "done", what: "snapshot", ok, sentence: ok ? "Kept." : sentence };
}
function handOver({ n, what }) {
  const reply = (more, bytes) => statusModel.fire("msg:custom", { n, ...more }, bytes);
  if (kernel.files === "silent") return;
  if (kernel.files !== "made") return reply({ kind: "done", what: "export", ok: false, sentence: kernel.files });
  const around = new Uint8Array([7, 7, ...FILE_BYTES, 7]);
  reply({ kind: "file", name: `mine.${what}`, mime: "application/octet-stream" }, [new DataView(around.buffer, 2, FILE_BYTES.length)]);
}
function filled(fields, store) {
  return fields.map((field) => {
    if (field.items && field.kind === "list") return { ...field, items: items(field, store) };
    if (field.items) return { ...field, items: field.items.map((item) => ({ ...item, field: filled([item.field], store)[0] })) };
    return field.path in store ? { ...field, value: store[field.path] } : field;
  });
}
function items(field, store) {
  const own = field.items.filter((item) => store[`${field.path}/${item.id}`] !== null);
  const added = Object.keys(store).filter((path) => path.split("/").length === 2 && path.startsWith(`${field.path}/`) && store[path] && !own.some((item) => path === `${field.path}/${item.id}`));
  const fresh = added.map((path) => ({ id: path.split("/")[1], title: "A new ally", subtitle: "", initials: "", empty: true, removable: true,
    fields: [{ kind: "text", path: `${path}/name`, label: "Code name", hint: "", value: "" }] }));
  return [...own, ...fresh].map((item) => ({ ...item, fields: filled(item.fields, store) }));
}
function initialOf(fields) {
  const found = {};
  for (const field of fields) {
    if (field.path && !field.items) found[field.path] = field.value;
    for (const item of field.items ?? []) Object.assign(found, initialOf(item.fields ?? [item.field]));
  }
  return found;
}
function show(more = {}) {
  if (kernel.push) form.set({ ...form.state, fields: filled(FACTS.form.fields, shelf()), ...more });
}

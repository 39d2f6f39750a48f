// The state of a widget: it travels in parts, what repeats in it is said once, and the page knows the words for all.

/** Return `model` with its `state` joined, renewed with each "change:state"; `words()` are those of the page. */
export function stated(model, words = () => ({})) {
  const parts = new Map();
  let state = null;
  const event = (name) => (name === "change:state" ? "change" : name);
  model.on("change", () => { state = null; });

  /** A part that did not change stays the same object. */
  function part(name, given, alike) {
    const known = parts.get(name);
    if (known?.given === given && known.alike === alike) return known.value;
    const value = whole(given, alike);
    parts.set(name, { given, alike, value });
    return value;
  }

  function joined() {
    const alike = model.get("alike") ?? [];
    const found = (model.get("parts") ?? []).map((name) => [name, part(name, model.get(`state.${name}`), alike)]);
    const own = Object.fromEntries(found);
    const said = part("words of the page", words(), NOTHING);
    return { ...own, words: own.words ? { ...said, ...own.words } : said };
  }

  return {
    get: (name) => (name === "state" ? (state ??= joined()) : model.get(name)),
    on: (name, call) => model.on(event(name), call),
    off: (name, call) => model.off(event(name), call),
    send: (message) => model.send(message),
  };
}

const NOTHING = [];

/** Put into `node` what it has in common with others, and make objects of rows. */
function whole(node, alike) {
  if (Array.isArray(node)) return node.map((each) => whole(each, alike));
  if (node === null || typeof node !== "object") return node;
  if (node["rows of"]) return node.rows.map(([kind, ...values]) => whole(Object.fromEntries(node["rows of"][kind].map((name, index) => [name, values[index]])), alike));
  const rest = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, whole(value, alike)]));
  if (rest.alike === undefined) return rest;
  const { alike: place, ...own } = rest;
  return { ...alike[place], ...own };
}

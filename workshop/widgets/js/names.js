// Real names for the files of one page: they live in its memory, are never stored, and go when it closes.

/**
 * Return the real names of `page`, shared by its widgets: `{all(), of(id), put(id, name), subscribe(call)}`.
 * `subscribe` returns the way to stop.
 */
export function realNames(page) {
  page.realNames ??= namesInMemory();
  return page.realNames;
}

function namesInMemory() {
  const names = new Map();
  const listeners = new Set();
  const put = (id, name) => {
    if (name.trim()) names.set(id, name);
    else names.delete(id);
    listeners.forEach((call) => call());
  };
  // A browser may keep a closed page, to come back to it.
  addEventListener("pagehide", () => [...names.keys()].forEach((id) => put(id, "")));
  return {
    all: () => Object.assign(Object.create(null), Object.fromEntries([...names].map(([id, name]) => [id, name.trim()]))),
    of: (id) => names.get(id) ?? "",
    put,
    subscribe(call) {
      listeners.add(call);
      return () => listeners.delete(call);
    },
  };
}

/**
 * Return `text` with real names in the place of code names, where these stand as whole words.
 * `people` lists `{id, name}`, `names` has a real name by id. A code name that could mean two people stays,
 * and so does an `everyday` one, which mostly means itself.
 */
export function renamedText(text, people, names) {
  const real = realByCode(people, names);
  if (!real.size) return text;
  const longestFirst = [...real.keys()].sort((one, other) => other.length - one.length);
  const codes = longestFirst.map((code) => code.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${codes.join("|")})(?![\\p{L}\\p{N}_])`, "gu");
  return text.replace(whole, (code) => real.get(code));
}

function realByCode(people, names) {
  const meant = new Map();
  for (const { id, name, everyday } of people) {
    if (everyday) continue;
    const code = name.trim();
    meant.set(code, [...(meant.get(code) ?? []), (names[id] ?? "").trim()]);
  }
  const clear = [...meant].filter(([code, reals]) => code && reals[0] && reals.every((real) => real === reals[0]));
  return new Map(clear.map(([code, reals]) => [code, reals[0]]));
}

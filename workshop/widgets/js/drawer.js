// The drawer: unsent edits on this device, in localStorage, or in memory where there is none.

const PREFIX = "coalition:";

/** Return a drawer for the workbook; `storage` is localStorage or null. `durable` tells whether all of it outlives the page. */
export function drawerOf(storage, workbook, tab) {
  const prefix = `${PREFIX}${encodeURIComponent(workbook)}:`;
  const keyOf = (path) => `${prefix}${tab}:${path}`;
  const missing = new Set();
  return {
    get durable() {
      return storage !== null && !missing.size;
    },
    put(entry) {
      if (written(storage, keyOf(entry.path), JSON.stringify(entry))) missing.delete(entry.path);
      else missing.add(entry.path);
    },
    remove(path) {
      missing.delete(path);
      guarded(() => storage?.removeItem(keyOf(path)));
    },
    /** Take the newest entry of each path out of the drawer, of those that `wanted(owner's tab id, path)`. */
    taken(wanted) {
      const listed = keysOf(storage, prefix).map((key) => ({ key, entry: entryIn(storage, key) }));
      const found = listed.filter(({ key, entry }) => entry && wanted(ownerIn(key), entry.path));
      const newest = new Map(found.sort(byAge).map((one) => [one.entry.path, one]));
      const taken = [...newest.values()];
      taken.forEach(({ key }) => guarded(() => storage.removeItem(key)));
      return taken.sort(byAge).map(({ entry }) => entry);
    },
    /** Forget every tab's entries of this workbook. */
    clear() {
      missing.clear();
      keysOf(storage, prefix).forEach((key) => guarded(() => storage.removeItem(key)));
    },
  };

  function ownerIn(key) {
    return key.slice(prefix.length).split(":", 1)[0];
  }
}

function byAge(first, second) {
  return first.entry.at - second.entry.at;
}

/** Return localStorage, or null when the browser blocks it. */
export function deviceStorage() {
  return guarded(() => {
    globalThis.localStorage.getItem(PREFIX);
    return globalThis.localStorage;
  }) ?? null;
}

/**
 * Return an id of this tab that survives a reload. It lies in sessionStorage only while no page is open, so that a
 * duplicated tab, or a second notebook in one window, gets an id of its own.
 */
export function tabId(signal) {
  const key = `${PREFIX}tab`;
  const id = guarded(() => sessionStorage.getItem(key)) || Math.random().toString(36).slice(2, 10);
  const take = () => guarded(() => sessionStorage.removeItem(key));
  take();
  addEventListener("pagehide", () => guarded(() => sessionStorage.setItem(key, id)), { signal });
  addEventListener("pageshow", take, { signal });
  return id;
}

function keysOf(storage, prefix) {
  return guarded(() => Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix))) ?? [];
}

function entryIn(storage, key) {
  return guarded(() => {
    const entry = JSON.parse(storage.getItem(key));
    return typeof entry.path === "string" ? entry : null;
  });
}

function written(storage, key, text) {
  return guarded(() => {
    storage.setItem(key, text);
    return true;
  }) ?? false;
}

function guarded(call) {
  try {
    return call();
  } catch {
    return null;
  }
}

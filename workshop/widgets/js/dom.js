// Elements: made, filled with text, and kept in step with a list. What people typed only ever becomes text.

let made = 0;

export function uniqueId() {
  made += 1;
  return `cw-${Math.random().toString(36).slice(2, 8)}-${made}`;
}

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  setAttributes(node, attributes);
  node.append(...children.filter((child) => child != null));
  return node;
}

export function setAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null || value === false) node.removeAttribute(name);
    else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value === true ? "" : value);
  }
}

export function setText(node, text) {
  const words = text ?? "";
  if (node.textContent !== words) node.textContent = words;
}

/** Show `text` in `node`, and hide the node when there is none. */
export function setTextOrHide(node, text) {
  setText(node, text);
  node.hidden = !text;
}

export function button(label, act, attributes = {}) {
  const node = element("button", { type: "button", class: "cw-button", ...attributes }, label);
  node.addEventListener("click", act);
  return node;
}

/**
 * Make the children of `parent` follow `items`: a node stays while its key stays, with its focus and caret.
 * `make(item)` returns `{root, update(item)}`.
 */
export function reconcile(parent, items, keyOf, make) {
  const kept = (parent.cwParts ??= new Map());
  const focus = focusInside(parent);
  const seen = new Set();
  const parts = items.map((item) => {
    const key = freshKey(keyOf(item), seen);
    if (!kept.has(key)) kept.set(key, make(item));
    return kept.get(key);
  });
  for (const [key, part] of kept) {
    if (seen.has(key)) continue;
    part.root.remove();
    kept.delete(key);
  }
  let place = parent.firstElementChild;
  for (const part of parts) {
    if (part.root === place) place = place.nextElementSibling;
    else parent.insertBefore(part.root, place);
  }
  parts.forEach((part, index) => part.update(items[index]));
  focus?.();
  return parts;
}

function freshKey(wanted, seen) {
  let key = wanted;
  for (let n = 2; seen.has(key); n += 1) key = `${wanted}#${n}`;
  seen.add(key);
  return key;
}

function focusInside(parent) {
  const node = document.activeElement;
  if (!node || node === parent || !parent.contains(node)) return null;
  return () => {
    if (node.isConnected && document.activeElement === document.body) node.focus({ preventScroll: true });
  };
}

/** Return a function that does `call` once it has not been asked for during `quiet` milliseconds. */
export function debounced(call, quiet) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...values), quiet);
  };
}

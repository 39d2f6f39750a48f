// The keys of a presentation, unless what has the focus wants them itself.
const coalitionKeys = (() => {
  const DOES = {
    ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "back", PageUp: "back", Home: "first", End: "last",
    n: "notes", e: "empty", p: "toggle", h: "help", "?": "help", b: "dark", ".": "dark",
  };
  const TYPED = "textarea, select, [contenteditable], [role=slider], [role=listbox], [role=menu], [role=menu] *, [role=dialog] *";
  const SILENT = ["button", "checkbox", "radio", "submit", "reset", "file"];
  const PRESSED = "button, a[href], summary, label, input, [role=button], [role=tab], [role=switch]";
  const MOVED = "svg [role=button], [role=tab], [role=radio], input[type=radio], [role=group] > button, video, audio";
  const ARROWS = ["ArrowRight", "ArrowLeft", "Home", "End"];

  // Whether the element that has the focus has a use of its own for `key`.
  const isTaken = (place, key) => {
    if (!(place instanceof Element)) return false;
    if (place.closest(TYPED)) return true;
    if (place.matches("input") && !SILENT.includes(place.type)) return true;
    if (key === " ") return Boolean(place.closest(PRESSED));
    return ARROWS.includes(key) && Boolean(place.closest(MOVED));
  };

  // What a key does, such as "next" or a case's digit; nothing when it is not ours.
  const meaning = (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return "";
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (isTaken(event.target, key)) return "";
    return /^\d$/.test(key) ? key : (DOES[key] ?? "");
  };

  return { meaning };
})();

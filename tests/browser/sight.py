"""What a page says and how it fits, read off it in Chromium."""

STRINGS = """() => {
  const named = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "label",
    "placeholder", "summary", "title"];
  const unread = "script, style, template";
  const texts = (root) => [...root.querySelectorAll("*")].flatMap((node) => [
    ...(node.closest(unread) ? [] : [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE)
      .map((child) => child.data)),
    ...named.map((name) => node.getAttribute(name) ?? ""),
  ]);
  const hidden = [...document.querySelectorAll("noscript")].map((node) => node.textContent);
  const parsed = hidden.map((text) => new DOMParser().parseFromString(text, "text/html"));
  document.querySelectorAll("noscript").forEach((node) => node.remove());
  const found = [document.title, document.querySelector("meta[name=description]")?.content ?? "",
    ...texts(document), ...parsed.flatMap(texts)];
  return found.map((text) => text.trim()).filter(Boolean);
}"""
"""All that a person could read or hear on a page, seen now or not."""
_AWRY = """() => {
  const held = (node) => {
    for (let outer = node.parentElement; outer; outer = outer.parentElement)
      if (getComputedStyle(outer).overflowX !== "visible") return true;
  };
  const faults = {
    outside: (node, box) => (box.left < -1 || box.right > innerWidth + 1) && !held(node),
    cut: (node, box, style) => style.overflowX !== "auto" && style.display !== "inline" && speaks(node)
      && node instanceof HTMLElement && box.width > 2 && node.scrollWidth > node.clientWidth + 1,
    undrawn: (node, box) => {
      const drawing = node instanceof SVGTextElement && node.ownerSVGElement.getBoundingClientRect();
      return drawing && (box.left < drawing.left - 1 || box.right > drawing.right + 1);
    },
  };
  const speaks = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  return [...document.body.querySelectorAll("*:not(.cw-skip)")].flatMap((node) => {
    const box = node.getBoundingClientRect();
    if (!box.width || !box.height || !node.checkVisibility({ visibilityProperty: true })) return [];
    const style = getComputedStyle(node);
    return Object.keys(faults).filter((name) => faults[name](node, box, style))
      .map((name) => `${name}: ${node.localName} ${node.getAttribute("class")}: ${node.textContent}`);
  });
}"""
"""What sticks out of the screen, is cut off, or drawn beyond its picture; but the link for keyboards may."""


def awry(page):
    """Return that, once drawings have followed the size of the window: two seconds at most."""
    for _ in range(20):
        found = page.evaluate(_AWRY)
        if not found:
            break
        page.wait_for_timeout(100)
    return found

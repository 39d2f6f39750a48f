"""Two hands on a keyboard: everything a person without a mouse does, and nothing else."""

_FOCUSED = """() => {
  const at = document.activeElement;
  const text = (node) => node ? node.innerText.trim().replace(/\\s+/g, " ") : "";
  const ids = (at.getAttribute("aria-labelledby") || "").split(" ");
  const referred = ids.map((id) => text(document.getElementById(id))).join(" ").trim();
  const name = at.getAttribute("aria-label") || referred || (at.labels && text(at.labels[0])) || text(at);
  const card = at.closest("details.cw-card");
  return {
    name,
    group: text(at.closest("fieldset") && at.closest("fieldset").querySelector("legend")),
    card: text(card && card.querySelector("summary .cw-who")),
    summary: at.tagName === "SUMMARY",
    open: Boolean(at.tagName === "SUMMARY" && at.parentElement.open),
    tag: at.tagName,
  };
}"""


class Hands:
    """Types on one tab."""

    def __init__(self, tab):
        self.tab = tab

    def focused(self):
        """What has the focus: its name, the legend of its group, the person's card it is in."""
        return self.tab.evaluate(_FOCUSED)

    def go_to(self, name, *, group="", card="", most=250):
        """Press Tab until the focus is on what is called so."""
        for _ in range(most):
            here = self.focused()
            if here["name"].startswith(name) and group in here["group"] and card in here["card"]:
                return here
            self.tab.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {name!r} in {group!r} of {card!r}")

    def type_into(self, name, text, **where):
        """Go to a text field and type."""
        self.go_to(name, **where)
        self.tab.keyboard.type(text)

    def press(self, name, **where):
        """Go to a button or link and press it."""
        self.go_to(name, **where)
        self.tab.keyboard.press("Enter")

    def choose(self, option, *, group, card="", steps=12):
        """Go to a group of radio buttons and move to an option with the arrow keys."""
        for _ in range(250):
            here = self.focused()
            if here["tag"] == "INPUT" and group in here["group"] and card in here["card"]:
                break
            self.tab.keyboard.press("Tab")
        else:
            raise AssertionError(f"Tab never reached {group!r} of {card!r}")
        if self.focused()["name"].startswith(option):
            self.tab.keyboard.press("Space")
            return
        for _ in range(steps):
            self.tab.keyboard.press("ArrowRight")
            if self.focused()["name"].startswith(option):
                return
        raise AssertionError(f"no {option!r} in {group!r}")

    def open_card(self, name):
        """Open the card of a person, if it is not open."""
        here = self.go_to(name)
        if here["summary"] and not here["open"]:
            self.tab.keyboard.press("Enter")

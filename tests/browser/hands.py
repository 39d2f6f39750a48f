"""Two hands on a keyboard: everything a person without a mouse does, and nothing else."""

_FOCUSED = """() => {
  const at = document.activeElement;
  const text = (node) => node ? node.innerText.trim().replace(/\\s+/g, " ") : "";
  const ids = (at.getAttribute("aria-labelledby") || "").split(" ");
  const referred = ids.map((id) => text(document.getElementById(id))).join(" ").trim();
  const name = at.getAttribute("aria-label") || referred || (at.labels && text(at.labels[0])) || text(at);
  const card = at.closest("details.cw-person");
  return {
    name,
    group: text(at.closest("fieldset") && at.closest("fieldset").querySelector("legend")),
    card: text(card && card.querySelector("summary .cw-who")),
    form: (at.closest("[role=group][aria-label].cw") || at).getAttribute("aria-label") || "",
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

    def find(self, fits, wanted):
        """Press Tab until what has the focus fits."""
        for _ in range(300):
            here = self.focused()
            if fits(here):
                return here
            self.tab.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {wanted}")

    def go_to(self, name, **where):
        """Go to what is called so, in the group, card or form named."""
        return self.find(lambda here: here["name"].startswith(name) and _in(here, where), (name, where))

    def type_into(self, name, text, **where):
        """Go to a text field and type."""
        self.go_to(name, **where)
        self.tab.keyboard.type(text)

    def press(self, name, **where):
        """Go to a button or link and press it."""
        self.go_to(name, **where)
        self.tab.keyboard.press("Enter")

    def add(self, name):
        """Press a button that adds a card, and look until the card is there."""
        self.press(name)
        self.tab.wait_for_function("document.activeElement.matches('details.cw-person input')")

    def choose(self, option, **where):
        """Go to a group of radio buttons and move to an option with the arrow keys."""
        here = self.find(lambda here: here["tag"] == "INPUT" and _in(here, where), where)
        if here["name"].startswith(option):
            self.tab.keyboard.press("Space")
            return
        for _ in range(12):
            self.tab.keyboard.press("ArrowRight")
            if self.focused()["name"].startswith(option):
                return
        raise AssertionError(f"no {option!r} in {where}")

    def open_card(self, name, **where):
        """Open the card of a person, if it is not open."""
        here = self.find(
            lambda here: here["summary"] and name in here["name"] and _in(here, where), (name, where)
        )
        if not here["open"]:
            self.tab.keyboard.press("Enter")


def _in(here, where):
    return all(words in here[place] for place, words in where.items())

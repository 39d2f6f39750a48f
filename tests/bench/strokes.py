"""Edits in real Chromium: from a key until something else on the page has changed."""

import navigation

KIT = {
    "scale": '[data-path$="/authority"] input:checked',
    "text": '[data-path$="/name"] input',
    "shown": '() => document.querySelector(".cw-chart-text")',
}
FIVE = {
    "scale": "[role=slider][tabindex], [role=slider] [tabindex], input[type=range]",
    "text": "input[type=text]",
    "shown": 'bench.saying("Together")',
    "named": '() => document.querySelector("table.dataframe")',
}
PAUSE = 600
"""Milliseconds between two edits: each shall find the page at rest."""


def choices(browser, served, number):
    """Milliseconds from the key that moves a scale by one to the change it causes elsewhere, for so many."""
    names = _names(served)
    with navigation.person(browser, served) as context:
        tab, _ = navigation.visit(context, served)
        tab.evaluate(_FOCUS, names["scale"])
        taken = [_stroke(tab, names["shown"], key) for key in _alternating("ArrowLeft", "ArrowRight", number)]
        navigation.closed(tab)
    return taken


def prove(tab, served):
    """Move one scale by a key; fail unless something else on the page changes."""
    names = _names(served)
    tab.evaluate(_FOCUS, names["scale"])
    _stroke(tab, names["shown"], "ArrowLeft")


def letters(browser, served, number):
    """Milliseconds from a letter typed into a name to the name elsewhere, for so many."""
    names = _names(served)
    with navigation.person(browser, served) as context:
        tab, _ = navigation.visit(context, served)
        tab.evaluate(_FOCUS, names["text"])
        shown = names.get("named", names["shown"])
        taken = [_stroke(tab, shown, key) for key in _alternating("a", "Backspace", number)]
        navigation.closed(tab)
    return taken


_FOCUS = """(selector) => {
  document.querySelectorAll("details").forEach((each) => { each.open = true; });
  const field = bench.deep(selector)[0];
  field.focus();
  field.setSelectionRange && field.type === "text" && field.setSelectionRange(99, 99);
}"""


def _stroke(tab, shown, key):
    tab.evaluate(f"bench.arm({shown})")
    tab.keyboard.press(key)
    taken = tab.evaluate("Promise.race([bench.edit, new Promise((never) => setTimeout(never, 10000))])")
    assert taken is not None, f"nothing changed within ten seconds of {key}"
    tab.wait_for_timeout(PAUSE)
    return taken


def _alternating(first, second, number):
    return [second if turn % 2 else first for turn in range(number)]


def _names(served):
    return KIT if served.name in {"kit", "same page"} else FIVE

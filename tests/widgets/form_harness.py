"""A page with a form and a save status on it, and a stand-in for the kernel written in JavaScript.

Nothing is served: the browser's requests are answered here.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from workshop.widgets import bundle

HERE = Path(__file__).parent
ADDRESS = "http://127.0.0.1:9/page"
WORDS = tomllib.loads((HERE.parents[1] / "workshop/content/app.toml").read_text(encoding="utf-8"))["words"]
SAMPLE = tomllib.loads((HERE / "sample.toml").read_text(encoding="utf-8"))
EXERCISE = "01_alliances"
JOURNEY = [{"name": EXERCISE, "status": "done"}, {"name": "02_purpose", "status": "todo"}]


class Harness:
    """One tab with the two widgets; `page` is Playwright's, `kernel(...)` sets how the stand-in behaves."""

    def __init__(self, page, *, fields=(), verdicts=(), slot=True, words=WORDS, **status):
        self.page, self.slot = page, slot
        shared = {"page": "p1", "words": words, "unloaded": "This part could not be opened."}
        form = {"step": f"{EXERCISE}.list", "title": "Your allies today", "fields": list(fields)}
        own = {
            "workbook": "book",
            "exercise": EXERCISE,
            "title": "Alliances",
            "revision": 1,
            "can_undo": True,
        }
        self.facts = {
            "form": {**shared, **form, "verdicts": list(verdicts)},
            "status": {**shared, **own, "case": "", "journey": JOURNEY, **status},
        }
        page.route("http://127.0.0.1:9/**", self.answer)
        page.goto(ADDRESS)
        self._settle()

    def _settle(self):
        self.page.wait_for_function("window.ready")
        self.page.wait_for_timeout(30)

    def answer(self, route):
        """Answer a request of the browser."""
        route.fulfill(content_type="text/html", body=self.html())

    def script(self, name):
        """The module of a widget."""
        return bundle.script(name)

    def html(self):
        """The page, whole."""
        parts = {
            "STYLES": bundle.styles("form", "verdicts", "status", "alert"),
            "SLOT": '<div id="cw-status"></div>' if self.slot else "",
            "KERNEL_HERE": (HERE / "kernel.js").read_text(encoding="utf-8"),
            "FACTS_HERE": _literal(self.facts),
            "STATUS_HERE": _literal(self.script("status")),
            "FORM_HERE": _literal(self.script("form")),
        }
        html = (HERE / "harness.html").read_text(encoding="utf-8")
        for name, part in parts.items():
            html = html.replace(name, part, 1)
        return html

    def kernel(self, **settings):
        """Change how the stand-in behaves: alive, delay, refuse, unsaved, push."""
        self.page.evaluate("settings => Object.assign(kernel, settings)", settings)

    def stored(self):
        """What the stand-in has stored, by path."""
        return self.page.evaluate("shelf()")

    def stored_soon(self, path, value):
        """Wait until `value` is stored at `path`."""
        self.page.wait_for_function(
            "([path, value]) => JSON.stringify(shelf()[path] ?? null) === JSON.stringify(value)",
            arg=[path, value],
        )

    def edits(self):
        """The edits the page has sent, in order."""
        return self.page.evaluate("statusModel.sent.filter(message => message.kind === 'edit')")

    def kept(self):
        """The entries that lie on the device."""
        return self.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('coalition:'))")

    def reload(self):
        """Reload the page and wait for its widgets."""
        self.page.reload()
        self._settle()


def _literal(value):
    return json.dumps(value).replace("<", "\\u003c")


def text(path="start/goal_words", label="In your words", value="", **more):
    """A text field."""
    return {"kind": "text", "path": path, "label": label, "hint": "", "value": value, **more}


def card(id_, name, **more):
    """An item of a list of people."""
    own = [text(f"people/{id_}/name", "Code name", name)]
    return {
        "id": id_,
        "title": name,
        "subtitle": "",
        "initials": name[:2],
        "removable": True,
        "fields": own,
        **more,
    }


def listed(*items, **more):
    """A list of people."""
    add = [{"label": "Add an ally", "value": {"ally": True}}]
    whole = {
        "kind": "list",
        "path": "people",
        "label": "Your allies",
        "items": list(items),
        "add": add,
        "most": 25,
    }
    return {**whole, "empty_text": "Nobody here yet.", **more}


def sample_field(kind):
    """The first field of this kind in `sample.toml`, on its own."""
    inner = [
        field
        for whole in SAMPLE["fields"]
        if whole["kind"] == "list"
        for field in whole["items"][0]["fields"]
    ]
    return next(field for field in SAMPLE["fields"] + inner if field["kind"] == kind)


def every_kind():
    """One field of every kind."""
    return SAMPLE["fields"]


def every_tone():
    """One verdict of every tone."""
    return [verdict(**words) for words in SAMPLE["verdicts"]]


def verdict(tone, headline, detail="", key=""):
    """One verdict."""
    return {
        "key": key or f"diversity.{tone}",
        "tone": tone,
        "headline": headline,
        "detail": detail,
        "answers": [["Harbour, function", "Operations"], ["Lantern, function", "Product"]],
        "formula": "How many different functions there are, of the most that five people allow.",
        "source": "Blau 1977, index of heterogeneity",
        "convention": tone == "watch",
        "change": "Somebody from a function that is not there yet.",
    }

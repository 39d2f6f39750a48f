"""The small form that every peer shows: five people, thirty inputs, a chart, a table, a sentence, a file."""

import json
import os
import tempfile
from pathlib import Path

import pandas as pd

TITLE = "Which five would you still want beside you in five years?"
FUNCTIONS = [
    "Product",
    "Technology",
    "Operations",
    "Finance",
    "People and HR",
    "Marketing",
    "Sales",
    "Strategy",
]
LEVELS = ["More senior", "Same level", "More junior"]
VIEWS = ["The customer", "The numbers", "The people", "The technology", "The front line"]
CHOICES = {"function": FUNCTIONS, "level": LEVELS, "view": VIEWS}
SCALES = ("authority", "influence")
LABELS = {
    "name": "Code name, initials, or the role you need",
    "function": "Function",
    "level": "Level, seen from yours",
    "view": "What do they see first?",
    "authority": "Formal authority",
    "influence": "Informal influence",
}
_NAMES = ("Harbour", "Lantern", "Juniper", "Kite", "Rook")
_SCORES = ((4, 5), (4, 4), (3, 4), (5, 2), (1, 5))


def beginning():
    """The five as they are when nobody has changed anything."""
    return [
        {
            "name": name,
            "function": FUNCTIONS[number],
            "level": LEVELS[number % 3],
            "view": VIEWS[number],
            "authority": authority,
            "influence": influence,
        }
        for number, (name, (authority, influence)) in enumerate(zip(_NAMES, _SCORES, strict=True))
    ]


def figure(people):
    """Authority against influence, as plotly's JSON."""
    axis = {"range": [0, 6], "dtick": 1}
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [person["authority"] for person in people],
                "y": [person["influence"] for person in people],
                "text": [person["name"] for person in people],
                "textposition": "top center",
            }
        ],
        "layout": {
            "height": 380,
            "xaxis": {**axis, "title": {"text": LABELS["authority"]}},
            "yaxis": {**axis, "title": {"text": LABELS["influence"]}},
        },
    }


def table(people):
    """The five as a pandas table."""
    return pd.DataFrame(people).rename(columns=LABELS)


def sentence(people):
    """What the answers say."""
    functions = len({person["function"] for person in people})
    authority, influence = (sum(person[scale] for person in people) for scale in SCALES)
    return (
        f"Together: authority {authority}, influence {influence}, {functions} functions among {len(people)}."
    )


def save(people):
    """Keep the answers durably, as the kit does."""
    folder = Path(os.environ.get("FIVE_DATA") or tempfile.gettempdir())
    path = folder / f"five-{os.getpid()}.json"
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(people, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)

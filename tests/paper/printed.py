"""The workbook as tests read it: the prose of the notebooks, its pages, its words and its addresses."""

import io
import json
import re
from functools import cache
from pathlib import Path

import pypdf

from workshop.content import exercise, exercise_names
from workshop.paper.workbook import book, workbook

EXERCISES = Path(__file__).parents[2] / "exercises"
SHOWN = re.compile(r'exercise\.show\("([a-z_]+)"\)')


def cells(name, kind):
    notebook = json.loads((EXERCISES / f"{name}.ipynb").read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


@cache
def prose():
    return {name: tuple(_prose(name)) for name in exercise_names()}


def _prose(name):
    for cell in cells(name, "markdown"):
        if "lab-only" not in cell["metadata"].get("tags", ()):
            yield cell["id"], "".join(cell["source"])


def shown(name):
    """The steps of an exercise in the order of its page."""
    return [step for cell in cells(name, "code") for step in SHOWN.findall("".join(cell["source"]))]


@cache
def printed(paper="a4", *, large=False, only=""):
    return workbook(prose(), paper=paper, large=large, only=only)


def read(made):
    return pypdf.PdfReader(io.BytesIO(made))


def flat(text):
    """Text without spaces and line ends, as lines break elsewhere on paper; ligatures as letters."""
    return "".join(text.split()).replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff")


@cache
def text_of(made):
    return flat("".join(page.extract_text() for page in read(made).pages))


def steps():
    """Each step's address, its words and what is printed of it."""
    chapters = {chapter["number"]: chapter for chapter in book(prose())["chapters"]}
    for name in exercise_names():
        words = exercise(name)["steps"].items()
        for (step, told), drawn in zip(words, chapters[name[:2]]["steps"], strict=True):
            yield f"{name}.{step}", told, drawn


def addresses(part):
    """Every address that a part of the workbook leaves room for, with x for the id of an item."""
    if isinstance(part, dict):
        own = [part[key] for key in ("path", "named") if part.get(key)]
        return {*own, *part.get("paths", ()), *(one for each in part.values() for one in addresses(each))}
    if isinstance(part, list | tuple):
        return {one for each in part for one in addresses(each)}
    return set()

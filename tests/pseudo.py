"""The kit in a language that nobody speaks: every word longer, accented and in brackets.

Two letters in a row without an accent, on a page or in a file, are then a word that no translator would find.
"""

import json
import re
import tomllib

import tomlkit

from workshop.app.customise import customised
from workshop.app.own_prose import is_commentary
from workshop.content.custom import own_file
from workshop.content.fitting import COUNTED, LANGUAGE
from workshop.content.leaves import with_words
from workshop.errors import Refused
from workshop.model.edit import limits_at

PLAIN = "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ"
ACCENTED = "áḃćďéḟğĥíĵķĺṁñóṗŕšťúṽŵẋýžÁḂĆĎÉḞĞĤÍĴĶĹṀÑÓṖŔŠŤÚṼŴẊÝŽ"
OPEN, CLOSE = "«", "»"
MORE = 0.4
"""By how much of its length a text grows."""
KEPT = re.compile(r"\{[^{}]*\}|`[^`]*`|\]\([^)]*\)|https?://\S+")
"""Placeholders; and in Markdown what is no prose: code, the targets of links."""
START = re.compile(r"\s*(#{1,6} |[-*] |\d+\. |> )?")
"""What a line of Markdown begins with."""


def accented(text):
    """Return `text` with an accent on every letter; `q` alone has none."""
    kept = [*KEPT.findall(text), ""]
    plain = (part.translate(str.maketrans(PLAIN, ACCENTED)) for part in KEPT.split(text))
    return "".join(part + keep for part, keep in zip(plain, kept, strict=True))


def pseudo(text):
    """Return one line in the pseudo-language, longer by `MORE`; blank ones as they are."""
    words = text.split()
    if not words:
        return text
    longer = accented(text.strip())
    more = [word for word in words if not KEPT.search(word)]
    while more and len(longer) < (1 + MORE) * len(text):
        longer += f" {accented(more[len(longer) % len(more)].strip('*_'))}"
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{OPEN}{longer}{CLOSE}{tail}"


def pseudo_prose(text):
    """Return a Markdown cell in the pseudo-language, line by line."""
    lines = ((START.match(line)[0], line) for line in text.split("\n"))
    return "\n".join(start + pseudo(line[len(start) :]) for start, line in lines)


def pseudo_folder(folder):
    """Make `folder` a customised copy of the kit in which every word is pseudo; return it."""
    customised(folder)
    for file in (folder / "content").rglob("*.toml"):
        _rewrite(file, file.relative_to(folder / "content").with_suffix("").as_posix())
    _rewrite(own_file(folder, "brand"), "brand")
    for file in (folder / "content" / "cases").glob("*.json"):
        file.write_text(_case(json.loads(file.read_text(encoding="utf-8"))), encoding="utf-8")
    for file in folder.glob("exercises/*.ipynb"):
        _rewrite_prose(file, lambda _: True)
    for file in folder.glob("solutions/*.ipynb"):
        _rewrite_prose(file, is_commentary)
    return folder


def _rewrite(file, name):
    told = with_words(name, tomllib.loads(file.read_text(encoding="utf-8")), _word)
    file.write_text(tomlkit.dumps(told), encoding="utf-8")


def _word(path, text):
    if isinstance(text, list):
        return [pseudo(entry) for entry in text]
    if path[-1] == LANGUAGE:
        return "en-XA"
    if path[-1] in COUNTED:
        return accented(text)
    return "\n".join(map(pseudo, text.split("\n")))


def _case(document):
    return json.dumps(document | {"workbook": _answers(document["workbook"], "")}, ensure_ascii=False)


def _answers(node, path):
    """Return answers with what a person wrote accented, not longer: it has its own limits."""
    if isinstance(node, dict):
        return {key: _answers(value, f"{path}/{key}".strip("/")) for key, value in node.items()}
    if isinstance(node, list):
        return [_answers(each, f"{path}/x") if isinstance(each, dict) else each for each in node]
    return accented(node) if isinstance(node, str) and _is_written(path) else node


def _is_written(path):
    try:
        return limits_at(path).get("kind") == "text"
    except Refused:
        return False


def _rewrite_prose(file, is_own):
    notebook = json.loads(file.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown" and is_own(cell):
            cell["source"] = pseudo_prose("".join(cell["source"]))
    file.write_text(json.dumps(notebook), encoding="utf-8")

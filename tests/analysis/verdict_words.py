"""The words of `content/verdicts.toml`, as the tests look at them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import Formatter

import workshop
from workshop.analysis import GROUPS
from workshop.analysis.glue import removals

WORDS = tomllib.loads((Path(workshop.__file__).parent / "content" / "verdicts.toml").read_text("utf-8"))
LABELS = WORDS["labels"]
ENTRIES = {
    f"{group}.{name}": entry
    for group, entries in WORDS.items()
    if group != "labels"
    for name, entry in entries.items()
}


def findings(workbook):
    """Return every finding about `workbook`, those of the glue test's removals included."""
    grouped = [finding for group in GROUPS.values() for finding in group(workbook)]
    return grouped + [one for taken in removals(workbook).values() for one in (taken.finding, taken.repair)]


def sentences(entry):
    """Return every sentence of an entry's cases."""
    return [text for case in entry["cases"].values() for text in case.values()]


def placeholders(text):
    """Return the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def case_words(finding):
    """Return headline and detail of `finding` as they stand in the file."""
    case = ENTRIES[finding.key]["cases"][finding.case]
    return case["headline"] + " " + case.get("detail", "")

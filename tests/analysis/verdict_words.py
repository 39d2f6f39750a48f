"""The words of `content/verdicts`, as the tests look at them."""

from __future__ import annotations

from datetime import date
from string import Formatter

from workshop.analysis import GROUPS
from workshop.analysis.glue import removals
from workshop.content import verdict_words

TODAY = date(2026, 11, 22)
WORDS = verdict_words()
LABELS = WORDS["labels"]
ENTRIES = {
    f"{group}.{name}": entry
    for group, entries in WORDS.items()
    if group != "labels"
    for name, entry in entries.items()
}


def findings(workbook):
    """Return every finding about `workbook`, those of the glue test's removals included."""
    grouped = [finding for group in GROUPS.values() for finding in group(workbook, TODAY)]
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

"""Answers as a finding quotes them: a key of `[labels]` in `content/verdicts`, or text behind `=`."""

from __future__ import annotations

MISSING = "missing"


def literal(text: object) -> str:
    """Return what the person typed, or a count, as text that stands for itself."""
    written = str(text).strip()
    return f"={written}" if written else MISSING


def label(question: str, option: str | None) -> str:
    """Return the label key of a chosen option: its own name, which perspectives share with functions."""
    if option is None:
        return MISSING
    return f"perspective_{option}" if question == "perspective" else option

"""What an analysis found, before and after it is put into words."""

from __future__ import annotations

from typing import Any

import attrs

TONES = ("good", "watch", "plain", "open")


@attrs.frozen
class Finding:
    """A fact about the answers, without words.

    Attributes:
        key: name of its words in `content/verdicts`, such as `diversity.function`.
        case: which of the sentences of that key fits; `open` means "not enough to say yet".
        tone: `good`, `watch`, `plain`, or `open`.
        values: what the sentence mentions: counts, names.
        answers: what it rests on: pairs of a label key and a value as the person knows it.
        bars: counts to draw: label key, how many of them, out of how many; `(label, 3, 5)`.
        supports: answers that speak for it, where the evidence is mixed; pairs as in `answers`.
        opposes: answers that speak against it.
    """

    key: str
    case: str
    tone: str = attrs.field(default="plain", validator=attrs.validators.in_(TONES))
    values: dict[str, Any] = attrs.field(factory=dict)
    answers: tuple[tuple[str, str], ...] = ()
    bars: tuple[tuple[str, int, int], ...] = ()
    supports: tuple[tuple[str, str], ...] = ()
    opposes: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class Verdict:
    """A finding in words, able to say why.

    Attributes:
        key: of the finding.
        tone: `good`, `watch`, `plain`, or `open`.
        headline: the verdict, one short sentence.
        detail: what it means, one or two sentences; may be empty.
        answers: the answers it rests on, (label, value).
        formula: how it was computed, in words.
        source: whose research; empty when it is this kit's own.
        convention: True when a cut-off is this kit's own convention.
        change: what would change it.
        bars: counts to draw, (label, how many, out of how many).
        supports: answers that speak for it, (label, value).
        opposes: answers that speak against it, (label, value).
    """

    key: str
    tone: str
    headline: str
    detail: str
    answers: tuple[tuple[str, str], ...]
    formula: str
    source: str
    convention: bool
    change: str
    bars: tuple[tuple[str, int, int], ...] = ()
    supports: tuple[tuple[str, str], ...] = ()
    opposes: tuple[tuple[str, str], ...] = ()

"""Counts as bars, in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.takeaway.drawing import Box, Drawing, Label
from workshop.takeaway.measure import lines_of, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workshop.takeaway.drawing import Mark

    Words = Mapping[str, str]

WIDTH = 260.0
FEW = 3
"""So many groups stand one below the other; more of them in two columns, in smaller type."""
_LABELS = 0.45
"""Share of a column that labels take at most."""
_RIM = 0.6


@attrs.frozen
class Bar:
    """So many of a whole, under a label; both are None while there is not enough to say."""

    label: str
    count: int | None
    whole: int | None


@attrs.frozen
class Group:
    """Bars under a common title, which may be empty."""

    title: str
    bars: tuple[Bar, ...]


@attrs.frozen
class _Look:
    """Sizes in points: of the whole column, its type, from bar to bar, of a bar, between all these."""

    width: float
    size: float
    pitch: float
    thick: float
    gap: float


_LARGE = _Look(WIDTH, 9, 18, 9, 8)
_SMALL = _Look(121, 7.5, 11.5, 6, 5)


@attrs.frozen
class _Columns:
    """Where bars begin, and where they end; counts follow."""

    bar: float
    end: float
    look: _Look


def bars(groups: Sequence[Group], words: Words) -> Drawing:
    """Return `groups` as a picture, one bar in a row, each with its count beside it.

    Args:
        groups: what is counted; an unknown count is an empty dashed bar.
        words: `bar_count`, `bar_open` and those that begin with `bars_`, as in `content/playbook.toml`.
    """
    look = _SMALL if len(groups) > FEW else _LARGE
    columns = _columns(groups, words, look)
    side_by_side = round(WIDTH // look.width)
    marks: list[Mark] = []
    y = 0.0
    for start in range(0, len(groups), side_by_side):
        row = groups[start : start + side_by_side]
        for number, group in enumerate(row):
            marks += _group(group, number * (WIDTH - look.width), y, columns, words)
        y += max(_height(group, look) for group in row) + look.gap
    height = round(max(y - look.gap, look.pitch), 2)
    return Drawing(WIDTH, height, tuple(marks), _in_words(groups, words), _table(groups, words))


def _columns(groups: Sequence[Group], words: Words, look: _Look) -> _Columns:
    """Give labels and counts what they need, and bars the rest."""
    found = [bar for group in groups for bar in group.bars]
    labels = max((text_width(bar.label, look.size) for bar in found), default=0)
    counts = (text_width(_said(bar, words), look.size) for bar in found if bar.count is not None)
    beside = max(counts, default=0)
    return _Columns(
        bar=round(min(labels * 1.04, look.width * _LABELS) + look.gap, 2),
        end=round(look.width - beside * 1.04 - look.gap, 2),
        look=look,
    )


def _height(group: Group, look: _Look) -> float:
    return look.pitch * (len(group.bars) + bool(group.title))


def _group(group: Group, x: float, y: float, columns: _Columns, words: Words) -> Iterator[Mark]:
    look = columns.look
    middle = y + look.pitch / 2
    if group.title:
        yield _fitted(Label(x, middle, group.title, look.size + 1, bold=True), look.width)
        middle += look.pitch
    for bar in group.bars:
        yield _fitted(Label(x, middle, bar.label, look.size), columns.bar - look.gap)
        yield from (_open if bar.count is None else _counted)(bar, x, middle, columns, words)
        middle += look.pitch


def _fitted(label: Label, width: float) -> Label:
    text = "".join(lines_of(label.text, width, label.size, 1, bold=label.bold))
    return attrs.evolve(label, text=text, x=round(label.x, 2), y=round(label.y, 2))


def _counted(bar: Bar, x: float, y: float, columns: _Columns, words: Words) -> Iterator[Mark]:
    look, full = columns.look, columns.end - columns.bar
    share = min(1.0, max(0.0, (bar.count or 0) / (bar.whole or 1)))
    for width, colour in ((full, "line"), (full * share, "accent")):
        if width:
            left, top = round(x + columns.bar, 2), round(y - look.thick / 2, 2)
            yield Box(left, top, round(width, 2), look.thick, fill=colour)
    yield Label(round(x + columns.end + look.gap, 2), round(y, 2), _said(bar, words), look.size)


def _open(bar: Bar, x: float, y: float, columns: _Columns, words: Words) -> Iterator[Mark]:
    """The words stand inside the empty bar, which has the room of the count too."""
    look, left = columns.look, round(x + columns.bar, 2)
    width, high = look.width - columns.bar - _RIM, look.size * 1.4
    yield Box(left, round(y - high / 2, 2), round(width, 2), high, "", "edge", _RIM, "dashed")
    yield _fitted(Label(left + look.gap / 2, y, _said(bar, words), look.size - 1, "muted"), width - look.gap)


def _said(bar: Bar, words: Words) -> str:
    if bar.count is None:
        return words["bar_open"]
    return words["bar_count"].format(count=bar.count, whole=bar.whole)


def _in_words(groups: Sequence[Group], words: Words) -> str:
    said = words["bars_between_groups"].join(_group_in_words(group, words) for group in groups)
    return words["bars_alt"].format(said=said) if said else ""


def _group_in_words(group: Group, words: Words) -> str:
    counted = (words["bars_one"].format(label=bar.label, said=_said(bar, words)) for bar in group.bars)
    said = words["bars_between"].join(counted)
    return words["bars_group"].format(title=group.title, said=said) if group.title else said


def _table(groups: Sequence[Group], words: Words) -> dict[str, Any]:
    """A row for each group, or, where there is one without a title, for each bar."""
    if not any(group.title for group in groups):
        rows = [[bar.label, _said(bar, words)] for group in groups for bar in group.bars]
        return {"head": [words["bars_head_label"], words["bars_head_count"]], "rows": rows}
    labels = list(dict.fromkeys(bar.label for group in groups for bar in group.bars))
    rows = [[group.title, *_cells(group, labels, words)] for group in groups]
    return {"head": [words["bars_head_title"], *labels], "rows": rows}


def _cells(group: Group, labels: Sequence[str], words: Words) -> Iterator[str]:
    said = {bar.label: _said(bar, words) for bar in group.bars}
    return (said.get(label, words["bar_open"]) for label in labels)

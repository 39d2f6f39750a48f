"""What the playbook says, panel by panel; an empty workbook gives an honest one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from workshop.takeaway.bars import Bar, Group, bars
from workshop.takeaway.days import day_in_words
from workshop.takeaway.figure import drawn
from workshop.takeaway.map import map_drawing
from workshop.takeaway.panel import joined, lines, missing, panel
from workshop.takeaway.panels_of_answers import five, plans, purpose
from workshop.takeaway.panels_of_dates import dates, forum
from workshop.takeaway.sheet import Line, Panel, Playbook, sheets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from workshop.model import Verdict, Workbook

    Words = Mapping[str, str]
    Entry = tuple[Line, ...]


@attrs.frozen
class Chart:
    """A chart as an exercise shows it: plotly's figure, or None, and its text twin."""

    figure: dict[str, Any] | None
    text: str
    table: dict[str, Any]


@attrs.frozen
class Said:
    """What the exercises found, in their words.

    Attributes:
        map: `nodes`, `ties`, `alt` and `caption` of the map.
        glue: what the glue test said, in one line; empty when it could not say anything.
        blocks: the verdicts on the five building blocks.
        trust: each tie that was rated: a name, and the verdict with its three bars.
        charts: the charts by panel: `power`, `exchange`, `upkeep`, `survivors`.
        headlines: sentences that stand below the picture of a panel.
    """

    map: Mapping[str, Any]
    glue: str
    blocks: tuple[Verdict, ...]
    trust: tuple[tuple[str, Verdict], ...]
    charts: Mapping[str, Chart]
    headlines: Mapping[str, tuple[str, ...]]


def found_panels(workbook: Workbook, words: Words, said: Said) -> tuple[Panel, ...]:
    """Return the panels that show what the exercises found: pictures, and the reasons behind them."""
    return (
        _map(workbook, words, said),
        _blocks(words, said),
        _trust(words, said),
        *(_chart(key, words, said) for key in ("upkeep", "power", "exchange", "survivors")),
        _why(words, said),
    )


def playbook(
    workbook: Workbook, words: Words, found: Iterable[Panel], today: date, *, names: str = "code"
) -> Playbook:
    """Return the playbook of `workbook`, made `today`.

    Args:
        workbook: the answers.
        words: sentences by key, as in `content/pictures.toml` and `content/playbook.toml`.
        found: the panels of `found_panels`.
        today: dates count from here.
        names: whose names are in it: `code` names, `real` ones, or `mixed`.
    """
    panels = (
        purpose(workbook, words),
        five(workbook, words),
        plans(workbook, words, today),
        forum(workbook, words),
        dates(workbook, words, today),
        *found,
    )
    titles = {key.removeprefix("sheet_"): title for key, title in words.items() if key.startswith("sheet_")}
    note = words[f"playbook_made_{names}"].format(day=day_in_words(today, words))
    by_key = {one.key: one for one in panels}
    return Playbook(words["playbook_title"], note, words["lang"], sheets(by_key, titles))


def _map(workbook: Workbook, words: Words, said: Said) -> Panel:
    if not any(tie.knows for tie in workbook.ties):
        return missing("map", words)
    picture = map_drawing(said.map["nodes"], said.map["ties"], said.map["alt"])
    glue = f"{words['playbook_glue']}: {said.glue or words['playbook_no_glue']}"
    caption = f"{said.map['caption']} {words['playbook_legend']}"
    return panel("map", words, picture=picture, notes=lines(("note", caption), ("text", glue)))


def _blocks(words: Words, said: Said) -> Panel:
    if all(verdict.tone == "open" for verdict in said.blocks):
        return missing("blocks", words)
    found = tuple(
        Bar(words[verdict.key.replace(".", "_")], *(verdict.bars[0][1:] if verdict.bars else (None, None)))
        for verdict in said.blocks
    )
    picture = bars((Group("", found),), words)
    return panel("blocks", words, picture=picture, notes=lines(("note", words["playbook_blocks_note"])))


def _trust(words: Words, said: Said) -> Panel:
    if not said.trust:
        return missing("trust", words)
    groups = tuple(
        Group(name, tuple(Bar(label, count, whole) for label, count, whole in verdict.bars))
        for name, verdict in said.trust
    )
    return panel("trust", words, picture=bars(groups, words), notes=_headlines("trust", said))


def _chart(key: str, words: Words, said: Said) -> Panel:
    chart = said.charts[key]
    if chart.figure is None:
        return panel(key, words, lines=(Line("missing", chart.text),))
    picture = drawn(chart.figure, chart.text, chart.table)
    return panel(key, words, picture=picture, notes=_headlines(key, said))


def _headlines(key: str, said: Said) -> tuple[Line, ...]:
    return tuple(Line("note", sentence) for sentence in said.headlines.get(key, ()))


def _why(words: Words, said: Said) -> Panel:
    return panel("why", words, entries=tuple(_reasons(said)))


def _reasons(said: Said) -> Iterator[Entry]:
    for verdict in said.blocks:
        yield lines(("strong", verdict.headline), ("note", joined(verdict.formula, verdict.source)))

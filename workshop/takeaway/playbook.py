"""What the playbook says, panel by panel; an empty workbook gives an honest one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from workshop.analysis.dates import dates
from workshop.analysis.forum import agenda_lines
from workshop.takeaway.bars import Bar, Group, bars
from workshop.takeaway.days import day_in_words
from workshop.takeaway.figure import drawn
from workshop.takeaway.map import map_drawing
from workshop.takeaway.sheet import Line, Panel, Playbook, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workshop.analysis.dates import Dated
    from workshop.model import Person, Plan, Verdict, Workbook

    Words = Mapping[str, str]
    Entry = tuple[Line, ...]

_SEATS = 5
_MOST_DATES = 6


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


def playbook(workbook: Workbook, words: Words, said: Said, today: date, *, named: bool = False) -> Playbook:
    """Return the playbook of `workbook`, made `today`.

    Args:
        workbook: the answers.
        words: sentences by key, as in `content/pictures.toml` and `content/playbook.toml`.
        said: what the exercises found.
        today: dates count from here.
        named: whether it has real names in it.
    """
    panels = (
        _purpose(workbook, words),
        _five(workbook, words),
        _map(workbook, words, said),
        _blocks(words, said),
        _plans(workbook, words, today),
        _forum(workbook, words),
        _dates(workbook, words, today),
        _trust(words, said),
        *(_chart(key, words, said) for key in ("upkeep", "power", "exchange", "survivors")),
        _why(words, said),
    )
    titles = {key.removeprefix("sheet_"): title for key, title in words.items() if key.startswith("sheet_")}
    note = words["playbook_made_named" if named else "playbook_made"].format(day=day_in_words(today, words))
    by_key = {panel.key: panel for panel in panels}
    return Playbook(words["playbook_title"], note, words["playbook_lang"], sheets(by_key, titles))


def _panel(key: str, words: Words, **parts: Any) -> Panel:
    return Panel(key, words[f"playbook_{key}"], **parts)


def _missing(key: str, words: Words) -> Panel:
    return _panel(key, words, lines=(Line("missing", words[f"playbook_no_{key}"]),))


def _lines(*said: tuple[str, str]) -> tuple[Line, ...]:
    """Return the lines that have something to say."""
    return tuple(Line(role, text) for role, text in said if text)


def _purpose(workbook: Workbook, words: Words) -> Panel:
    purpose = workbook.purpose
    if not purpose.sentence.strip():
        return _missing("purpose", words)
    named = [*(words[f"value_{value}"] for value in purpose.values), purpose.own_value.strip()]
    values = ", ".join(filter(None, named))
    note = _joined(
        _horizon(purpose.horizon, words), words["playbook_values"].format(values=values) if values else ""
    )
    return _panel("purpose", words, lines=_lines(("lead", purpose.sentence.strip()), ("note", note)))


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _horizon(years: int | None, words: Words) -> str:
    if years is None:
        return ""
    return words["playbook_horizon_one" if years == 1 else "playbook_horizon"].format(years=years)


def _five(workbook: Workbook, words: Words) -> Panel:
    if not workbook.five:
        return _missing("five", words)
    entries = tuple(_person(person, words) for person in workbook.five)
    bench = ", ".join(_name(person, words) for person in workbook.bench if not person.role_needed)
    notes = _lines(
        ("note", _open_seats(_SEATS - len(workbook.five), words)),
        ("note", words["playbook_bench"].format(names=bench) if bench else ""),
    )
    return _panel("five", words, entries=entries, notes=notes)


def _person(person: Person, words: Words) -> Entry:
    function = words[f"function_{person.function}"] if person.function else words["playbook_no_function"]
    if person.role_needed:
        name = person.name.strip() or words["playbook_role_unnamed"]
        return _lines(("strong", name), ("note", _joined(words["playbook_role_needed"], function)))
    return _lines(("strong", _name(person, words)), ("note", function))


def _name(person: Person | None, words: Words) -> str:
    return (person.name.strip() if person else "") or words["playbook_unnamed"]


def _open_seats(count: int, words: Words) -> str:
    if count <= 0:
        return ""
    return words["playbook_open_seats_one" if count == 1 else "playbook_open_seats"].format(count=count)


def _map(workbook: Workbook, words: Words, said: Said) -> Panel:
    if not any(tie.knows for tie in workbook.ties):
        return _missing("map", words)
    picture = map_drawing(said.map["nodes"], said.map["ties"], said.map["alt"])
    glue = f"{words['playbook_glue']}: {said.glue or words['playbook_no_glue']}"
    caption = f"{said.map['caption']} {words['playbook_legend']}"
    return _panel("map", words, picture=picture, notes=_lines(("note", caption), ("text", glue)))


def _blocks(words: Words, said: Said) -> Panel:
    if all(verdict.tone == "open" for verdict in said.blocks):
        return _missing("blocks", words)
    found = tuple(
        Bar(words[verdict.key.replace(".", "_")], *(verdict.bars[0][1:] if verdict.bars else (None, None)))
        for verdict in said.blocks
    )
    picture = bars((Group("", found),), words)
    return _panel("blocks", words, picture=picture, notes=_lines(("note", words["playbook_blocks_note"])))


def _plans(workbook: Workbook, words: Words, today: date) -> Panel:
    written = [plan for plan in workbook.plans if plan.trigger.strip() or plan.action.strip() or plan.person]
    if not written:
        return _missing("plans", words)
    ahead_first = sorted(written, key=lambda plan: bool(plan.due and plan.due < today.isoformat()))
    entries = tuple(_plan(plan, workbook, words, today) for plan in ahead_first)
    return _panel("plans", words, entries=entries)


def _plan(plan: Plan, workbook: Workbook, words: Words, today: date) -> Entry:
    person = workbook.person(plan.person) if plan.person else None
    missing = words["playbook_plan_missing"]
    return _lines(
        ("strong", _name(person, words) if plan.person else words["playbook_plan_nobody"]),
        ("note", words[f"investment_{plan.kind}"] if plan.kind else ""),
        ("text", words["playbook_plan_if"].format(text=_moment(plan, words) or missing)),
        ("text", words["playbook_plan_then"].format(text=plan.action.strip() or missing)),
        ("note", _due(plan, words, today)),
    )


def _due(plan: Plan, words: Words, today: date) -> str:
    """By when, and once the day has passed, whether it was kept."""
    day = date.fromisoformat(plan.due) if plan.due else None
    if day is None:
        said = words["playbook_plan_no_due"]
    else:
        key = "playbook_plan_due" if day >= today else "playbook_plan_was_due"
        said = words[key].format(day=day_in_words(day, words))
    return _joined(said, words[f"playbook_kept_{plan.kept}"] if plan.kept else "")


def _moment(plan: Plan, words: Words) -> str:
    """The plan's trigger; a first "when" is said by the page already."""
    moment, said = plan.trigger.strip(), words["playbook_plan_said"]
    return moment[len(said) :].lstrip() if moment.casefold().startswith(said) else moment


def _forum(workbook: Workbook, words: Words) -> Panel:
    forum = workbook.forum
    form = words[f"forum_{forum.form}"] if forum.form else ""
    head = forum.name.strip() or form
    agenda = agenda_lines(forum)
    if not (head or agenda or forum.cadence or forum.next_day):
        return _missing("forum", words)
    convener = workbook.person(forum.convener) if forum.convener else None
    lines = _lines(
        ("strong", head or words["playbook_forum_unnamed"]),
        ("note", _joined(form if form != head else "", _rhythm(workbook, words), forum.place.strip())),
        ("text", words["playbook_convener"].format(name=_name(convener, words)) if convener else ""),
    )
    ritual = words["playbook_ritual"].format(text=forum.ritual.strip()) if forum.ritual.strip() else ""
    entries = tuple((Line("text", line),) for line in agenda)
    return _panel("forum", words, lines=lines, entries=entries, notes=_lines(("note", ritual)))


def _rhythm(workbook: Workbook, words: Words) -> str:
    cadence, time = workbook.forum.cadence, workbook.forum.time or ""
    every = words["playbook_every_one" if cadence == 1 else "playbook_every"].format(weeks=cadence)
    return _joined(every if cadence else "", time)


def _dates(workbook: Workbook, words: Words, today: date) -> Panel:
    found = dates(workbook, today)
    if not found:
        return _missing("dates", words)
    late = tuple(dated for dated in found if dated.late)
    ahead = tuple(dated for dated in found if not dated.late)
    entries = (
        *_overdue(late, workbook, words),
        *(_date(dated, workbook, words) for dated in ahead[:_MOST_DATES]),
    )
    more = len(ahead) - _MOST_DATES
    note = words["playbook_more_dates"].format(count=more) if more > 0 else ""
    return _panel("dates", words, entries=entries, notes=_lines(("note", note)))


def _overdue(late: tuple[Dated, ...], workbook: Workbook, words: Words) -> Iterator[Entry]:
    """Yield one entry for all that is overdue."""
    if late:
        names = ", ".join(_name(workbook.person(dated.about), words) for dated in late)
        yield _lines(("strong", words["date_now"]), ("text", words["date_contact_late"].format(name=names)))


def _date(dated: Dated, workbook: Workbook, words: Words) -> Entry:
    return _lines(("strong", day_in_words(dated.day, words)), ("text", _what_for(dated, workbook, words)))


def _what_for(dated: Dated, workbook: Workbook, words: Words) -> str:
    """Return what a date is for, with a code name where there is one."""
    about: str | None = dated.about
    if dated.kind == "plan":
        about = next(plan.person for plan in workbook.plans if plan.id == dated.about)
    person = workbook.person(about) if about else None
    key = f"date_{dated.kind}" if person else f"date_{dated.kind}_alone"
    return words[key].format(name=_name(person, words))


def _trust(words: Words, said: Said) -> Panel:
    if not said.trust:
        return _missing("trust", words)
    groups = tuple(
        Group(name, tuple(Bar(label, count, whole) for label, count, whole in verdict.bars))
        for name, verdict in said.trust
    )
    return _panel("trust", words, picture=bars(groups, words), notes=_headlines("trust", said))


def _chart(key: str, words: Words, said: Said) -> Panel:
    chart = said.charts[key]
    if chart.figure is None:
        return _panel(key, words, lines=(Line("missing", chart.text),))
    picture = drawn(chart.figure, chart.text, chart.table)
    return _panel(key, words, picture=picture, notes=_headlines(key, said))


def _headlines(key: str, said: Said) -> tuple[Line, ...]:
    return tuple(Line("note", sentence) for sentence in said.headlines.get(key, ()))


def _why(words: Words, said: Said) -> Panel:
    return _panel("why", words, entries=tuple(_reasons(words, said)))


def _reasons(words: Words, said: Said) -> Iterator[Entry]:
    for verdict in said.blocks:
        counted = _joined(verdict.formula, verdict.source)
        yield _lines(
            ("strong", words[verdict.key.replace(".", "_")]), ("text", verdict.headline), ("note", counted)
        )

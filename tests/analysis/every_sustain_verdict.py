"""Workbooks that, together, bring out every verdict about the forum, upkeep, the dial and a defence."""

from itertools import chain

import attrs
from answered import five

from workshop.model import Exchange, Forum, Person, Workbook
from workshop.model.sustain import AUDIENCES, FORMS, Defence, Dial

ALLY = Person("a", name="Harbour", ally=True, seat="five", project="Atlas")
WHOLE = Forum(cadence=4, convener="a", agenda_first="What moved?", ritual="Soup first")
LONG = "word " * 21
RECENT, DUE, OVERDUE, QUIET = "2026-11-15", "2026-10-15", "2026-09-01", "2026-01-01"
"""For a cadence of four weeks, seen from 22 November 2026."""


def examples():
    """Yield all of them."""
    return chain(_meetings(), _forums(), _contacts(), _dials(), _defences())


def _meetings():
    """Yield every form with and without a place, and a next day ahead and past."""
    for form in FORMS:
        yield Workbook(forum=Forum(form=form))
        yield Workbook(forum=Forum(form=form, place="After the quarterly review"))
    for day in ("2026-12-01", "2026-11-21"):
        yield Workbook(forum=Forum(next_day=day))


def _forums():
    """Yield a forum with every sign, without each of them, and two that lean on a project."""
    yield _forum(WHOLE)
    for sign, empty in [("cadence", None), ("convener", None), ("agenda_first", ""), ("ritual", "")]:
        yield _forum(attrs.evolve(WHOLE, **{sign: empty}))
    yield _forum(attrs.evolve(WHOLE, agenda_first="Atlas: where we are"))
    yield _forum(attrs.evolve(WHOLE, without_project="no"))


def _contacts():
    """Yield ties in touch, due, overdue and quiet, and one about which nothing can be said."""
    said = ([RECENT], [RECENT, DUE], [RECENT, OVERDUE], [DUE], [OVERDUE], [DUE, OVERDUE])
    for days in (*said, [QUIET], [QUIET, QUIET], [RECENT, None]):
        people = zip(five(), days, strict=False)
        yield Workbook(people=tuple(attrs.evolve(one, cadence=4, last_contact=day) for one, day in people))
    for month in ("2026-11", "2026-09", "2026-08"):
        yield Workbook(people=five(1, cadence=4), exchanges=(Exchange("x", "a", "talk", month=month),))


def _dials():
    """Yield a dial that says one thing throughout, and a mixed one."""
    topics = tuple(attrs.fields_dict(Dial))
    for audience in AUDIENCES:
        yield Workbook(dial=Dial(**dict.fromkeys(topics, audience)))
    yield Workbook(dial=Dial(purpose="public", support="members", confidences="private"))


def _defences():
    """Yield a defence from its first line to the one said aloud."""
    lines = {"line_fact": "It came late.", "line_value": "It was safe.", "line_next": "On Friday."}
    about = {"person": "a", "charge": "It cost more."}
    for answers in (
        {"line_fact": "It came late."},
        {**lines, "line_fact": LONG},
        {**lines, "line_fact": LONG, "line_next": LONG},
        lines,
        {**lines, "person": "a"},
        {**lines, **about},
        {**lines, **about, "rehearsed": True},
    ):
        yield Workbook(people=(ALLY,), defence=Defence(**answers))


def _forum(forum):
    return Workbook(people=(ALLY,), forum=forum)

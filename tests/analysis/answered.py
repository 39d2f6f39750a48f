"""Workbooks to test with: drawn by hand, by graph, and at random."""

from __future__ import annotations

from itertools import combinations
from string import ascii_letters

import attrs
from hypothesis import strategies as st

from workshop.model import (
    Decider,
    Exchange,
    Forum,
    Game,
    Person,
    Plan,
    Purpose,
    Snapshot,
    Stand,
    Start,
    Tie,
    Workbook,
    fields,
    tie_id,
)
from workshop.model.clinic import STORIES, Played
from workshop.model.person import SEATS
from workshop.model.reciprocity import Reciprocity
from workshop.model.refresh import Refresh
from workshop.model.stress import SHOCKS, Stress
from workshop.model.sustain import Defence, Dial
from workshop.model.workbook import Commitment

NAMES = ("Harbour", "Lantern", "Kite", "Rook", "Juniper", "Willow")


def five(count=5, **answers):
    """Return `count` named members, each with the same `answers`."""
    people = zip("abcdef", NAMES[:count], strict=False)
    return tuple(Person(id, name=name, seat="five", **answers) for id, name in people)


def map_of(known, unsure=(), count=5):
    """Return a map of `count` members with `known` and `unsure` pairs, such as `ab`; all others are no."""
    said = dict.fromkeys(known, "yes") | dict.fromkeys(unsure, "unsure")
    pairs = ["".join(pair) for pair in combinations("abcdef"[:count], 2)]
    ties = tuple(Tie(tie_id(*pair), knows=said.get(pair, "no")) for pair in pairs)
    return Workbook(people=five(count), ties=ties)


def relabelled(workbook, ids):
    """Return `workbook` with every id replaced by `ids[id]`."""

    def new(tie):
        return attrs.evolve(tie, id=tie_id(*(ids[end] for end in tie.ends)))

    people = tuple(attrs.evolve(person, id=ids[person.id]) for person in workbook.people)
    return attrs.evolve(workbook, people=people, ties=tuple(new(tie) for tie in workbook.ties))


TEXTS = st.sampled_from(
    ["", " ", "Harbour", "Atlas", "a Launch for all", "fair work, {x} <b>", "ß"]
) | st.text(ascii_letters, max_size=20)


def _values(attribute, ids):
    limits = attribute.metadata
    strategies = {
        "text": lambda: TEXTS,
        "choice": lambda: st.sampled_from((None, *limits["options"])),
        "many": lambda: st.lists(st.sampled_from(limits["options"]), max_size=limits["most"], unique=True),
        "number": lambda: st.none() | st.integers(*limits["range"]),
        "flag": lambda: st.sampled_from((None, False, True)),
        "sequence": lambda: st.lists(st.sampled_from(limits["options"]), max_size=limits["most"]),
        "day": lambda: st.sampled_from((None, "2026-11-22", "2025-01-31")),
        "month": lambda: st.sampled_from((None, "2026-11", "2026-08", "2026-05", "2025-12")),
        "clock": lambda: st.sampled_from((None, "09:30", "02:15")),
        "part": lambda: answers(limits["item"], ids),
        "reference": lambda: st.sampled_from((None, *ids)),
        "references": lambda: st.lists(st.sampled_from(("you", *ids)), max_size=limits["most"], unique=True),
    }
    return strategies[limits["kind"]]()


def answers(kind, ids, **given):
    """Return a strategy for objects of class `kind`, with every answer it may hold."""
    drawn = {
        attribute.name: _values(attribute, ids)
        for attribute in attrs.fields(kind)
        if attribute.name not in given and attribute.metadata.get("kind") not in {None, "identifier", "items"}
    }
    return st.builds(kind, **drawn, **{name: st.just(value) for name, value in given.items()})


def _ties(ids):
    knows = st.sampled_from((None, *fields.YES_NO_UNSURE))
    pairs = list(combinations(ids, 2))
    return st.lists(knows, min_size=len(pairs), max_size=len(pairs)).map(
        lambda said: tuple(Tie(tie_id(*pair), knows=one) for pair, one in zip(pairs, said, strict=True))
    )


@st.composite
def workbooks(draw):
    """Draw any workbook, the seats within their limits."""
    ids = [f"k{number}" for number in range(draw(st.integers(0, 8)))]
    people = tuple(draw(answers(Person, ids, id=id)) for id in ids)
    seated = dict.fromkeys([*SEATS, None], 0)
    kept = []
    for person in people:
        seated[person.seat] += 1
        full = person.seat in {"five", "bench"} and seated[person.seat] > 5
        kept.append(attrs.evolve(person, seat=None) if full else person)
    return Workbook(
        start=draw(answers(Start, ids)),
        people=tuple(kept),
        purpose=draw(answers(Purpose, ids)),
        ties=draw(_ties(ids)),
        deciders=tuple(draw(answers(Decider, ids, id=f"d{n}")) for n in range(draw(st.integers(0, 3)))),
        plans=tuple(draw(answers(Plan, ids, id=f"p{n}")) for n in range(draw(st.integers(0, 3)))),
        commitment=draw(answers(Commitment, ids)),
        exchanges=tuple(draw(answers(Exchange, ids, id=f"x{n}")) for n in range(draw(st.integers(0, 8)))),
        stands=draw(_stands(ids)),
        snapshots=tuple(draw(_snapshots(ids, f"s{n}")) for n in range(draw(st.integers(0, 2)))),
        clinic=tuple(draw(answers(Played, ids, id=name)) for name in STORIES[: draw(st.integers(0, 4))]),
        **{name: draw(answers(kind, ids)) for name, kind in PARTS.items()},
    )


PARTS = {
    "reciprocity": Reciprocity,
    "game": Game,
    "forum": Forum,
    "dial": Dial,
    "defence": Defence,
    "stress": Stress,
    "refresh": Refresh,
}


def _stands(ids):
    said = st.sampled_from((None, *fields.YES_NO_UNSURE))
    names = [f"{shock}~{id}" for shock in SHOCKS for id in ids]
    return st.lists(said, min_size=len(names), max_size=len(names)).map(
        lambda answers: tuple(Stand(name, one) for name, one in zip(names, answers, strict=True))
    )


@st.composite
def _snapshots(draw, ids, name):
    people = tuple(draw(answers(Person, ids, id=id)) for id in ids[:5])
    plans = tuple(draw(answers(Plan, ids, id=f"p{n}")) for n in range(draw(st.integers(0, 3))))
    return draw(answers(Snapshot, ids, id=name, people=people, ties=draw(_ties(ids[:5])), plans=plans))

"""Workbooks that bring out every verdict about shocks, mistakes and the five building blocks."""

from __future__ import annotations

from itertools import product

import attrs
from answered import five, map_of

from workshop.model import Exchange, Person, Purpose, Snapshot, Stand, Workbook
from workshop.model.person import FUNCTIONS, LEVELS, PERSPECTIVES, Trust
from workshop.model.refresh import Refresh
from workshop.model.stress import Stress

RING = ("ab", "bc", "cd", "de", "ae")
PATH = ("ab", "bc", "cd", "de")
TRIANGLE = ("ab", "bc", "ac")
LETTERS = {"y": "yes", "n": "no", "u": "unsure", "-": None}


def examples():
    """Return all of them."""
    return [*shaken(), *tested(), *audited(), *built()]


def under(workbook, **said):
    """Return `workbook` with shocks drawn; `budget="yynu-"` says who stays, in the order of the five."""
    stands = tuple(
        Stand(f"{shock}~{person.id}", LETTERS[letter])
        for shock, letters in said.items()
        for person, letter in zip(workbook.five, letters, strict=False)
    )
    return attrs.evolve(workbook, stress=Stress(drawn=tuple(said)), stands=stands)


def shaken():
    """Yield one shock with every outcome."""
    for known, unsure in (
        (RING, ()),
        (PATH, ()),
        (TRIANGLE, ()),
        ((), ()),
        ((), ("ab",)),
        (PATH[:2], ("cd", "de")),
    ):
        for said in ("", "yyy-y", "nnnnn", "ynnnn", "yynnn", "yyyyy", "yyyyu", "uuuuu", "ynnuu"):
            yield under(map_of(known, unsure), budget=said)
    for known, unsure in (
        (PATH[:3], ("de",)),
        (PATH[:3], ("ce", "de")),
        (PATH[:2], ("cd", "de")),
        (TRIANGLE, ("de",)),
        (PATH[:2], ("ac",)),
        (PATH[:1], ("bc",)),
        ((), ("ab", "bc")),
        (PATH[:1], ("cd",)),
    ):
        for said in ("yyyyy", "yyynn", "yyynu"):
            yield under(map_of(known, unsure), merger=said)
    whole = map_of(RING)
    yield under(attrs.evolve(whole, ties=whole.ties[1:]), attack="yyyyy", employer="yyyyy")


def tested():
    """Yield three shocks of which all, some, none, or nobody knows how many are survived."""
    for first, second in product(("yyyyy", "nnnnn", "uuuuu"), repeat=2):
        yield under(map_of(RING), reorganisation=first, employer=first, sponsor=second)


def audited():
    """Yield own answers with evidence on neither side, on one, and on both."""
    for answer in ("yes", "no", "unsure"):
        own = Stress(leaning=answer, neglecting=answer, seeming=answer, rigid=answer)
        yield Workbook(stress=own)
        for workbook in (_worn(), _kept()):
            yield attrs.evolve(workbook, stress=own)


def _worn():
    """A coalition in which every mistake leaves its signs."""
    late = Trust(reliability=2, discretion=2, fairness=2, under_pressure="not_yet", visibility=5)
    people = tuple(
        attrs.evolve(person, trust=late, cadence=1, last_contact="2026-01-01") for person in five()
    )
    asked = tuple(
        Exchange(f"x{n}", "a", "received", "advice", "2025-12", initiative="asked") for n in range(4)
    )
    old = Snapshot("s1", day="2025-01-31", sentence="Calm", people=people)
    return attrs.evolve(
        map_of(PATH),
        people=people,
        exchanges=asked,
        purpose=Purpose(sentence="Calm", horizon=1),
        snapshots=(old,),
        refresh=Refresh(role="yes", strategy="yes"),
    )


def _kept():
    """A coalition in which nothing speaks for a mistake."""
    seen = Trust(reliability=5, discretion=5, fairness=5, under_pressure="yes", visibility=3)
    people = tuple(
        attrs.evolve(person, trust=seen, cadence=8, last_contact="2026-11-20") for person in five()
    )
    helped = tuple(
        Exchange(f"x{person.id}", person.id, "received", "advice", "2026-11", initiative="offered")
        for person in people
    )
    recent = Snapshot("s1", day="2026-06-30", sentence="Calmer", people=people[1:])
    return attrs.evolve(
        map_of(RING),
        people=people,
        exchanges=helped,
        purpose=Purpose(sentence="Calm", horizon=5),
        snapshots=(recent,),
        refresh=Refresh(role="yes"),
    )


def built():
    """Yield each building block full, in part and empty, with answers missing and without."""
    yield from _purposes()
    for count, rated in product((0, 1, 3, 5), (3, 5)):
        yield Workbook(people=tuple(_rated(person, n < count, n < rated) for n, person in enumerate(five())))
    for patterns, noted in product((0, 2, 5), (3, 5)):
        yield Workbook(people=five(), exchanges=tuple(_ledger(patterns, noted)))
    for patterns, noted in product((0, 1), (0, 1)):
        yield Workbook(people=five(1 + noted), exchanges=tuple(_ledger(patterns, 1)))
    for spread in (1, 2, 5):
        yield Workbook(people=_mixed(spread))
        yield Workbook(people=(*_mixed(spread)[:4], *five()[4:]))
    some = map_of(("ab", "bc"), count=4)
    known = tuple(tie for tie in some.ties if "d" not in tie.ends)
    for said in ("yyyn", "nnnn"):
        yield under(attrs.evolve(some, ties=known), budget=said)


def _purposes():
    """Yield sentences that pass all tests, some and none, every test answered or not."""
    for answer, sentence, horizon, gains in (
        ("yes", "Calm", 5, 2), ("no", "Atlas", 1, 1), ("unsure", "Calm", 5, 1),
        ("no", "A launch of Atlas", 1, 1),
    ):  # fmt: skip
        people = (
            Person("a", name="Kite", ally=True, project="Atlas", gain="time"),
            Person("b", name="Rook", ally=True, project="Atlas", gain="rest" if gains > 1 else ""),
        )
        purpose = Purpose(
            sentence=sentence,
            own_value="calm",
            horizon=horizon,
            project_cancelled=answer,
            employer_changed=answer,
        )
        yield Workbook(purpose=purpose, people=people)
        yield Workbook(purpose=attrs.evolve(purpose, horizon=None), people=people)
        yield Workbook(purpose=attrs.evolve(purpose, horizon=None))
    yield Workbook(purpose=Purpose(sentence="Calm", project_cancelled="yes"))


def _rated(person, strong, rated):
    score = (5 if strong else 3) if rated else None
    return attrs.evolve(person, trust=Trust(reliability=score, discretion=score))


def _ledger(patterns, noted):
    for number, id in enumerate("abcde"[:noted]):
        months = ("2026-11", "2026-08", "2026-05", "2025-12") if number < patterns else ("2026-11",)
        for place, month in enumerate(months):
            direction = "given" if place % 2 else "received"
            yield Exchange(f"x{number}{place}", id, direction, "advice", month)


def _mixed(spread):
    return tuple(
        attrs.evolve(
            person,
            function=FUNCTIONS[n % spread],
            level=LEVELS[n % min(spread, 3)],
            perspective=PERSPECTIVES[n % spread],
        )
        for n, person in enumerate(five())
    )

"""Workbooks that, together, bring out every verdict there is."""

from __future__ import annotations

from importlib import import_module
from itertools import chain
from pathlib import Path

import attrs
from answered import five, map_of

from workshop.model import Cards, Decider, Person, Plan, Purpose, Start, Workbook
from workshop.model.person import FUNCTIONS, LEVELS, PERSPECTIVES, PLACES, RUNGS
from workshop.model.workbook import Commitment

CARDS = tuple(attrs.fields_dict(Cards))
KINDS = {"function": FUNCTIONS, "level": LEVELS, "perspective": PERSPECTIVES, "employer": PLACES}
PATH = ("ab", "bc", "cd", "de")
STAR = ("ab", "ac", "ad", "ae")
RING = (*PATH, "ae")
SQUARE_AND_TAIL = ("ab", "bc", "cd", "ad", "de")
CLIQUE = (*STAR, "bc", "bd", "be", "cd", "ce", "de")
R, T = "relationship", "trade"


def examples():
    """Return all of them."""
    parts = (starts(), alliances(), purposes(), fives(), chairs(), maps(), deciders(), commitments())
    return [Workbook(), *chain.from_iterable(parts), *chain.from_iterable(_elsewhere())]


def _elsewhere():
    """Yield the examples of every file `every_*_verdict.py` beside this one."""
    for path in sorted(Path(__file__).parent.glob("every_*_verdict.py")):
        yield import_module(path.stem).examples()


def starts():
    """Yield counts of last year's allies."""
    for helped, calling in [(8, 8), (8, 3), (8, 0), (1, 1), (1, 0), (3, 5)]:
        yield Workbook(start=Start(helped=helped, calling=calling))


def alliances():
    """Yield one ally on every rung, by the cards and by choice, and at every next step."""
    for overrule in (None, *RUNGS):
        for sides in ([], [T] * 6, [R, R, T, T], [R, R, R, T, T, T], [R] * 4, [R] * 6):
            yield _ally(sides, overrule)
    for card in CARDS:
        yield _ally([T if name == card else R for name in CARDS], "evolving")


def purposes():
    """Yield sentences that pass and fail each test."""
    for answer in ("yes", "no", "unsure"):
        yield Workbook(purpose=Purpose(sentence="x", project_cancelled=answer, employer_changed=answer))
    people = tuple(
        Person(id, name="Kite", ally=True, project="Atlas", gain=gain) for id, gain in ("ax", "b ")
    )
    for sentence, years in [("Atlas", 1), ("A launch", 2), ("Calm", 3)]:
        purpose = Purpose(sentence=sentence, own_value="calm", horizon=years)
        yield Workbook(purpose=purpose, people=people)
    yield Workbook(people=people[:1])


def fives():
    """Yield members who are alike, mixed, and as mixed as can be; and every lean of title and influence."""
    yield _described(**KINDS)
    for at in (0, 1):
        yield _described(**{name: values[at : at + 1] for name, values in KINDS.items()})
    yield _described(**{name: (*values[:1] * 3, values[1]) for name, values in KINDS.items()})
    for pairs in ([(3, 3)], [(5, 1)], [(5, 1), (4, 2)], [(1, 5)], [(1, 5), (2, 4)]):
        people = zip(five(), pairs, strict=False)
        yield Workbook(people=tuple(attrs.evolve(one, authority=a, influence=i) for one, (a, i) in people))


def chairs():
    """Yield every need and view that nobody brings, none missing, and seats kept open."""
    for needs, function in [(FUNCTIONS[:5], "risk"), (FUNCTIONS[5:], "product"), (("risk",), "risk")]:
        yield Workbook(purpose=Purpose(needs=needs), people=five(1, function=function))
    for view in PERSPECTIVES[:2]:
        yield Workbook(purpose=Purpose(views=PERSPECTIVES), people=five(1, perspective=view))
    for name in ("", "A voice from sales"):
        seats = tuple(Person(id, name=name, seat="five", role_needed=True) for id in "xy")
        yield Workbook(people=seats)


def maps():
    """Yield maps of every shape, with unsure ties that decide and that do not, and one half answered."""
    shapes = (
        (),
        ("ab",),
        ("ab", "bc"),
        ("bc", "de"),
        ("ab", "bc", "cd"),
        PATH,
        STAR,
        RING,
        SQUARE_AND_TAIL,
        CLIQUE,
    )
    for known in shapes:
        yield map_of(known)
        for unsure in (("be",), ("ae",), ("de",), ("ac", "ae"), CLIQUE):
            yield map_of(known, set(unsure) - set(known))
    yield Workbook(people=five(3), ties=map_of(("ab",), count=2).ties)
    for known, unsure in [((), ()), (("ab", "bc"), ()), (("ab", "bc"), ("ac",))]:
        yield map_of(known, unsure, count=3)


def deciders():
    """Yield deciders near and far."""
    for reached_by in ([("you",)], [("a",), ("b",)], [("a",), ()], [("a",), (), ()]):
        near = zip("xyz", reached_by, strict=False)
        yield Workbook(people=five(3), deciders=tuple(Decider(id, "Chief", by) for id, by in near))


def commitments():
    """Yield plans from begun to enough, and answers that rose, stayed and fell."""
    whole, other = _plan("p1"), _plan("p2", "b")
    for made in [(_plan("p1", action=""),), (whole,), (whole, _plan("p2")), (whole, other)]:
        yield Workbook(plans=made)
    for after in (1, 2, 3):
        before = Start(standing=2, clarity=2)
        yield Workbook(start=before, commitment=Commitment(standing=after, clarity=after))


def _ally(sides, overrule):
    cards = Cards(**dict(zip(CARDS, sides, strict=False)))
    return Workbook(people=(Person("a", name="Harbour", ally=True, cards=cards, overrule=overrule),))


def _described(**choices):
    return Workbook(
        people=tuple(
            attrs.evolve(person, **{name: values[place % len(values)] for name, values in choices.items()})
            for place, person in enumerate(five())
        )
    )


def _plan(id, person="a", action="call"):
    return Plan(id, person=person, trigger="on Monday", action=action)

"""Workbooks that, together, bring out every verdict about trust, visibility and warm-up."""

import attrs
from answered import five

from workshop.model import Person, Workbook
from workshop.model.person import EVIDENCE, Trust

ITEMS = ("reliability", "discretion", "fairness")


def examples():
    """Yield all of them."""
    yield from _ties()
    yield from _seen()
    yield from _ready()


def _ties():
    """Yield a tie in each band, alike in every part and lowest in each."""
    yield _one(reliability=3)
    yield _one(reliability=5, discretion=5)
    for low, high in [(1, 3), (2, 4), (4, 5), (3, 3)]:
        yield _one(**dict.fromkeys(ITEMS, low))
        for item in ITEMS:
            yield _one(**{**dict.fromkeys(ITEMS, high), item: low})


def _seen():
    """Yield ties more visible than tested, one and two of them, none, and trusted out of sight."""
    for evidence in EVIDENCE:
        for count in (1, 2):
            yield _many(count, visibility=5, under_pressure=evidence)
    tested = [Trust(visibility=5, under_pressure=evidence) for evidence in ("yes", "not_yet")]
    yield Workbook(people=_with(five(), tested))
    for count in (1, 2):
        yield _many(count, visibility=1, reliability=5, discretion=5)
    yield _one(visibility=5, reliability=2, discretion=3)


def _ready():
    """Yield nobody, one, some and all who could start tomorrow, among the five and on the bench."""
    strong = Trust(reliability=4, discretion=4, under_pressure="yes")
    weak = Trust(reliability=2, discretion=2, under_pressure="yes")
    for trusts in ([weak], [strong], [strong, weak], [strong, strong, weak], [strong, strong]):
        yield Workbook(people=_with(five(), trusts))
        bench = tuple(attrs.evolve(person, seat="bench") for person in five())
        yield Workbook(people=_with(bench, trusts))


def _one(**answers):
    return Workbook(people=(Person("a", name="Harbour", seat="five", trust=Trust(**answers)),))


def _many(count, **answers):
    return Workbook(people=_with(five(), [Trust(**answers)] * count))


def _with(people, trusts):
    return tuple(attrs.evolve(person, trust=trust) for person, trust in zip(people, trusts, strict=False))

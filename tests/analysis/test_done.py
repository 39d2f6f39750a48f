"""Which exercises count as done."""

import attrs
import pytest
from answered import five, map_of

from workshop.analysis.progress import done
from workshop.model import Cards, Exchange, Person, Plan, Purpose, Start, Tie, Workbook
from workshop.model.clinic import STORIES, Played
from workshop.model.reciprocity import Intent, Reciprocity

SORTED = Cards(bond="trade", contact="trade", news="relationship", help="trade")


def allies(count, cards=SORTED):
    return tuple(Person(f"k{number}", name="Kite", ally=True, cards=cards) for number in range(count))


def plan(id):
    return Plan(id, person="a", trigger="on Monday", action="call")


def ledger(*entries, words="a call"):
    """Return a ledger of entries, such as `("a", "given")`, with one give meant."""
    noted = tuple(Exchange(f"x{n}", *entry) for n, entry in enumerate(entries))
    return Workbook(people=five(), exchanges=noted, reciprocity=Reciprocity(give=Intent("a", words)))


def clinic(*stories):
    """Return a clinic with these stories, each a prediction and choices."""
    played = (Played(id, (), said, tuple(way)) for id, (said, way) in zip(STORIES, stories, strict=False))
    return Workbook(clinic=tuple(played))


def test_nothing_is_done_in_an_empty_workbook():
    assert done(Workbook()) == frozenset()


@pytest.mark.parametrize(
    ("workbook", "name", "is_done"),
    [
        (Workbook(start=Start(rules=True, goal="decision")), "00_start", True),
        (Workbook(start=Start(goal="decision")), "00_start", False),
        (Workbook(people=allies(3)), "01_alliances", True),
        (Workbook(people=allies(2)), "01_alliances", False),
        (Workbook(people=allies(3, attrs.evolve(SORTED, help="unsure"))), "01_alliances", False),
        (Workbook(purpose=Purpose(sentence="Calm.", horizon=3)), "02_purpose", True),
        (Workbook(purpose=Purpose(sentence=" ", horizon=3)), "02_purpose", False),
        (Workbook(people=five(2, function="sales")), "03_five_people", True),
        (Workbook(people=five(1, function="sales")), "03_five_people", False),
        (Workbook(people=five(2)), "03_five_people", False),
        (map_of((), ("ab",), count=2), "04_alliance_map", True),
        (Workbook(people=five(3)), "04_alliance_map", False),
        (Workbook(people=five(1)), "04_alliance_map", False),
        (Workbook(people=five(2), ties=(Tie("a~b", strength=2),)), "04_alliance_map", False),
        (Workbook(plans=(plan("p1"), plan("p2"))), "09_commit", True),
        (Workbook(plans=(plan("p1"), Plan("p2"))), "09_commit", False),
        (ledger(*[("a", "given")] * 3), "06_reciprocity", True),
        (ledger(*[("a", "given")] * 2), "06_reciprocity", False),
        (ledger(*[("a", "given")] * 2, (None, "given"), ("b",)), "06_reciprocity", False),
        (ledger(*[("a", "given")] * 3, words=" "), "06_reciprocity", False),
        (clinic(("lasts", "aaaa"), ("unsure", "aaaa")), "11_case_clinic", True),
        (clinic(("lasts", "aaaa")), "11_case_clinic", False),
        (clinic(("lasts", "aaaa"), (None, "aaaa")), "11_case_clinic", False),
        (clinic(("lasts", "aaaa"), ("lasts", "aaa")), "11_case_clinic", False),
        (clinic(*[(None, "a")] * 4), "11_case_clinic", False),
    ],
)
def test_an_exercise_is_done_when_its_short_path_is(workbook, name, is_done):
    assert (name in done(workbook)) is is_done

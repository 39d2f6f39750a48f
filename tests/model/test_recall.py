import attrs
import pytest

from workshop.model import Workbook, changed
from workshop.model.recall import forget, recalled

NAMED = changed(changed(Workbook(), "people/a1", {"name": "Kite"}), "purpose/sentence", "one")


@pytest.fixture
def counted():
    """A function of the people of a workbook, and how often it was computed."""
    calls = []

    @recalled("people")
    def names(workbook, mark="", *, tail=""):
        calls.append(mark)
        return tuple(f"{person.name}{mark}{tail}" for person in workbook.people), workbook.purpose.sentence

    return names, calls


def test_a_change_elsewhere_computes_nothing_again(counted):
    names, calls = counted
    assert names(NAMED) == names(changed(NAMED, "start/rules", True))  # noqa: FBT003 - an answer
    assert len(calls) == 1


def test_a_change_of_a_named_part_is_seen(counted):
    names, _ = counted
    names(NAMED)
    assert names(changed(NAMED, "people/a1/name", "Rook"))[0] == ("Rook",)


def test_what_is_not_named_cannot_be_read(counted):
    """So nothing stale is ever told: what a function did not name is empty for it from the beginning."""
    names, _ = counted
    assert names(NAMED) == (("Kite",), "")


def test_other_arguments_are_other_questions(counted):
    names, calls = counted
    said = {names(NAMED)[0], names(NAMED, "!")[0], names(NAMED, tail="?")[0], names(NAMED, "!")[0]}
    assert (said, len(calls)) == ({("Kite",), ("Kite!",), ("Kite?",)}, 3)


def test_only_the_latest_workbook_is_kept(counted):
    names, calls = counted
    other = attrs.evolve(NAMED, people=())
    for workbook in (NAMED, other, NAMED):
        names(workbook)
    assert len(calls) == 3


def test_what_is_forgotten_is_computed_again(counted):
    names, calls = counted
    names(NAMED)
    forget()
    assert (names(NAMED)[0], len(calls)) == (("Kite",), 2)

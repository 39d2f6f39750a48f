"""What a form shows: words of the content, limits of the model, values of the workbook."""

import pytest
from hypothesis import given
from participant import Participant
from strategies import workbooks

from workshop.content import exercise, exercise_names
from workshop.exercise.names import initials, joined
from workshop.exercise.schema import fields_of
from workshop.model import Document, Workbook, changed, limits_at
from workshop.session import Session
from workshop.storage import MemoryStore

STEPS = [(name, step) for name in exercise_names() for step in exercise(name)["steps"]]


def listed(*people):
    workbook = Workbook()
    for id, facts in people:
        workbook = changed(workbook, f"people/{id}", facts)
    return workbook


def shown(workbook, name, step):
    return Participant(Session(MemoryStore(Document(workbook, 1)))).open(name).fields(step)


def offered(field):
    """The values that a question offers, however it is drawn."""
    if field["kind"] == "either":
        return {field[side]["value"] for side in ("left", "right", "unsure")}
    return {option["value"] for option in field["options"]}


@pytest.mark.parametrize(("name", "step"), STEPS)
def test_every_question_offers_exactly_what_the_model_takes(name, step):
    workbook = listed(("a1", {"ally": True, "seat": "five"}))
    fields = shown(workbook, name, step) if "fields" in exercise(name)["steps"][step] else {}
    for path, field in fields.items():
        options = limits_at(path).get("options")
        if options:
            assert offered(field) | ({"thanked"} if path.endswith("/seat") else set()) == set(options), path


def test_the_reason_is_asked_only_when_the_cards_were_overruled():
    quiet = shown(listed(("a1", {"ally": True})), "01_alliances", "cards")
    asked = shown(listed(("a1", {"ally": True, "overrule": "coalition"})), "01_alliances", "cards")
    assert set(asked) - set(quiet) == {"people/a1/overrule_reason"}


def test_limits_come_from_the_model():
    assert shown(Workbook(), "02_purpose", "sentence")["purpose/sentence"]["limit"] == 280


@pytest.mark.parametrize(
    ("name", "step", "path"), [("03_five_people", "choose", "seat"), ("02_purpose", "gains", "gain")]
)
def test_somebody_of_whom_nothing_is_said_is_offered_nowhere(name, step, path):
    said = ({}, {"bond": "A fire"}, {"name": "Kite"})
    workbook = listed(*((f"a{number}", {"ally": True, **one}) for number, one in enumerate(said, 1)))
    assert {f"people/{id}/{path}" for id in ("a1", "a2", "a3")} & shown(workbook, name, step).keys() == {
        f"people/a2/{path}",
        f"people/a3/{path}",
    }


def test_an_ally_is_not_removed_from_a_seat():
    workbook = listed(("a1", {"ally": True, "seat": "five"}), ("b2", {"seat": "five"}))
    [chosen] = [
        field
        for field in fields_of(exercise("03_five_people")["steps"]["choose"]["fields"], workbook)
        if field["kind"] == "list"
    ]
    assert {item["id"]: item["removable"] for item in chosen["items"]} == {"a1": False, "b2": True}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Harbour", "HA"),
        ("Blue Kite", "BK"),
        ("Head of the investment board", "HI"),
        ("The", "TH"),
        ("K", "K"),
        ("👩🏽‍🚀 Ada", "👩🏽‍🚀A"),
        ("", ""),
        ("شريف", "شر"),
    ],
)
def test_initials_are_one_or_two_signs(name, short):
    assert initials(name) == short


@pytest.mark.parametrize(
    ("names", "text"),
    [([], "nobody"), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_joined_as_a_sentence_does(names, text):
    assert joined(names) == text


@given(workbooks)
def test_every_step_opens_on_any_workbook_without_a_hole_in_its_words(workbook):
    participant = Participant(Session(MemoryStore(Document(workbook, 1))))
    for name in exercise_names():
        participant.open(name)
        for step in participant.widgets.values():
            for verdict in step.state["verdicts"]:
                said = f"{verdict['headline']} {verdict['detail']}".split()
                assert verdict["key"] != "problem"
                assert not {"NaN", "None", "nan", "nan%"}.intersection(said)

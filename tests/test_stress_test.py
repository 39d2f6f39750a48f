"""The stress test as a participant does it: draw, answer, look at what remains, weigh the mistakes."""

import pytest
from hypothesis import given
from participant import Participant
from strategies import workbooks

from workshop.analysis.progress import done
from workshop.content import case
from workshop.model import Document
from workshop.model.document import read
from workshop.model.stress import SHOCKS
from workshop.session import Session
from workshop.storage import MemoryStore

NAMES = ("Harbour", "Lantern", "Kite", "Rook")
IDS = ("k1", "k2", "k3", "k4")
SCENE = {"label", "out", "unsure", "groups", "headline", "detail", "tone", "repair", "repair_needed"}


@pytest.fixture
def person():
    """Somebody with four members who sit in a ring."""
    participant = Participant(Session(MemoryStore())).open("08_stress_test")
    for id, name in zip(IDS, NAMES, strict=True):
        participant.say_all({f"people/{id}": {"seat": "five"}, f"people/{id}/name": name})
    ring = {"k1~k2", "k2~k3", "k3~k4", "k1~k4"}
    for pair in (*sorted(ring), "k1~k3", "k2~k4"):
        participant.say_all({f"ties/{pair}/knows": "yes" if pair in ring else "no"})
    return participant


def stand(person, shock, *said):
    person.say_all({f"stands/{shock}~{id}/stays": one for id, one in zip(IDS, said, strict=True)})


def removals(person):
    return person.widgets["remains"].state["removals"]


def test_cards_come_in_the_order_in_which_they_were_drawn(person):
    person.say_all({"stress/drawn": ["merger", "budget"]})
    assert person.widgets["draw"].state["drawn"] == ["merger", "budget"]
    assert list(removals(person)) == ["merger", "budget"]


def test_every_shock_has_a_title_a_story_and_a_question_for_each_member(person):
    cards = person.widgets["draw"].state["cards"]
    assert [card["id"] for card in cards] == list(SHOCKS)
    for card in cards:
        assert not card["title"].startswith("shock_")
        assert len(card["story"]) > 40
        [rows] = [field for field in card["fields"] if field["kind"] == "people"]
        paths = [item["field"]["path"] for item in rows["items"]]
        assert paths == [f"stands/{card['id']}~{id}/stays" for id in IDS]


def test_an_answer_changes_the_card_the_scene_and_the_verdict(person):
    person.say_all({"stress/drawn": ["budget"]})
    stand(person, "budget", "no", "yes", "yes", "unsure")
    assert (removals(person)["budget"]["out"], removals(person)["budget"]["unsure"]) == (["k1", "k4"], ["k4"])
    assert removals(person)["budget"]["groups"] == [["k2", "k3"]]
    assert "Budget cut: between 2 and 3 of 4 stay." in repr(person.widgets["draw"])


def test_changing_employer_takes_you_out_too(person):
    person.say_all({"stress/drawn": ["employer"]})
    stand(person, "employer", "yes", "yes", "yes", "no")
    assert removals(person)["employer"]["out"] == ["k4", "you"]
    assert removals(person)["employer"]["groups"] == [["k1", "k2", "k3"]]


def test_three_shocks_answered_for_everybody_are_a_test(person):
    person.say_all({"stress/drawn": ["budget", "merger", "sponsor"]})
    for shock in ("budget", "merger", "sponsor"):
        assert "08_stress_test" not in done(person.session.workbook)
        stand(person, shock, "yes", "yes", "yes", "no")
    assert "08_stress_test" in done(person.session.workbook)
    assert person.headlines("remains")[0].startswith("After each of 3 shocks")


def test_a_shock_that_does_not_exist_is_refused_and_nothing_is_lost(person):
    person.say_all({"stress/drawn": ["budget"]})
    assert person.say("stress/drawn", ["budget", "earthquake"])["status"] == "refused"
    assert person.session.workbook.stress.drawn == ("budget",)


def test_the_own_answer_stands_beside_the_evidence(person):
    person.say_all({"stress/leaning": "yes"})
    [leaning] = [one for one in person.verdicts("audit") if one["key"] == "mistakes.leaning"]
    assert leaning["supports"][0] == ("Your own answer", "yes")
    assert ("Holds the others together alone", "nobody") in leaning["opposes"]


def test_the_fragile_alliance_looked_strong_and_does_not_stand():
    told = Participant(Session(MemoryStore(read(case("fragile-alliance")))), case="fragile-alliance")
    assert told.open("04_alliance_map").verdicts("glue")[0]["tone"] == "good"
    summary = told.open("08_stress_test").verdicts("remains")[0]
    assert summary["tone"] == "watch"
    assert summary["headline"].startswith("After none of")


@given(workbooks)
def test_every_scene_has_the_same_shape_and_takes_nobody_out_who_remains(workbook):
    participant = Participant(Session(MemoryStore(Document(workbook, 1)))).open("08_stress_test")
    state = participant.widgets["remains"].state
    nodes = {node["id"] for node in state["nodes"]}
    assert tuple(state["removals"]) == workbook.stress.drawn
    for scene in state["removals"].values():
        remaining = {id for group in scene["groups"] for id in group}
        assert set(scene) == SCENE
        assert set(scene["unsure"]) <= set(scene["out"]) <= nodes
        assert remaining <= nodes - set(scene["out"])

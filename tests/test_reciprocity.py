"""A participant goes through give and receive: ledger, balance, game and loop."""

import pytest
from express_path import MEMBERS, NAMES
from participant import Participant

from workshop.analysis.progress import done
from workshop.session import Session
from workshop.storage import MemoryStore

HARBOUR, LANTERN, *_ = MEMBERS
NOTED = [
    (HARBOUR, "given", "visibility", "2026-02", "offered"),
    (HARBOUR, "received", "cover", "2026-05", "offered"),
    (HARBOUR, "given", "advice", "2026-08", "asked"),
    (LANTERN, "received", "resources", "2026-08", "asked"),
]


@pytest.fixture
def participant():
    """Somebody with five members, on the page of the exercise."""
    participant = Participant(Session(MemoryStore())).open("06_reciprocity")
    for id, name in zip(MEMBERS, NAMES, strict=True):
        participant.say_all({f"people/{id}": {"seat": "five", "name": name}})
    return participant


@pytest.fixture
def noted(participant):
    """The same person with four entries in the ledger."""
    keys = ("person", "direction", "kind", "month", "initiative")
    for number, entry in enumerate(NOTED):
        participant.say_all({f"exchanges/k{number}": dict(zip(keys, entry, strict=True))})
    return participant


def test_an_empty_ledger_is_open_on_every_step(participant):
    tones = {verdict["tone"] for step in participant.widgets for verdict in participant.verdicts(step)}
    assert tones == {"open"}


def test_the_ledger_shows_what_was_noted_last_first(noted):
    state = noted.widgets["ledger"].state
    assert [row["id"] for row in state["rows"]] == ["k3", "k2", "k1", "k0"]
    assert state["rows"][0]["name"] == "Lantern"
    assert noted.headlines("ledger") == ["4 entries so far, with 2 people."]


def test_the_balance_says_who_gives_and_who_asks(noted):
    headlines = noted.headlines("balance")
    assert "A pattern of mutual support: Harbour." in headlines
    assert "In 1 of 2 ties, help goes both ways." in headlines
    assert "You asked in 1 of 4 contacts." in headlines
    assert "Lantern: you gave nothing so far, and received 1." in headlines


def test_somebody_who_is_removed_takes_their_entries_along(noted):
    noted.say_all({f"people/{HARBOUR}": None})
    assert noted.widgets["ledger"].state["total"] == 1


def test_twenty_rounds_are_stored_move_by_move_and_told_in_words(noted):
    noted.say_all({"game/partner": "wall"})
    for rounds in range(1, 21):
        noted.say_all({"game/wall": ["hold"] * rounds})
    assert "Twenty rounds: 20 for you, 20 for your partner." in repr(noted.widgets["game"])
    assert "One direction so far, to you: Lantern." in repr(noted.widgets["game"])


def test_a_give_a_credit_and_an_ask_finish_the_exercise(noted):
    for step, id in [("give", LANTERN), ("credit", HARBOUR), ("ask", HARBOUR)]:
        noted.say_all({f"reciprocity/{step}/person": id, f"reciprocity/{step}/words": "A call"})
    assert noted.verdicts("loop")[0]["detail"] == "You ask Harbour, to whom you have given before."
    assert "06_reciprocity" in done(noted.session.workbook)

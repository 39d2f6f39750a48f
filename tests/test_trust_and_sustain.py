"""Trust and a forum that keeps going, as a participant meets them."""

from datetime import date, timedelta

import pytest
from participant import Participant

from workshop.content import case, case_names
from workshop.model import Workbook, changed
from workshop.model.document import Document, read
from workshop.session import Session
from workshop.storage import MemoryStore


def opened(name, *people):
    workbook = Workbook()
    for id, facts in people:
        workbook = changed(workbook, f"people/{id}", facts)
    return Participant(Session(MemoryStore(Document(workbook, 1)))).open(name)


FIVE = (
    ("a1", {"name": "Harbour", "seat": "five"}),
    ("b2", {"name": "Kite", "seat": "bench"}),
    ("c3", {"name": "Sales", "seat": "five", "role_needed": True}),
    ("d4", {"name": "Lantern", "seat": "five"}),
)


@pytest.mark.parametrize(("name", "step"), [("05_trust", "ratings"), ("07_sustain", "cadence")])
def test_people_are_asked_about_in_the_order_of_the_five_and_open_roles_are_not(name, step):
    field = next(each for each in opened(name, *FIVE).widgets[step].state["fields"] if each["kind"] != "note")
    assert [item["title"] for item in field["items"]] == ["Harbour", "Lantern", "Kite"]


def test_two_ratings_bring_a_verdict_with_bars_and_one_small_step():
    participant = opened("05_trust", *FIVE)
    participant.say_all({"people/a1/trust/reliability": 5, "people/a1/trust/discretion": 3})
    [verdict] = participant.verdicts("ratings")
    assert verdict["headline"] == "Harbour: strong trust, and lowest in discretion."
    assert verdict["detail"].startswith("One small step")
    assert verdict["bars"] == (("Reliability", 5, 5), ("Discretion", 3, 5))


def test_a_due_date_is_said_as_a_day_in_words():
    """The day is as a person writes it, in the verdict and in the table."""
    participant = opened("07_sustain", *FIVE)
    last = date.today() - timedelta(days=1)  # noqa: DTZ011 - the page's own today
    participant.say_all({"people/a1/cadence": 4, "people/a1/last_contact": last.isoformat()})
    due = last + timedelta(weeks=4)
    tie = next(each for each in participant.verdicts("due") if each["key"] == "upkeep.tie")
    row = participant.widgets["due"].state["table"]["rows"][0]
    assert f"Due next on {due.day} " in tie["headline"]
    assert row[3].startswith(f"{due.day} ")
    assert row[3].endswith(str(due.year))


def test_an_empty_exercise_marks_nothing_as_overdue():
    participant = opened("07_sustain")
    tones = {verdict["tone"] for step in participant.widgets for verdict in participant.verdicts(step)}
    assert tones == {"open"}
    assert participant.widgets["due"].state["figure"] is None


@pytest.mark.parametrize("number", [0, 53])
def test_a_cadence_out_of_range_is_refused_and_nothing_is_lost(number):
    participant = opened("07_sustain", *FIVE)
    participant.say("people/a1/cadence", 4)
    assert participant.say("people/a1/cadence", number)["status"] == "refused"
    assert participant.session.workbook.person("a1").cadence == 4


def test_the_fragile_case_is_visible_and_untested():
    document = read(case("fragile-alliance"))
    participant = Participant(Session(MemoryStore(document)), case="fragile-alliance").open("05_trust")
    assert participant.headlines("seen")[0].startswith("Visible but untested: Onyx")


@pytest.mark.parametrize("name", case_names())
def test_every_cadence_of_a_case_is_one_that_the_form_offers(name):
    """Else a case would open with a choice that looks unanswered."""
    workbook = read(case(name)).workbook
    participant = Participant(Session(MemoryStore(Document(workbook, 1)))).open("07_sustain")
    fields = {**participant.fields("forum"), **participant.fields("cadence")}
    for path, field in fields.items():
        if path.endswith("/cadence") and field["value"]:
            assert field["value"] in [option["value"] for option in field["options"]], path

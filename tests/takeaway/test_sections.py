"""The playbook as data: honest when empty, complete when full."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from workshop.model import Person, Plan, Purpose, Tie, Workbook
from workshop.model.person import FUNCTIONS
from workshop.model.plan import INVESTMENTS
from workshop.model.workbook import VALUES, Commitment
from workshop.takeaway.playbook import months_later, sections

CONTENT = Path(__file__).parents[2] / "workshop/content"
WORDS = tomllib.loads((CONTENT / "pictures.toml").read_text(encoding="utf-8"))["words"]
PICTURE = {"nodes": [], "ties": [], "alt": "A map", "caption": "1 of 10 pairs"}
TODAY = date(2026, 11, 22)


def playbook(workbook, glue=""):
    made = sections(workbook, WORDS, picture=PICTURE, glue=glue, today=TODAY)
    return {section["kind"]: section for section in made}


def test_an_empty_workbook_says_what_is_missing():
    """Every part names the exercise that fills it, and nothing is invented."""
    parts = playbook(Workbook())
    missing = {kind: part["missing"] for kind, part in parts.items() if "missing" in part}
    assert set(missing) == {"purpose", "five", "map", "plans", "review"}
    assert missing["purpose"] == "Not written yet: open Purpose."


def test_purpose_has_its_horizon_and_values():
    """The sentence stands with its years and its values, the own one last."""
    purpose = Purpose(sentence="Change that lasts.", horizon=5, values=("care",), own_value="Grit")
    part = playbook(Workbook(purpose=purpose))["purpose"]
    assert (part["sentence"], part["values"]) == (
        "Change that lasts.",
        "for the next 5 years · Values: Care for people, Grit",
    )


def test_open_seats_are_counted():
    """One person and one role needed leave three seats open."""
    five = (
        Person(id="a", name="Kite", seat="five", function="people"),
        Person(id="b", seat="five", role_needed=True),
    )
    part = playbook(Workbook(people=five))["five"]
    assert part["open"] == "3 seats are open."
    assert [(one["name"], one["detail"]) for one in part["people"]] == [
        ("Kite", "People and HR"), ("Open seat", "a role we need · function not said"),
    ]  # fmt: skip


def test_the_map_comes_with_the_glue_test():
    """As soon as one tie has an answer the map is there, with one line of the glue test."""
    drawn = Workbook(people=(Person(id="a"), Person(id="b")), ties=(Tie("a~b", knows="no"),))
    assert (
        playbook(drawn, glue="3 of 6 losses split it.")["map"]["glue"] == "Glue test: 3 of 6 losses split it."
    )


def test_half_a_plan_says_which_half_is_missing():
    """A plan without an action or a date is shown as far as it goes."""
    plan = Plan(id="p1", trigger="the budget round opens", kind="credit")
    [shown] = playbook(Workbook(plans=(plan,)))["plans"]["plans"]
    assert shown == {
        "who": "nobody chosen yet", "kind": "Share the credit", "when": "When: the budget round opens",
        "then": "Then I will: not written yet", "due": "no date yet",
    }  # fmt: skip


def test_an_untouched_plan_is_no_plan():
    assert "missing" in playbook(Workbook(plans=(Plan(id="p1"),)))["plans"]


def test_next_review_counts_from_today():
    part = playbook(Workbook(commitment=Commitment(refresh_months=6)))["review"]
    assert part["text"] == "Look again in 6 months: by 22 May 2027."


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
    ],
)
def test_months_later_stays_inside_the_month(day, months, expected):
    assert months_later(day, months) == expected


@pytest.mark.parametrize(
    ("prefix", "values"), [("function", FUNCTIONS), ("value", VALUES), ("investment", INVESTMENTS)]
)
def test_every_choice_of_the_model_has_a_word(prefix, values):
    assert all(WORDS[f"{prefix}_{value}"] for value in values)
    assert len({name for name in WORDS if name.startswith(f"{prefix}_")}) == len(values)


@pytest.mark.parametrize(
    ("exercise", "path", "prefix"),
    [
        ("02_purpose", "purpose/values", "value"),
        ("03_five_people", "function", "function"),
        ("09_commit", "kind", "investment"),
    ],
)
def test_the_playbook_uses_the_words_of_the_form(exercise, path, prefix):
    """What was chosen is called on the playbook as it was called when it was chosen."""
    text = (CONTENT / f"exercises/{exercise}.toml").read_text(encoding="utf-8")
    options = _options(tomllib.loads(text), path)
    assert {value: WORDS[f"{prefix}_{value}"] for value in options} == options


def _options(node, path):
    if isinstance(node, list):
        return next(filter(None, (_options(item, path) for item in node)), {})
    if not isinstance(node, dict):
        return {}
    if node.get("path") == path and isinstance(node.get("options"), list):
        return {option["value"]: option["label"] for option in node["options"]}
    return _options(list(node.values()), path)

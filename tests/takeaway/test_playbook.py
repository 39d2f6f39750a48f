"""The playbook as data: honest when empty, complete when full, and described once."""

import tomllib
from datetime import date
from pathlib import Path

import attrs
import pytest

from workshop.content import case_names, exercise, words
from workshop.content.worked import worked
from workshop.exercise.playbook import playbook_of, playbook_words
from workshop.model import Forum, Person, Plan, Purpose, Snapshot, Tie, Workbook
from workshop.model.person import FUNCTIONS
from workshop.model.plan import INVESTMENTS, KEPT
from workshop.model.sustain import FORMS
from workshop.model.workbook import VALUES, Commitment

WORDS = playbook_words()
TODAY = date(2026, 11, 22)
PANELS = {
    "purpose", "five", "map", "blocks", "plans", "forum", "dates",
    "trust", "upkeep", "power", "exchange", "survivors", "why",
}  # fmt: skip
KITE = Person(id="k", name="Kite", seat="five", function="people")


def panels(workbook, **more):
    made = playbook_of(workbook, TODAY, **more)
    return {cell.panel.key: cell.panel for sheet in made.sheets for row in sheet.rows for cell in row}


def said(panel):
    """Everything that a panel says, line by line."""
    entries = [line for entry in panel.entries for line in entry]
    return [line.text for line in (*panel.lines, *entries, *panel.notes)]


def test_the_layout_has_a_place_for_every_panel_and_one_alone():
    made = playbook_of(Workbook(), TODAY)
    placed = [cell.panel.key for sheet in made.sheets for row in sheet.rows for cell in row]
    assert (set(placed), len(placed)) == (PANELS, len(PANELS))


def test_every_row_fills_the_width():
    """Shares are twelfths."""
    rows = [row for sheet in playbook_of(Workbook(), TODAY).sheets for row in sheet.rows]
    assert {sum(cell.share for cell in row) for row in rows} == {12}


def in_touch(count):
    """So many people with a date each."""
    kept = attrs.evolve(KITE, last_contact="2026-11-20", cadence=4)
    return [attrs.evolve(kept, id=f"k{n}", seat="five" if n < 5 else "bench") for n in range(count)]


def test_an_empty_workbook_says_what_is_missing():
    """Every panel but the reasons says so, and which exercise fills it; nothing is invented."""
    parts = panels(Workbook())
    missing = {key for key, panel in parts.items() if [line.role for line in panel.lines] == ["missing"]}
    assert missing == PANELS - {"why"}
    assert said(parts["purpose"]) == ["Not written yet: open Purpose."]
    assert not [panel for panel in parts.values() if panel.picture]


def test_a_full_case_lacks_nothing():
    day = date.fromisoformat(words("wording")["cases"]["making-change-stick"]["day"])
    made = playbook_of(worked("making-change-stick").workbook, day)
    full = [cell.panel for sheet in made.sheets for row in sheet.rows for cell in row]
    assert not [panel.key for panel in full for line in panel.lines if line.role == "missing"]
    assert {panel.key for panel in full if panel.picture} == {
        "map", "blocks", "trust", "upkeep", "power", "exchange", "survivors",
    }  # fmt: skip


@pytest.mark.parametrize("case", case_names())
def test_every_picture_has_a_text_twin(case):
    """Whoever cannot see it reads the same."""
    pictures = [panel.picture for panel in panels(worked(case).workbook).values() if panel.picture]
    assert pictures
    assert all(picture.alt.strip() and picture.marks for picture in pictures)


def test_the_reasons_can_be_left_out():
    made = playbook_of(Workbook(), TODAY)
    assert [sheet.page for sheet in made.of_pages(reasons=True).sheets] == [1, 1, 2, 2]
    assert [sheet.page for sheet in made.of_pages(reasons=False).sheets] == [1, 1]


def test_purpose_has_its_horizon_and_values():
    """The sentence stands with its years and its values, the own one last."""
    purpose = Purpose(sentence="Change that lasts.", horizon=5, values=("care",), own_value="Grit")
    assert said(panels(Workbook(purpose=purpose))["purpose"]) == [
        "Change that lasts.",
        "for the next 5 years · Values: Care for people, Grit",
    ]


def test_open_seats_are_counted():
    """One person and one role needed leave three seats open."""
    role = Person(id="b", seat="five", role_needed=True)
    bench = Person(id="c", name="Rook", seat="bench")
    assert said(panels(Workbook(people=(KITE, role, bench)))["five"]) == [
        "Kite", "People and HR", "Open seat", "a role we need · function not said",
        "3 seats are open.", "On the bench: Rook",
    ]  # fmt: skip


def test_the_map_comes_with_the_glue_test():
    """As soon as one tie has an answer the map is there, with one line of the glue test."""
    people = (KITE, Person(id="r", name="Rook", seat="five"))
    panel = panels(Workbook(people=people, ties=(Tie("k~r", knows="no"),)))["map"]
    assert panel.picture
    assert said(panel)[-1] == "Glue test: Not enough to say yet: open Map."


def test_half_a_plan_says_which_half_is_missing():
    """A plan without an action or a date is shown as far as it goes."""
    plan = Plan(id="p1", trigger="when the budget round opens", kind="credit")
    assert said(panels(Workbook(plans=(plan,)))["plans"]) == [
        "nobody chosen yet", "Share the credit", "When: the budget round opens",
        "Then I will: not written yet", "no date yet",
    ]  # fmt: skip


def test_what_the_page_says_is_not_said_twice():
    """Somebody answers in whole sentences: "When …", "I will …"."""
    plan = Plan(id="p1", trigger="When it rains", action="I will call")
    assert said(panels(Workbook(plans=(plan,)))["plans"])[1:3] == ["When: it rains", "Then I will: call"]


def test_an_untouched_plan_is_no_plan():
    assert panels(Workbook(plans=(Plan(id="p1"),)))["plans"].lines[0].role == "missing"


def test_a_plan_whose_day_has_passed_stands_last_and_says_so():
    old = Plan(id="p1", person="k", action="call", due="2026-10-01", kept="partly")
    new = Plan(id="p2", person="k", action="write", due="2026-12-01")
    entries = panels(Workbook(people=(KITE,), plans=(old, new)))["plans"].entries
    assert [entry[-1].text for entry in entries] == [
        "by 1 December 2026",
        "was due by 1 October 2026 · partly kept",
    ]


def test_the_forum_is_said_as_far_as_it_is_planned():
    held = Forum(form="coffee", name="The long table", cadence=4, time="18:30", convener="k", ritual="Tea.")
    assert said(panels(Workbook(people=(KITE,), forum=held))["forum"]) == [
        "The long table", "A coffee · every 4 weeks · 18:30", "When I cannot call it, Kite does.",
        "Our ritual: Tea.",
    ]  # fmt: skip


def test_all_that_is_overdue_is_one_line():
    people = [
        attrs.evolve(KITE, id=f"k{n}", name=f"Kite {n}", last_contact="2026-01-01", cadence=4) for n in (1, 2)
    ]
    [entry] = panels(Workbook(people=people))["dates"].entries
    assert [line.text for line in entry] == ["Now", "Overdue: in touch with Kite 1, Kite 2"]


def test_more_dates_than_the_page_holds_are_counted():
    people = in_touch(8)
    panel = panels(Workbook(people=people))["dates"]
    assert (len(panel.entries), said(panel)[-1]) == (6, "And 2 more, in the calendar file.")


def test_the_next_look_is_shown_however_far_it_is():
    people = in_touch(8)
    panel = panels(Workbook(people=people, commitment=Commitment(refresh_months=12)))["dates"]
    assert panel.entries[-1][-1].text == "Look at all this again"
    assert (len(panel.entries), said(panel)[-1]) == (6, "And 3 more, in the calendar file.")


@pytest.mark.parametrize(
    ("kept_on", "expected"),
    [((), "22 May 2027"), (("2026-11-01",), "1 May 2027"), (("2020-01-01",), "22 May 2027")],
    ids=["no snapshot", "a snapshot", "a snapshot of long ago"],
)
def test_the_next_look_counts_from_the_last_snapshot(kept_on, expected):
    snapshots = tuple(Snapshot(id=f"s{n}", day=day) for n, day in enumerate(kept_on))
    workbook = Workbook(commitment=Commitment(refresh_months=6), snapshots=snapshots)
    assert said(panels(workbook)["dates"]) == [expected, "Look at all this again"]


def test_a_playbook_with_real_names_says_so():
    made = playbook_of(Workbook(), TODAY, names="real")
    assert made.note == "Made 22 November 2026. With real names; for my own eyes."


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("function", FUNCTIONS), ("value", VALUES), ("investment", INVESTMENTS),
        ("playbook_kept", KEPT), ("forum", FORMS),
    ],
)  # fmt: skip
def test_every_choice_of_the_model_has_a_word(prefix, values):
    assert all(WORDS[f"{prefix}_{value}"] for value in values)


@pytest.mark.parametrize(
    ("name", "path", "prefix"),
    [
        ("02_purpose", "purpose/values", "value"),
        ("03_five_people", "function", "function"),
        ("07_sustain", "forum/form", "forum"),
        ("09_commit", "kind", "investment"),
    ],
)
def test_the_playbook_uses_the_words_of_the_form(name, path, prefix):
    """What was chosen is called on the playbook as it was called when it was chosen."""
    options = _options(exercise(name)["steps"], path)
    assert {value: WORDS[f"{prefix}_{value}"] for value in options} == options


def test_the_words_of_the_playbook_are_its_own():
    """Words that every widget carries are not said twice."""
    content = Path(__file__).parents[2] / "workshop/content"
    pictures, own = (
        tomllib.loads((content / f"{name}.toml").read_text(encoding="utf-8"))["words"]
        for name in ("pictures", "playbook")
    )
    assert not set(pictures) & set(own)


def _options(node, path):
    if isinstance(node, list):
        return next(filter(None, (_options(item, path) for item in node)), {})
    if not isinstance(node, dict):
        return {}
    if node.get("path") == path and isinstance(node.get("options"), list):
        return {option["value"]: option["label"] for option in node["options"]}
    return _options(list(node.values()), path)

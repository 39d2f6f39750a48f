"""Give and receive: balance, mutuality, pattern, asks, directions and dependence."""

from datetime import date

import attrs
import networkx as nx
import pytest
from answered import five, workbooks
from every_reciprocity_verdict import PATTERN, ledger, undated
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis import GROUPS
from workshop.analysis.dependence import dependence, dependence_on, herfindahl
from workshop.analysis.directions import directions, reciprocity
from workshop.analysis.exchange import (
    MOST_BOXES,
    Tally,
    asking,
    asks,
    balance,
    balances,
    entries,
    is_pattern,
    mutuality,
    noted,
    tally,
)
from workshop.analysis.loop import loop
from workshop.analysis.mistakes import mistakes
from workshop.model import Exchange, Person, Workbook
from workshop.model.reciprocity import Intent, Reciprocity

TODAY = date(2026, 11, 22)
counts = st.integers(0, 500)


@given(counts, counts)
def test_balance_and_mutuality_stay_in_range_and_are_undefined_at_zero(gave, received):
    if gave + received == 0:
        assert balance(gave, received) is mutuality(gave, received) is None
    else:
        assert -1 <= balance(gave, received) <= 1
        assert 0 <= mutuality(gave, received) <= 1


@given(counts, counts)
def test_changing_sides_turns_the_balance_and_keeps_the_mutuality(gave, received):
    assert mutuality(gave, received) == mutuality(received, gave)
    if gave + received:
        assert balance(gave, received) == -balance(received, gave)


@pytest.mark.parametrize(("gave", "got", "mutual"), [(4, 3, 6 / 7), (1, 1, 1), (3, 0, 0), (3, 1, 0.5)])
def test_mutuality_is_twice_the_smaller_side_over_both(gave, got, mutual):
    assert mutuality(gave, got) == mutual


@pytest.mark.parametrize(
    ("counted", "pattern"),
    [
        (Tally(2, 1, 0, 3), True),
        (Tally(2, 1, 9, 2), False),
        (Tally(4, 1, 0, 4), False),
        (Tally(0, 0, 5, 0), False),
        (Tally(3, 1, 0, 3), True),
    ],
)
def test_a_pattern_takes_three_quarters_and_both_directions(counted, pattern):
    assert is_pattern(counted) is pattern


def test_months_of_one_quarter_count_once_and_talks_not_at_all():
    months = ("2026-01", "2026-03", "2026-04", "2025-01")
    passed = [Exchange(f"x{n}", "a", "given", month=month) for n, month in enumerate(months)]
    listed = (*passed, Exchange("t", "a", "talk", month="2026-12"))
    assert tally(Workbook(people=five(), exchanges=listed), "a") == Tally(4, 0, 1, 3)


def test_only_what_you_asked_for_and_received_counts_as_your_ask():
    workbook = ledger("a?", "a-", "b.", "b?")
    they_asked = Exchange("y", "a", "given", "cover", "2026-01", "asked")
    assert asks(attrs.evolve(workbook, exchanges=(*workbook.exchanges, they_asked))) == (2, 5)


@pytest.mark.parametrize(
    ("entries_of", "case"),
    [(["a?", "a?"], "open"), (["a?", "b?", "a."], "often"), (["a?", "b?", "a.", "c."], "some")],
)
def test_asking_is_flagged_above_half_of_three_or_more_contacts(entries_of, case):
    assert asking(ledger(*entries_of))[0].case == case


def test_nobody_is_counted_who_has_no_name_or_is_a_role():
    people = (Person("a", name=" "), Person("b", name="Sales", role_needed=True))
    listed = tuple(Exchange(f"x{id}", id, "given") for id in "abz")
    assert entries(Workbook(people=people, exchanges=listed)) == ()


@given(workbooks())
def test_reciprocity_is_mutual_arcs_over_arcs(workbook):
    listed = [entry for entry in entries(workbook) if entry.direction != "talk"]
    found = {("you", e.person) if e.direction == "given" else (e.person, "you") for e in listed}
    mutual = sum((end, start) in found for start, end in found)
    assert reciprocity(workbook) == (mutual / len(found) if found else None)


def test_networkx_agrees_that_two_of_three_arcs_are_mutual():
    assert nx.overall_reciprocity(nx.DiGraph([("you", "a"), ("a", "you"), ("you", "b")])) == 2 / 3
    assert reciprocity(ledger("a+", "a-", "b+")) == 2 / 3


def test_ties_are_told_where_help_goes_both_ways():
    finding = directions(ledger("a+", "a-", "b+", "c+", "c-", "d.", "e-"))[0]
    assert (finding.case, finding.values) == ("some", {"mutual": 2, "ties": 4})


@pytest.mark.parametrize(("helped", "expected"), [([4], 1), ([1, 1], 0.5), ([2, 2, 2, 2], 0.25), ([], None)])
def test_herfindahl_is_one_over_the_number_of_equal_sources(helped, expected):
    assert herfindahl(helped) == expected


@given(st.lists(st.integers(1, 50), min_size=1, max_size=25))
def test_herfindahl_lies_between_equal_shares_and_one(helped):
    assert 1 / len(helped) - 1e-9 <= herfindahl(helped) <= 1 + 1e-9


def test_dependence_names_the_one_who_helps_most():
    assert dependence_on(ledger("a-", "b-", "b?", "c+")) == ("Lantern", 2, 3)
    assert dependence_on(ledger("a-", "b-")) is None
    assert dependence(ledger("a-", "b-", "b?"))[0].tone == "watch"
    assert dependence(ledger("a-", "b-"))[0].tone == "open"
    assert dependence(ledger("a-", "a-", "b-", "b-"))[0].tone == "good"


@given(workbooks())
def test_dependence_does_not_change_when_people_are_renamed(workbook):
    people = tuple(attrs.evolve(one, name=one.name and f"{one.name}!") for one in workbook.people)
    before, after = dependence_on(workbook), dependence_on(attrs.evolve(workbook, people=people))
    assert (before and before[1:]) == (after and after[1:])


def test_members_come_first_and_everybody_else_with_an_entry_after_them():
    ally = Person("z", name="Falcon", ally=True)
    workbook = ledger("a+", people=2)
    listed = (*workbook.exchanges, Exchange("xz", "z", "received"))
    findings = balances(attrs.evolve(workbook, people=(ally, *workbook.people), exchanges=listed))
    assert [one.values["name"] for one in findings[1:]] == ["Harbour", "Lantern", "Falcon"]


def test_boxes_are_drawn_only_as_far_as_an_eye_can_count():
    assert balances(ledger(*(["a+"] * MOST_BOXES)))[1].bars[0] == ("exchange_given", 20, 20)
    assert balances(ledger(*(["a+"] * (MOST_BOXES + 1))))[1].bars == ()


def test_a_full_ledger_is_counted_in_a_moment():
    listed = tuple(Exchange(f"x{n}", "abcde"[n % 5], "received", month="2026-11") for n in range(5000))
    workbook = Workbook(people=five(), exchanges=listed)
    assert balances(workbook)[1].values["received"] == 1000
    assert dependence_on(workbook) == ("Harbour", 1000, 5000)


def test_a_month_to_come_waits_until_it_has_begun():
    plans = (Exchange("x", "a", "given", month="2026-11"), Exchange("y", "a", "received", month="2026-12"))
    workbook = Workbook(people=five(), exchanges=plans)
    assert tally(workbook, "a", TODAY) == Tally(1, 0, 0, 1)
    assert tally(workbook, "a", date(2026, 12, 1)) == Tally(1, 1, 0, 1)
    assert [one.values["entries"] for one in noted(workbook, TODAY)] == [1, 1]
    assert len(noted(workbook, date(2026, 12, 1))) == 1


AHEAD = ("noted", "balances", "asking", "directions", "dependence", "loop", "game", "blocks", "mistakes")


@pytest.mark.parametrize("group", AHEAD)
def test_no_finding_counts_what_lies_ahead(group):
    """A pattern planned for the years to come leaves each finding as it was, but for the one that says so."""
    meant = Reciprocity(Intent("b", "x"), Intent("c", "x"), Intent("a", "x"))
    plans = tuple(
        Exchange(f"x{n}", "a", ("given", "received")[n % 2], "advice", f"{2030 + n}-01", "asked")
        for n in range(6)
    )
    empty = Workbook(people=five(), reciprocity=meant)
    found = GROUPS[group](attrs.evolve(empty, exchanges=plans), TODAY)
    assert [one for one in found if one.key != "ledger.ahead"] == list(GROUPS[group](empty, TODAY))


def test_help_without_a_word_on_how_it_came_about_is_no_sign_of_asking():
    unsaid = tuple(Exchange(f"x{n}", "a", "received", month="2026-10") for n in range(6))
    workbook = Workbook(people=five(), exchanges=unsaid)
    assert asks(workbook) == (0, 0)
    assert asking(workbook)[0].tone == "open"
    assert "sign_asked" not in {name for one in mistakes(workbook, TODAY) for name, _ in one.opposes}


@pytest.mark.parametrize(("signs", "case"), [("+-", "both"), ("+-+", "both_undated"), ("+++", "giving")])
def test_entries_without_a_month_are_not_said_to_be_recent(signs, case):
    assert balances(undated(signs))[1].case == case


def test_three_quarters_both_ways_are_a_pattern_by_name():
    finding = balances(ledger(*(f"b{sign}" for sign in PATTERN), "c+"))[0]
    assert (finding.case, finding.values["names"]) == ("some", ("Lantern",))


@pytest.mark.parametrize(
    ("entry", "give", "case"),
    [("a+", "b", "ready"), ("a-", "a", "in_order"), ("a-", "b", "early")],
)
def test_the_ask_goes_to_somebody_to_whom_something_was_given(entry, give, case):
    meant = Reciprocity(Intent(give, "x"), Intent("b", "x"), Intent("a", "x"))
    assert loop(ledger(entry, reciprocity=meant))[0].case == case


def test_an_intention_without_words_or_for_nobody_is_not_named_yet():
    meant = Reciprocity(give=Intent("a", " "), credit=Intent(None, "x"))
    assert loop(Workbook(people=five(), reciprocity=meant))[0].tone == "open"

from datetime import date
from itertools import combinations

import attrs
import pytest
from answered import five, map_of, relabelled, workbooks
from every_refresh_verdict import compared
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.change import FATES, change
from workshop.analysis.day import months_later, whole_months
from workshop.analysis.difference import difference, jaccard
from workshop.analysis.mistakes import mistakes
from workshop.analysis.progress import done
from workshop.analysis.promises import promises
from workshop.analysis.snapshot import last_snapshot, newcomers, refreshed
from workshop.model import Person, Plan, Purpose, Snapshot, Workbook
from workshop.model.refresh import Refresh
from workshop.model.snapshot import compared_with, with_snapshot
from workshop.model.workbook import Commitment

TODAY = date(2026, 11, 22)
people_in = st.sets(st.sampled_from("abcdefgh"))


def found(workbook, key, today=TODAY):
    everything = (*difference(workbook, today), *last_snapshot(workbook, today), *promises(workbook))
    return next(finding for finding in everything if finding.key == key)


def since(day, today=TODAY):
    return found(Workbook(snapshots=(Snapshot("s1", day=day),)), "snapshot.since", today)


def members(then, now, day="2026-05-22"):
    people = {person.id: person for person in five()} | {
        id: Person(id, name=id.upper(), seat="five") for id in "vwxyz"
    }
    was, is_now = (Workbook(people=tuple(people[id] for id in ids)) for ids in (then, now))
    return found(compared(was, is_now, day), "difference.members")


def test_one_swap_of_five_keeps_two_thirds():
    assert jaccard("abcde", "abcdx") == pytest.approx(2 / 3)


def test_nobody_then_and_now_is_not_a_number():
    assert jaccard("", "") is None


@given(people_in, people_in)
def test_membership_kept_lies_between_nothing_and_all_in_either_order(one, other):
    kept = jaccard(one, other)
    assert kept is None or 0 <= kept <= 1
    assert kept == jaccard(other, one)
    assert (kept == 1) == (one == other and bool(one))


@pytest.mark.parametrize(
    ("then", "now", "day", "case", "tone"),
    [
        ("abcde", "abcde", "2025-11-23", "same", "plain"),
        ("abcde", "abcde", "2025-11-22", "same_long", "watch"),
        ("abcde", "abcdv", "2026-05-22", "swapped", "plain"),
        ("abcd", "abcdv", "2026-05-22", "grown", "plain"),
        ("abcde", "abcd", "2026-05-22", "smaller", "plain"),
        ("abcde", "abcvw", "2026-05-22", "swapped", "plain"),
        ("abcde", "abvwx", "2026-05-22", "mostly_new", "watch"),
        ("abcde", "a", "2026-05-22", "smaller", "plain"),
        ("abcde", "avwxy", "2026-05-22", "mostly_new", "watch"),
        ("ab", "abvwx", "2026-05-22", "grown", "plain"),
        ("a", "abvwx", "2026-05-22", "grown_one", "plain"),
        ("a", "a", "2026-05-22", "same_one", "plain"),
        ("a", "a", "2025-05-22", "same_long_one", "watch"),
        ("a", "v", "2026-05-22", "mostly_new_one", "watch"),
        ("abcde", "", "2026-05-22", "open_now", "open"),
        ("", "abcde", "2026-05-22", "open_then", "open"),
    ],
)
def test_members_kept_are_told_by_count_and_by_name(then, now, day, case, tone):
    finding = members(then, now, day)
    assert (finding.case, finding.tone) == (case, tone)
    assert case.startswith("open") or finding.values["before"] == len(then)


def test_who_joined_and_who_left_is_named():
    values = members("abcde", "abcdv").values
    assert (values["stayed"], values["joined"], values["left"]) == (4, ("V",), ("Juniper",))


def test_the_bench_and_roles_still_needed_are_no_members():
    then = Workbook(people=five(3))
    seats = (attrs.evolve(five()[0], role_needed=True), attrs.evolve(five()[1], seat="bench"), five()[2])
    assert found(compared(then, Workbook(people=seats)), "difference.members").values["stayed"] == 1


@pytest.mark.parametrize(
    ("then", "now", "unsure", "fates"),
    [
        (("ab",), ("ab",), (), {"ab": "kept"}),
        (("ab",), (), (), {"ab": "faded"}),
        ((), ("ab",), (), {"ab": "gained"}),
        (("ab",), (), ("ab",), {"ab": "doubtful"}),
        ((), (), ("ab",), {}),
    ],
)
def test_each_tie_has_one_fate(then, now, unsure, fates):
    workbook = compared(map_of(then), map_of(now, unsure))
    assert {"".join(pair): fate for pair, fate in change(workbook.snapshots[0], workbook).ties} == fates


@pytest.mark.parametrize(
    ("then", "now", "unsure", "case", "tone"),
    [
        (("ab", "ac"), ("ab", "ac"), (), "none", "plain"),
        (("ab",), ("ab", "bc"), (), "gained", "good"),
        (("ab", "ac"), ("bc",), ("ab", "ac"), "gained_doubtful", "plain"),
        (("ab", "ac"), (), ("ab",), "faded_doubtful", "plain"),
        (("ab", "ac"), ("bc",), ("ab",), "both_doubtful", "plain"),
        (("ab", "ac"), ("bc",), (), "both", "plain"),
        (("ab", "ac"), ("ab",), (), "faded", "plain"),
        (("ab",), (), ("ab",), "none_doubtful", "plain"),
    ],
)
def test_a_tie_in_doubt_is_neither_kept_nor_faded(then, now, unsure, case, tone):
    finding = found(compared(map_of(then), map_of(now, unsure)), "difference.ties")
    assert (finding.case, finding.tone) == (case, tone)


def test_ties_of_those_who_left_are_parted_and_those_of_who_joined_gained():
    then, now = map_of(("ae", "ab")), map_of(("ab", "af"), count=6)
    now = attrs.evolve(now, people=tuple(person for person in now.people if person.id != "e"))
    workbook = compared(then, now)
    fates = {"".join(pair): fate for pair, fate in change(workbook.snapshots[0], workbook).ties}
    assert fates == {"ab": "kept", "ae": "parted", "af": "gained"}


def test_a_tie_that_was_not_asked_about_then_is_not_gained_since():
    now = map_of(("ab",))
    workbook = compared(Workbook(people=now.people), now)
    assert change(workbook.snapshots[0], workbook).ties == ()
    assert found(workbook, "difference.ties").case == "open"


@given(workbooks())
def test_a_snapshot_of_today_differs_in_nothing(workbook):
    kept = attrs.evolve(with_snapshot(attrs.evolve(workbook, purpose=Purpose(sentence="Calm")), TODAY))
    same = change(kept.snapshots[-1], kept)
    assert (same.joined, same.left, {fate for _, fate in same.ties} - {"kept"}) == ((), (), set())


@given(workbooks())
def test_every_fate_has_a_name_and_concerns_somebody_known(workbook):
    for snapshot in workbook.snapshots:
        told = change(snapshot, workbook)
        assert {fate for _, fate in told.ties} <= set(FATES)
        assert {id for pair, _ in told.ties for id in pair} <= {person.id for person in told.people}
        assert sum(len(told.spoken(fate)) for fate in FATES) == len(told.ties)


@given(st.permutations("abcde"))
def test_the_difference_does_not_depend_on_how_people_are_called(order):
    then, now = map_of(("ab", "bc")), map_of(("ab", "cd"))
    ids = dict(zip("abcde", order, strict=True))
    plain, renamed = compared(then, now), compared(relabelled(then, ids), relabelled(now, ids))
    for one, other in zip(difference(plain, TODAY), difference(renamed, TODAY), strict=True):
        assert (one.case, one.tone) == (other.case, other.tone)
        assert [set("–".join(pair).split("–")) for pair in one.values.get("gained", ())] == [
            set("–".join(pair).split("–")) for pair in other.values.get("gained", ())
        ]


def test_spacing_is_no_rewording():
    then, now = (Workbook(purpose=Purpose(sentence=said)) for said in ("One  two", "One two "))
    assert found(compared(then, now), "difference.purpose").case == "same"


@pytest.mark.parametrize("snapshots", [(), (Snapshot("s1"),)])
def test_without_a_snapshot_of_a_day_nothing_is_said_to_differ(snapshots):
    workbook = Workbook(people=five(), snapshots=snapshots)
    assert difference(workbook, TODAY) == last_snapshot(workbook, TODAY) == ()


@pytest.mark.parametrize(
    ("day", "case", "count"),
    [
        ("2026-11-22", "today", None),
        ("2026-11-21", "yesterday", None),
        ("2026-11-20", "days", ("days", 2)),
        ("2026-09-24", "days", ("days", 59)),
        ("2026-09-23", "days", ("days", 60)),
        ("2026-09-22", "months", ("months", 2)),
        ("2024-11-23", "months", ("months", 23)),
        ("2024-11-22", "years", ("years", 2)),
        ("2026-11-23", "ahead", None),
    ],
)
def test_the_age_of_a_snapshot_is_told_in_the_unit_that_fits(day, case, count):
    finding = since(day)
    assert finding.case == case
    assert count is None or finding.values[count[0]] == count[1]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2026-01-31", "2026-02-28", 1),
        ("2026-01-31", "2026-02-27", 0),
        ("2024-02-29", "2025-02-28", 12),
        ("2026-05-22", "2025-05-22", 0),
        ("2025-12-22", "2026-01-22", 1),
    ],
)
def test_a_month_is_whole_on_its_last_day_at_the_latest(first, last, months):
    assert whole_months(date.fromisoformat(first), date.fromisoformat(last)) == months


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_months_later_and_whole_months_agree(day, months):
    assert whole_months(day, months_later(day, months)) == months


@pytest.mark.parametrize(("day", "case"), [("2026-05-23", "later"), ("2026-05-22", "now")])
def test_the_next_refresh_is_due_after_the_months_chosen(day, case):
    workbook = Workbook(snapshots=(Snapshot("s1", day=day),), commitment=Commitment(refresh_months=6))
    assert found(workbook, "snapshot.due").case == case


def test_the_next_refresh_counts_from_the_latest_snapshot_whichever_is_compared_with():
    days = (Snapshot("s1", day="2026-11-01"), Snapshot("s2", day="2020-11-01"))
    workbook = Workbook(snapshots=days, commitment=Commitment(refresh_months=6))
    assert found(workbook, "snapshot.due").values["day"] == date(2027, 5, 1)


@pytest.mark.parametrize(
    ("said", "case"),
    [
        ((), "open_plans"),
        ((None, None), "open"),
        (("yes",), "only"),
        (("yes", "yes", None), "all"),
        (("yes", "no", "no"), "some"),
        (("yes", "partly"), "some_partly"),
        (("partly",), "only_partly"),
        (("no",), "only_not"),
        (("partly", "no"), "partly"),
        (("no", "no"), "none"),
    ],
)
def test_promises_are_counted_among_those_answered(said, case):
    plans = tuple(Plan(f"p{n}", action="call", kept=kept) for n, kept in enumerate(said))
    finding = found(Workbook(plans=plans), "promises.kept")
    assert finding.case == case
    assert finding.tone == "open" or finding.values["said"] == sum(map(bool, said))


def test_a_refresh_is_about_whoever_was_or_is_in_it():
    then = Workbook(people=five(2))
    now = (attrs.evolve(five()[0], seat=None), attrs.evolve(five()[1], seat="thanked"), *five(4)[2:])
    unseated = Person("z9", name="Ally", ally=True)
    workbook = compared(then, Workbook(people=(*now, unseated)))
    assert [person.id for person in refreshed(workbook)] == ["a", "b", "c", "d"]
    assert [person.id for person in newcomers(workbook)] == ["c", "d"]


def test_the_order_of_a_refresh_stays_when_somebody_moves():
    workbook = Workbook(people=five())
    moved = attrs.evolve(
        workbook, people=tuple(attrs.evolve(person, seat="bench") for person in workbook.people)
    )
    assert [one.id for one in refreshed(workbook)] == [one.id for one in refreshed(moved)]


def test_all_pairs_of_a_whole_coalition_are_told_once():
    workbook = compared(map_of(()), map_of(tuple("".join(pair) for pair in combinations("abcde", 2))))
    assert len(change(workbook.snapshots[0], workbook).ties) == 10


MOVED = Refresh(role="yes", strategy="yes", stakeholders="yes")
SPRING, AUTUMN, NEXT = date(2026, 3, 10), date(2026, 9, 10), date(2026, 9, 11)


def a_good_refresh():
    """A refresh in which three things moved, somebody joined, and the sentence changed; kept at its end."""
    then = with_snapshot(Workbook(people=five(3), purpose=Purpose(sentence="Old words")), SPRING)
    now = attrs.evolve(then, people=five(4), purpose=Purpose(sentence="New words"), refresh=MOVED)
    return with_snapshot(now, AUTUMN)


def moved(workbook, today, id=""):
    told = difference(compared_with(workbook, id, today), today)
    return next((one.case for one in told if one.key == "difference.moved"), None)


def test_on_its_day_a_refresh_is_told_after_it_was_kept_too():
    assert moved(a_good_refresh(), AUTUMN) == "answered"


def test_the_day_after_a_refresh_nothing_is_said_to_wait_for_an_answer():
    workbook = compared_with(a_good_refresh(), "", NEXT)
    assert moved(workbook, NEXT) is None
    [rigid] = [one for one in mistakes(workbook, NEXT) if one.key == "mistakes.rigid"]
    assert "sign_moved" not in dict(rigid.supports + rigid.opposes)
    assert "10_refresh" in done(workbook)


def test_what_moved_before_a_later_snapshot_counts_against_an_earlier_one():
    assert moved(a_good_refresh(), NEXT, "s20260310") == "answered"


def test_an_answer_changed_on_the_day_takes_the_place_of_the_one_kept():
    back = attrs.evolve(a_good_refresh(), refresh=Refresh(role="no", strategy="no", stakeholders="no"))
    assert moved(back, AUTUMN) == "still"


def test_what_moved_is_not_held_against_a_snapshot_of_the_same_day():
    first = with_snapshot(Workbook(people=five(3), refresh=MOVED), AUTUMN)
    assert moved(first, AUTUMN) is None
    assert moved(attrs.evolve(first, refresh=MOVED), AUTUMN) is None


OLD = Plan("p1", person="a", trigger="Monday", action="call", kept="yes")
OTHER = Plan("p2", person="b", trigger="Friday", action="write")


@pytest.mark.parametrize(
    ("change", "case"),
    [
        ({"trigger": "Monday  "}, "only"),
        ({"due": "2026-12-01", "kind": "credit"}, "only"),
        ({"action": "something new"}, "open"),
        ({"trigger": "Tuesday"}, "open"),
        ({"person": "c"}, "open"),
    ],
)
def test_what_was_said_of_a_plan_does_not_hold_for_another_in_its_place(change, case):
    then = with_snapshot(Workbook(people=five(), plans=(OLD, OTHER)), SPRING)
    now = attrs.evolve(then, plans=(attrs.evolve(OLD, **change), OTHER))
    assert found(now, "promises.kept").case == case


def test_when_every_plan_is_rewritten_nothing_was_asked_yet():
    then = with_snapshot(Workbook(people=five(), plans=(OLD,)), SPRING)
    now = attrs.evolve(then, plans=(attrs.evolve(OLD, action="something new"),))
    assert found(now, "promises.kept").case == "open_new"


def test_a_plan_first_written_since_the_snapshot_may_be_answered():
    then = with_snapshot(Workbook(people=five(), plans=(attrs.evolve(OLD, action=" "),)), SPRING)
    assert found(attrs.evolve(then, plans=(OLD,)), "promises.kept").case == "only"


def test_a_rewritten_plan_is_asked_about_at_the_next_refresh():
    then = with_snapshot(Workbook(people=five(), plans=(OLD,)), SPRING)
    now = with_snapshot(attrs.evolve(then, plans=(attrs.evolve(OLD, action="something new"),)), AUTUMN)
    assert [plan.kept for plan in (*now.plans, *now.snapshots[-1].plans)] == [None, None]
    assert found(now, "promises.kept").case == "open"
    said = attrs.evolve(now, plans=(attrs.evolve(now.plans[0], kept="yes"),))
    assert found(said, "promises.kept").case == "only"

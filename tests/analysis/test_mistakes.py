"""The four mistakes: evidence on both sides, and no verdict by counting."""

import attrs
import pytest
from answered import five, map_of, workbooks
from every_stress_verdict import PATH, RING, audited, under
from hypothesis import given
from verdict_words import LABELS, TODAY

from workshop.analysis.mistakes import MISTAKES, mistakes
from workshop.model import Exchange, Purpose, Snapshot, Workbook
from workshop.model.person import Trust
from workshop.model.refresh import Refresh
from workshop.model.stress import Stress


def mistake(workbook, name):
    return next(one for one in mistakes(workbook, TODAY) if one.key == f"mistakes.{name}")


def received(count, person="a", **more):
    return tuple(
        Exchange(f"x{person}{n}", person, "received", "advice", "2026-11", **more) for n in range(count)
    )


def snapshot(day, people=None, sentence=""):
    return Snapshot("s1", day=day, sentence=sentence, people=five() if people is None else people)


@pytest.mark.parametrize("name", MISTAKES)
@pytest.mark.parametrize(
    ("answer", "case"), [("yes", "seen"), ("no", "not_seen"), ("unsure", "open_unsure"), (None, "open")]
)
def test_the_own_answer_is_one_piece_of_evidence(name, answer, case):
    assert mistake(Workbook(stress=Stress(**{name: answer})), name).case == case


SIGNS = {
    "a cut person": ("leaning", map_of(PATH), "sign_cut", True),
    "no cut person": ("leaning", map_of(RING), "sign_cut", False),
    "you hold it together": ("leaning", map_of(("ab", "cd")), "sign_without_you", True),
    "it holds without you": ("leaning", map_of(PATH), "sign_without_you", False),
    "one who gives most": ("leaning", Workbook(people=five(), exchanges=received(3)), "sign_help", True),
    "many who give": (
        "leaning",
        Workbook(people=five(), exchanges=received(2) + received(2, "b")),
        "sign_help",
        False,
    ),
    "somebody gone quiet": (
        "neglecting",
        Workbook(people=five(cadence=1, last_contact="2026-10-01")),
        "sign_overdue",
        True,
    ),
    "nobody gone quiet": (
        "neglecting",
        Workbook(people=five(cadence=8, last_contact="2026-11-01")),
        "sign_overdue",
        False,
    ),
    "mostly asks": (
        "neglecting",
        Workbook(people=five(), exchanges=received(3, initiative="asked")),
        "sign_asked",
        True,
    ),
    "few asks": (
        "neglecting",
        Workbook(people=five(), exchanges=received(3, initiative="offered")),
        "sign_asked",
        False,
    ),
    "seen, not tested": (
        "seeming",
        Workbook(people=five(trust=Trust(under_pressure="not_yet", visibility=5))),
        "sign_untested",
        True,
    ),
    "stood by": ("seeming", Workbook(people=five(trust=Trust(under_pressure="yes"))), "sign_stood", False),
    "an old snapshot": (
        "rigid",
        Workbook(people=five(), snapshots=(snapshot("2025-11-22"),)),
        "sign_snapshot",
        True,
    ),
    "a snapshot of last month": (
        "rigid",
        Workbook(people=five(), snapshots=(snapshot("2026-10-22"),)),
        "sign_snapshot",
        False,
    ),
    "the same members for a year": (
        "rigid",
        Workbook(people=five(), snapshots=(snapshot("2025-11-22"),)),
        "sign_members",
        True,
    ),
    "a new member": (
        "rigid",
        Workbook(people=five(), snapshots=(snapshot("2026-06-01", five(4)),)),
        "sign_members",
        False,
    ),
    "a short horizon": ("rigid", Workbook(purpose=Purpose(horizon=2)), "sign_horizon", True),
    "a long horizon beside another sign": (
        "rigid",
        Workbook(purpose=Purpose(horizon=3), people=five(), snapshots=(snapshot("2026-06-01"),)),
        "sign_horizon",
        False,
    ),
    "three shocks that nobody outlasts": (
        "rigid",
        under(map_of(RING), budget="nnnnn", merger="nnnnn", attack="nnnnn"),
        "sign_shocks",
        True,
    ),
    "three shocks, one outlasted": (
        "rigid",
        under(map_of(RING), budget="yyyyy", merger="nnnnn", attack="uuuuu"),
        "sign_shocks",
        False,
    ),
    "a change not answered": (
        "rigid",
        Workbook(people=five(), snapshots=(snapshot("2026-06-01"),), refresh=Refresh(role="yes")),
        "sign_moved",
        True,
    ),
    "a change answered": (
        "rigid",
        Workbook(
            people=five(),
            purpose=Purpose(sentence="Calm"),
            snapshots=(snapshot("2026-06-01"),),
            refresh=Refresh(role="yes"),
        ),
        "sign_moved",
        False,
    ),
}


@pytest.mark.parametrize("told", SIGNS)
def test_each_sign_speaks_on_its_side(told):
    name, workbook, sign, speaks_for = SIGNS[told]
    finding = mistake(workbook, name)
    assert sign in dict(finding.supports if speaks_for else finding.opposes)


def test_a_map_that_depends_on_unsure_ties_speaks_for_leaning_at_worst():
    finding = mistake(map_of(PATH, ("ae",)), "leaning")
    assert "sign_cut" not in dict(finding.supports + finding.opposes)
    assert dict(finding.supports)["sign_cut_unsure"] == "=Lantern, Kite, Rook"


def test_a_snapshot_of_a_day_to_come_is_no_evidence():
    assert mistake(Workbook(people=five(), snapshots=(snapshot("2030-01-01"),)), "rigid").case == "open"


@pytest.mark.parametrize(
    "workbook",
    [
        Workbook(purpose=Purpose(horizon=5)),
        Workbook(people=five(), snapshots=(snapshot("2026-11-22"),)),
        Workbook(people=five(), snapshots=(snapshot("2026-10-23", five(4)),), purpose=Purpose(horizon=5)),
        under(map_of(RING), budget="uuuuu", merger="uuuuu", attack="uuuuu"),
        under(map_of(RING), budget="uuuuu", merger="nnnnn", attack="nnnnn"),
    ],
)
def test_homework_alone_is_no_sign_of_adapting(workbook):
    assert mistake(workbook, "rigid").case == "open"


def test_shocks_that_nobody_can_judge_do_not_outweigh_a_sign():
    unsure = under(map_of(RING), budget="uuuuu", merger="uuuuu", attack="uuuuu")
    old = attrs.evolve(unsure, snapshots=(snapshot("2025-11-22"),), purpose=Purpose(horizon=5))
    assert mistake(old, "rigid").case == "seen"


def test_signs_on_both_sides_are_mixed_whatever_their_number():
    workbook = attrs.evolve(map_of(RING), stress=Stress(leaning="yes"))
    finding = mistake(workbook, "leaning")
    assert (finding.case, finding.values) == ("mixed", {"supports": 1, "opposes": 2})


def test_every_sign_has_words():
    for workbook in audited():
        for finding in mistakes(workbook, TODAY):
            names = {name for name, _ in finding.supports + finding.opposes}
            assert names <= set(LABELS)


@given(workbooks())
def test_the_conclusion_follows_from_the_sides_alone(workbook):
    for finding in mistakes(workbook, TODAY):
        expected = {(True, True): "mixed", (True, False): "seen", (False, True): "not_seen"}
        sides = (bool(finding.supports), bool(finding.opposes))
        assert finding.case == expected.get(sides, finding.case)
        assert (finding.tone == "open") == (sides == (False, False))
        quoted = [text for pair in finding.supports + finding.opposes for text in pair]
        assert all(text[1:].strip() if text.startswith("=") else text in LABELS for text in quoted)

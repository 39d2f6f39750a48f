"""Every finding has words, every word has a finding, and the words keep their tone."""

import re
import tomllib
from datetime import date
from pathlib import Path

import attrs
import pytest
from answered import map_of, workbooks
from every_verdict import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from verdict_words import ENTRIES, LABELS, case_words, findings, placeholders, sentences

import workshop
from workshop.analysis import GROUPS
from workshop.analysis.progress import done
from workshop.content import exercise, exercise_names, journey
from workshop.exercise.wording import verdict
from workshop.model import Workbook
from workshop.model.person import FUNCTIONS, LEVELS, PERSPECTIVES, PLACES, PROMPTS, RUNGS, SIDES
from workshop.model.plan import INVESTMENTS
from workshop.model.workbook import GOALS, VALUES

TACTICS_AGAINST_PEOPLE = re.compile(
    r"\b(undermin|isolat|withhold|sabotag|exclude|weaken|enem|opponent|score)", re.IGNORECASE
)
LONGEST = 19
FOLDER = Path(workshop.__file__).parent / "content" / "verdicts"
OF_ONE = re.compile(r"\b(All|all|of|none of) 1\b")
COUNTED = {
    f"{group}.{name}"
    for file in ("04_alliance_map", "05_trust", "06_reciprocity", "07_sustain")
    for group, entries in tomllib.loads((FOLDER / f"{file}.toml").read_text("utf-8")).items()
    if group != "labels"
    for name in entries
}
"""Verdicts that count ties and pairs, of which there may be one."""


def small_maps():
    """Return a strategy for maps of three members, where a loss leaves a single pair."""
    said = st.sets(st.sampled_from(["ab", "ac", "bc"]))
    return st.builds(lambda known, unsure: map_of(known - unsure, unsure, count=3), said, said)


def check(finding):
    assert finding.case in ENTRIES[finding.key]["cases"]
    assert placeholders(case_words(finding)) <= finding.values.keys()
    for name in placeholders(case_words(finding)):
        value = finding.values[name]
        parts = value if isinstance(value, tuple) else (value,)
        assert parts
        assert all(type(part) in {int, date} or (isinstance(part, str) and part.strip()) for part in parts)
    for text in (text for pair in finding.answers for text in pair):
        assert text[1:].strip() if text.startswith("=") else text in LABELS
    assert (finding.tone == "open") == finding.case.startswith("open")


@settings(max_examples=120)
@given(workbooks())
def test_whatever_was_answered_every_finding_can_be_said(workbook):
    for finding in findings(workbook):
        check(finding)
    assert done(workbook) <= {entry["name"] for entry in journey()}


@settings(max_examples=100)
@given(st.integers(3, 5), st.lists(st.sampled_from(["yes", "no", "unsure"]), min_size=10, max_size=10))
def test_whatever_the_map_every_finding_can_be_said(count, said):
    workbook = map_of((), count=count)
    ties = tuple(attrs.evolve(tie, knows=one) for tie, one in zip(workbook.ties, said, strict=False))
    for finding in findings(attrs.evolve(workbook, ties=ties)):
        check(finding)


@settings(max_examples=120)
@given(st.one_of(workbooks(), small_maps()))
def test_a_count_of_one_is_said_in_words(workbook):
    for said in (verdict(finding) for finding in findings(workbook) if finding.key in COUNTED):
        assert not OF_ONE.search(f"{said.headline} {said.detail}"), said


def test_no_example_says_all_of_one():
    for workbook in examples():
        for said in (verdict(finding) for finding in findings(workbook) if finding.key in COUNTED):
            assert not OF_ONE.search(f"{said.headline} {said.detail}"), said


def test_an_empty_workbook_is_open_throughout():
    assert {finding.tone for finding in findings(Workbook())} == {"open"}


def test_every_verdict_in_the_file_is_said_to_somebody():
    said = {(finding.key, finding.case) for workbook in examples() for finding in findings(workbook)}
    assert said == {(key, case) for key, entry in ENTRIES.items() for case in entry["cases"]}


def test_every_example_can_be_said():
    for workbook in examples():
        for finding in findings(workbook):
            check(finding)


@pytest.mark.parametrize("key", ENTRIES)
def test_every_verdict_knows_its_formula_source_convention_and_what_would_change_it(key):
    entry = ENTRIES[key]
    assert set(entry) == {"formula", "source", "convention", "change", "cases"}
    assert entry["formula"]
    assert entry["change"]
    assert isinstance(entry["source"], str)
    assert isinstance(entry["convention"], bool)


@pytest.mark.parametrize("key", ENTRIES)
def test_every_sentence_is_short_and_speaks_of_nobody_with_ill_will(key):
    for text in sentences(ENTRIES[key]):
        assert not TACTICS_AGAINST_PEOPLE.search(text)
        for sentence in re.split(r"(?<=[.?!])\s", text):
            assert len(sentence.split()) <= LONGEST, sentence


@pytest.mark.parametrize("key", ENTRIES)
def test_no_sentence_fits_every_number_by_brackets(key):
    assert not any("(s)" in text for text in sentences(ENTRIES[key]))


def test_every_option_has_a_label():
    options = {
        *FUNCTIONS,
        *LEVELS,
        *PLACES,
        *PROMPTS,
        *SIDES,
        *RUNGS,
        *GOALS,
        *INVESTMENTS,
        *VALUES,
        "yes",
        "no",
    }
    views = {f"perspective_{view}" for view in PERSPECTIVES}
    assert options | views <= set(LABELS)


def test_every_group_of_findings_is_asked_for_by_a_step():
    steps = [step for name in exercise_names() for step in exercise(name)["steps"].values()]
    assert set(GROUPS) == {group for step in steps for group in step.get("verdicts", ())}


def test_no_word_of_a_finding_is_given_twice():
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    given = [(group, name) for file in files for group, entries in file.items() for name in entries]
    assert len(given) == len(set(given))

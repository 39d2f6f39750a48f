"""A count of one is said as one: no `all 1`, no `1 of 1`."""

import re

import pytest
from answered import workbooks
from every_refresh_verdict import examples as of_refresh
from every_stress_verdict import examples as of_stress
from hypothesis import given, settings
from verdict_words import TODAY

from workshop.analysis import GROUPS
from workshop.exercise.wording import verdict

OF_ONE = re.compile(r"\b(All|all|of|none of) 1\b(?! [A-Z][a-z]+ \d{4})")
"""The first of a month is a day, and no count."""
OURS = ("shocks", "mistakes", "blocks", "last_snapshot", "difference", "promises")


def sayings(workbook):
    """Every headline and detail about `workbook`; names that hold a number themselves left out."""
    for group in OURS:
        for finding in GROUPS[group](workbook, TODAY):
            told = verdict(finding)
            yield f"{told.headline} {told.detail}"


@settings(max_examples=150, deadline=None)
@given(workbooks())
def test_whatever_was_answered_one_is_no_share_of_one(workbook):
    for said in sayings(workbook):
        assert not OF_ONE.search(said), said


@pytest.mark.parametrize("examples", [of_stress, of_refresh])
def test_no_example_counts_one_of_one(examples):
    for workbook in examples():
        for said in sayings(workbook):
            assert not OF_ONE.search(said), said

"""Whoever changes the agenda is told what is wrong with it, and nothing breaks."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.content import words
from workshop.content.agenda_faults import faults

PARTS = ("id", "day", "kind", "title", "steps", "exercises", "ids", "watch")
ANYTHING = st.recursive(
    st.none() | st.integers(0, 3) | st.sampled_from(("", "work", "talk", "two-days", "map")),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(("text", "minutes", "form", "sign")), inner, max_size=3)
    ),
    max_leaves=6,
)


def changed(change):
    """Return the faults of the kit's agenda after `change` of a copy of it."""
    facts = copy.deepcopy(dict(words("agenda")))
    change(facts, {block["id"]: block for block in facts["block"]})
    return [(fault.key, fault.values) for fault in faults(facts)]


def test_the_kits_agenda_has_no_fault():
    assert faults() == ()


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("form_unknown", lambda _, b: b["map"]["steps"][0].update(form="solo")),
        ("minutes_wrong", lambda _, b: b["map"]["steps"][0].update(minutes=0)),
        ("minutes_wrong", lambda _, b: b["map"]["steps"][0].update(minutes="8")),
        ("length_unknown", lambda _, b: b["map"]["steps"][0].update(stays_until="a week")),
        ("exercise_unknown", lambda _, b: b["map"].update(exercises=["04_map"])),
        ("id_unknown", lambda _, b: b["map"].update(ids=["XX1"])),
        ("kind_unknown", lambda _, b: b["map"].update(kind="play")),
        ("day_unknown", lambda _, b: b["map"].update(day=3)),
        ("no_steps", lambda _, b: b["map"].update(steps=[])),
        ("block_wrong", lambda _, b: b["map"].update(purpose=None, debrief="x")),
        ("key_unknown", lambda _, b: b["map"].update(colour="green")),
        ("title_missing", lambda _, b: b["map"].pop("title")),
        ("text_missing", lambda _, b: b["map"]["steps"][0].pop("text")),
        ("block_twice", lambda _, b: b["glue"].update(id="map")),
        ("never_cut_missing", lambda f, b: f["block"].remove(b["playbook"])),
        ("never_cut_cut", lambda _, b: b["welcome"]["steps"][0].update(stays_until="two-days")),
        ("never_cut_cut", lambda _, b: b["wall"].update(never_cut=True)),
        ("ends_wrong", lambda _, b: b["wall"]["steps"][0].update(minutes=4)),
        ("length_wrong", lambda f, _: f["lengths"]["two-days"].update(days=["Day 1"])),
        ("length_wrong", lambda f, _: f["lengths"]["one-day"].update(starts="nine")),
        ("too_long", lambda _, b: b["map"]["steps"][0].update(minutes=9)),
    ],
)
def test_a_fault_is_found_and_has_a_sentence(key, change):
    found = dict(changed(change))
    assert key in found
    assert words("console")["agenda"][key].format(**found[key])


def test_times_are_not_counted_while_a_block_is_broken():
    found = changed(lambda _, b: b["map"]["steps"][0].update(minutes="8"))
    assert [key for key, _ in found] == ["minutes_wrong"]


@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ("id", "day", "kind", "title", "steps", "exercises", "ids", "watch"), ANYTHING
        ),
    )
)
def test_a_block_of_anything_is_a_fault_and_no_crash(facts):
    assert changed(lambda told, _: told["block"].append(facts))

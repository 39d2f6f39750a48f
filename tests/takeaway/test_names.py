"""A real name takes the place of a code name wherever that stands, in the file at hand and nowhere else."""

import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import workbooks

from workshop.content import case_names
from workshop.content.worked import worked
from workshop.model import Person, Plan, Purpose, Snapshot, Workbook
from workshop.model.codec import plain
from workshop.model.sustain import Forum
from workshop.takeaway.names import renamed, with_names

EXAMPLES = json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))
PAIR = Workbook(people=(Person("a", "Kite"), Person("b", "Rook", bond="Kite and Rook")))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_the_rule_that_pages_follow_too(example):
    assert with_names(example["text"], example["names"]) == example["expected"]


def test_a_person_gets_the_real_name():
    assert renamed(PAIR, {"a": "Anna Berg"}).person("a").name == "Anna Berg"


def test_two_names_can_be_swapped():
    swapped = renamed(PAIR, {"a": "Rook", "b": "Kite"})
    assert [person.name for person in swapped.people] == ["Rook", "Kite"]
    assert swapped.person("b").bond == "Rook and Kite"


def test_a_real_name_may_be_longer_than_a_code_name_and_its_text_too():
    text = "Kite " * 40
    whole = attrs.evolve(PAIR, purpose=Purpose(sentence=text))
    found = renamed(whole, {"a": "B" * 60})
    assert found.person("a").name == "B" * 60
    assert found.purpose.sentence == text.replace("Kite", "B" * 60)


def test_the_limits_of_the_model_hold_again_afterwards():
    renamed(PAIR, {"a": "B" * 60})
    with pytest.raises(ValueError, match="too long"):
        Person("c", "x" * 41)


def test_texts_of_snapshots_and_parts_are_renamed():
    kept = Snapshot(
        "s1", people=PAIR.people, plans=(Plan("p", trigger="Kite calls"),), forum=Forum(name="Kites, Kite")
    )
    found = renamed(attrs.evolve(PAIR, snapshots=(kept,)), {"a": "Anna"}).snapshots[0]
    assert found.people[0].name == "Anna"
    assert found.plans[0].trigger == "Anna calls"
    assert found.forum.name == "Kites, Anna"


def test_a_name_that_somebody_had_then_is_replaced_as_well():
    kept = Snapshot("s1", people=(Person("a", "Marble"),), sentence="Marble stays")
    found = renamed(attrs.evolve(PAIR, snapshots=(kept,)), {"a": "Anna"})
    assert found.snapshots[0].sentence == "Anna stays"


def test_a_code_name_of_two_people_stays_in_the_texts():
    twins = Workbook(people=(Person("a", "Kite"), Person("b", "Kite", bond="with Kite")))
    for names in ({"a": "Anna"}, {"a": "Anna", "b": "Bo"}, {"a": "Bo", "b": "Anna"}):
        found = renamed(twins, names)
        assert [person.name for person in found.people] == [names["a"], names.get("b", "Kite")]
        assert found.person("b").bond == "with Kite"


def test_the_key_the_ids_and_the_choices_stay():
    named = Workbook(key="kite", people=(Person("kite", "kite", function="people"), Person("b", "people")))
    found = renamed(named, {"kite": "Anna", "b": "Bo"})
    assert found.key == "kite"
    assert (found.people[0].id, found.people[0].function) == ("kite", "people")


@pytest.mark.parametrize("case", case_names())
def test_no_code_name_is_left_in_a_case(case):
    workbook = worked(case, played=True).workbook
    names = {person.id: f"Real{number}" for number, person in enumerate(workbook.people)}
    found = renamed(workbook, names)
    spoken = " ".join(_texts(found))
    left = [person.name for person in workbook.people if with_names(spoken, {person.name: "!"}) != spoken]
    assert left == []


@given(workbooks)
def test_without_names_nothing_changes(workbook):
    assert renamed(workbook, {}) == workbook
    assert renamed(workbook, {"nobody": "Anna", "a1": ""}) == workbook


@given(workbooks, st.dictionaries(st.sampled_from(["a1", "b2", "c3"]), st.text(min_size=1, max_size=60)))
def test_only_texts_change(workbook, names):
    assert _without_texts(plain(renamed(workbook, names))) == _without_texts(plain(workbook))


def _texts(node):
    for field in attrs.fields(type(node)):
        value, kind = getattr(node, field.name), field.metadata.get("kind")
        if kind == "text":
            yield value
        elif kind == "part":
            yield from _texts(value)
        elif kind == "items":
            for item in value:
                yield from _texts(item)


def _without_texts(value):
    """Every answer that is no text, at its place."""
    if isinstance(value, dict):
        texts = {
            "name",
            "sentence",
            "project",
            "gain",
            "action",
            "words",
            "agenda_first",
            "line_fact",
            "note",
        }
        return {key: _without_texts(inner) for key, inner in value.items() if key not in texts}
    return [_without_texts(inner) for inner in value] if isinstance(value, list) else value


def test_an_everyday_word_stays_in_sentences_even_as_a_code_name():
    """Whoever is called May here is not meant by the month; the name itself gives way all the same."""
    people = (Person("m", name="May", seat="five"), Person("r", name="Rook", seat="five"))
    whole = Workbook(people=people, purpose=Purpose(sentence="In May we meet Rook."))
    found = renamed(whole, {"m": "Anna Berg", "r": "Bo Lind"}, everyday={"may", "we"})
    assert (found.purpose.sentence, found.person("m").name) == ("In May we meet Bo Lind.", "Anna Berg")

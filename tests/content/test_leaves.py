"""Words are told from structure, and keep their paths when entries move."""

import pytest
from folders import NAMES

from workshop.content import kit_words
from workshop.content.leaves import is_word, leaves, with_words, words_of


def structure(name, parsed):
    return [(path, value) for path, value in leaves(parsed) if not is_word(name, path, value)]


@pytest.mark.parametrize("name", NAMES)
def test_no_two_leaves_share_a_path(name):
    paths = [path for path, _ in leaves(kit_words(name))]
    assert len(paths) == len(set(paths)) > 0


@pytest.mark.parametrize("name", NAMES)
def test_words_that_nobody_changes_give_the_same_file(name):
    assert with_words(name, kit_words(name), lambda _, text: text) == kit_words(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_change_of_words_reaches_structure(name):
    loud = with_words(
        name, kit_words(name), lambda _, text: f"¡{text}!" if isinstance(text, str) else [*text, "!"]
    )
    assert structure(name, loud) == structure(name, kit_words(name))


def test_addresses_kinds_and_values_are_structure():
    steps = dict(words_of("exercises/04_alliance_map", kit_words("exercises/04_alliance_map")))
    assert not {path for path in steps if path[-1] in {"kind", "path", "value", "widget", "ids"}}


def test_what_a_new_entry_begins_with_is_structure():
    add = {"steps": {"s": {"fields": [{"kind": "list", "add": [{"label": "Add", "value": {"title": "x"}}]}]}}}
    assert [text for _, text in words_of("exercises/x", add)] == ["Add"]


def test_a_word_keeps_its_path_when_entries_change_places():
    one, two = {"value": "a", "label": "A"}, {"value": "b", "label": "B"}
    there, back = ({"options": entries} for entries in ([one, two], [two, one]))
    assert set(words_of("exercises/x", there)) == set(words_of("exercises/x", back))

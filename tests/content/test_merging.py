"""Own words stand where they differ from the copy; all else, and every structure, is the kit's."""

import tomllib

import pytest
from folders import NAMES, own_folder, own_kit
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.content import forget, kit_words, words
from workshop.content.agenda import agenda
from workshop.content.custom import CUSTOM
from workshop.content.leaves import leaves, with_words, words_of
from workshop.content.merging import merged

WORDS = [(name, path) for name in NAMES for path, text in words_of(name, kit_words(name)) if text]


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """Choose a folder, as `--custom` does."""

    def choose(*told, **more):
        monkeypatch.setenv(CUSTOM, str(own_folder(tmp_path / "ours", *told, **more)))
        forget()

    yield choose
    monkeypatch.undo()
    forget()


@pytest.mark.parametrize("name", NAMES)
def test_an_untouched_copy_changes_nothing(name):
    kit = kit_words(name)
    assert merged(name, kit, kit, kit) == kit


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(WORDS))
def test_one_changed_word_is_seen_and_nothing_else_changes(where):
    name, place = where
    kit = kit_words(name)
    own = with_words(name, kit, lambda path, text: text if path != place else _longer(text))
    found = dict(leaves(merged(name, kit, kit, own)))
    assert {path for path, value in leaves(kit) if found[path] != value} == {place}


def _longer(text):
    return f"{text}’" if isinstance(text, str) else [f"{one}’" for one in text]


def test_an_upgrade_brings_new_words_and_keeps_own_ones():
    old = {"a": "old a", "b": "old b", "gone": "old"}
    kit = {"a": "new a", "b": "new b", "more": "new"}
    assert merged("x", kit, old, {**old, "a": "ours", "gone": "ours"}) == {**kit, "a": "ours"}


@pytest.mark.parametrize(
    "own",
    ["{nam} calls", "calls", "{name} {other}", "{name", "{name!r}", "", "  ", "{name}\n\0", 3, ["{name}"]],
)
def test_what_does_not_fit_leaves_the_kits_word(own):
    kit = {"row": "{name} calls"}
    assert merged("x", kit, kit, {"row": own}) == kit


def test_own_words_reach_whoever_asks_for_words(chosen):
    chosen("frame", lambda text: text.replace("Reload the page", "Load it again"))
    assert words("frame")["reload"] == "Load it again"


@pytest.mark.parametrize("broken", ['reload = "', "\0", "[[words]]\n[words]", "a = " + "[" * 5000])
def test_a_file_that_cannot_be_read_leaves_the_kits_words(chosen, broken):
    chosen("frame", lambda _: broken)
    assert dict(words("frame")) == kit_words("frame")


def test_a_folder_with_every_file_untouched_is_the_kit(monkeypatch, tmp_path):
    monkeypatch.setenv(CUSTOM, str(own_kit(tmp_path / "ours")))
    forget()
    assert [dict(words(name)) for name in NAMES] == [kit_words(name) for name in NAMES]
    monkeypatch.undo()
    forget()


def minutes():
    return [sum(step["minutes"] for step in block["steps"]) for block in words("agenda")["block"]]


def ids():
    return [block["id"] for block in words("agenda")["block"]]


def parts(text):
    head, *blocks = text.split("[[block]]")
    return head, blocks


def test_the_minutes_of_a_step_can_be_changed(chosen):
    before = minutes()
    chosen("agenda", lambda text: text.replace("minutes = 10,", "minutes = 11,", 1))
    assert sum(minutes()) == sum(before) + 1


@pytest.mark.parametrize("wrong", ["minutes = 0,", 'minutes = "ten",', "minutes = -3,", "minute = 10,"])
def test_minutes_that_cannot_be_used_leave_the_kits(chosen, wrong):
    before = minutes()
    chosen("agenda", lambda text: text.replace("minutes = 10,", wrong, 1))
    assert minutes() == before
    assert agenda()


def test_a_block_can_be_dropped_and_moved(chosen):
    before = ids()

    def moved(text):
        head, blocks = parts(text)
        return "[[block]]".join([head, blocks[1], blocks[0], *blocks[3:]])

    chosen("agenda", moved)
    assert ids() == [before[1], before[0], *before[3:]]


def test_a_block_can_be_added(chosen):
    added = tomllib.loads(
        '[[block]]\nid="song"\nday=1\nkind="break"\ntitle="A song"\n'
        'steps=[{text="Sing.",minutes=3,form="all",stays_until="two-days"}]'
    )["block"][0]
    chosen(
        "agenda",
        lambda text: (
            text + '\n[[block]]\nid="song"\nday=1\nkind="break"\ntitle="A song"\n'
            'steps=[{text="Sing.",minutes=3,form="all",stays_until="two-days"}]\n'
        ),
    )
    assert words("agenda")["block"][-1] == added
    assert agenda()


def test_a_block_that_cannot_be_used_is_left_out(chosen):
    before = ids()
    chosen("agenda", lambda text: text + '\n[[block]]\nid="song"\nday=9\ntitle=3\n')
    assert ids() == before


def test_a_block_that_is_new_in_the_kit_comes_behind_its_predecessor(chosen):
    before = ids()

    def older(text):
        head, blocks = parts(text)
        return "[[block]]".join([head, *blocks[:4], *blocks[5:]])

    def swapped(text):
        head, blocks = parts(text)
        return "[[block]]".join([head, blocks[1], blocks[0], *blocks[2:]])

    chosen("agenda", swapped, kit=older)
    assert ids() == [before[1], before[0], *before[2:]]

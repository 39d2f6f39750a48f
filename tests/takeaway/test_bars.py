"""Bars of the playbook: each with its label and count, nothing outside, nothing on top of each other."""

from itertools import combinations

import pytest
from hostile import NAMES
from hypothesis import given
from hypothesis import strategies as st

from workshop.content import words as content_words
from workshop.takeaway.bars import Bar, Group, bars
from workshop.takeaway.drawing import Box, Label
from workshop.takeaway.measure import text_width

WORDS = content_words("playbook")["words"]
ITEMS = ("Reliability", "Discretion", "Fairness")
names = st.text(max_size=60) | st.sampled_from(NAMES)
counts = st.none() | st.integers(0, 30).flatmap(
    lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
)
some_bars = st.lists(
    st.builds(lambda name, count: Bar(name, *(count or (None, None))), names, counts), max_size=5
)
some_groups = st.lists(st.builds(Group, names, some_bars.map(tuple)), max_size=10)


def blocks(*found):
    return bars((Group("", tuple(found)),), WORDS)


def people(count, *scores):
    rated = tuple(Bar(item, score, 5) for item, score in zip(ITEMS, scores, strict=False))
    return bars(tuple(Group(f"Name {n}", rated) for n in range(count)), WORDS)


def texts(drawing):
    return [mark.text for mark in drawing.marks if isinstance(mark, Label)]


def edges(mark):
    """Left, top, right and bottom."""
    if isinstance(mark, Box):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    width = text_width(mark.text, mark.size, bold=mark.bold)
    return mark.x, mark.y - mark.size / 2, mark.x + width, mark.y + mark.size / 2


def test_a_bar_is_filled_by_its_share():
    """Three of six is half of the track, and says so beside it."""
    track, filled = (mark for mark in blocks(Bar("Trust", 3, 6)).marks if isinstance(mark, Box))
    assert (track.fill, filled.fill) == ("line", "accent")
    assert filled.width == pytest.approx(track.width / 2, abs=0.01)
    assert texts(blocks(Bar("Trust", 3, 6))) == ["Trust", "3 of 6"]


def test_an_unknown_bar_is_dashed_and_says_that_it_is_open():
    """It has no colour and no number, so that nobody reads it as none."""
    drawing = blocks(Bar("Trust", None, None), Bar("Diversity", 2, 4))
    first = next(mark for mark in drawing.marks if isinstance(mark, Box))
    assert (first.dash, first.fill) == ("dashed", "")
    assert texts(drawing)[1] == "not enough to say yet"


def test_none_of_them_is_an_empty_track():
    """A count of nothing is drawn otherwise than an unknown one."""
    boxes = [mark for mark in blocks(Bar("Trust", 0, 6)).marks if isinstance(mark, Box)]
    assert [(box.fill, box.dash) for box in boxes] == [("line", "")]


def test_bars_begin_and_end_below_each_other():
    """However long labels and counts are, lengths can be compared."""
    drawing = blocks(Bar("Trust", 3, 5), Bar("Give and receive", 27, 28), Bar("x" * 60, 1, 6))
    tracks = [mark for mark in drawing.marks if isinstance(mark, Box) and mark.fill == "line"]
    assert len({(track.x, track.width) for track in tracks}) == 1


def test_ten_people_have_room():
    """Two columns for ten people with three bars each."""
    assert people(10, 5, 4, 3).height <= 260
    assert len({mark.x for mark in people(10, 5).marks if getattr(mark, "bold", False)}) == 2


def test_three_people_stand_in_one_column():
    """A few have larger type, one below the other."""
    assert len({mark.x for mark in people(3, 5).marks if getattr(mark, "bold", False)}) == 1


def test_in_words_it_says_every_bar():
    """The sentence names each bar and its count."""
    assert (
        blocks(Bar("Trust", 3, 6), Bar("Give", None, None)).alt
        == "Trust: 3 of 6, Give: not enough to say yet."
    )
    assert people(2, 5).alt == "Name 0 – Reliability: 5 of 5; Name 1 – Reliability: 5 of 5."


def test_as_a_table_it_says_every_bar():
    """A row for each bar, or for each person; what was not rated says so."""
    assert blocks(Bar("Trust", 3, 6)).table == {"head": ["What", "Answers"], "rows": [["Trust", "3 of 6"]]}
    half = (Group("Kite", (Bar("Fairness", 2, 5),)), Group("Rook", (Bar("Discretion", 1, 5),)))
    assert bars(half, WORDS).table == {
        "head": ["Name", "Fairness", "Discretion"],
        "rows": [["Kite", "2 of 5", "not enough to say yet"], ["Rook", "not enough to say yet", "1 of 5"]],
    }


@given(some_groups)
def test_everything_lies_inside_and_apart(groups):
    """With any names and counts, no text is outside, touches another, or lies on a bar but an open one."""
    drawing = bars(groups, WORDS)
    found = [(mark, edges(mark)) for mark in drawing.marks if not isinstance(mark, Label) or mark.text]
    for _mark, (left, top, right, bottom) in found:
        assert min(left, top) >= -0.01
        assert right <= drawing.width + 0.01
        assert bottom <= drawing.height + 0.01
    for (one, a), (other, b) in combinations(found, 2):
        inside_bar = isinstance(one, Box) and (isinstance(other, Box) or one.dash)
        apart = a[2] <= b[0] + 0.5 or b[2] <= a[0] + 0.5 or a[3] <= b[1] + 0.5 or b[3] <= a[1] + 0.5
        assert apart or inside_bar


def test_nothing_to_count_is_an_empty_picture():
    """No groups, no words, and still a size that a page can be made with."""
    drawing = bars((), WORDS)
    assert (drawing.marks, drawing.alt) == ((), "")
    assert drawing.height > 0

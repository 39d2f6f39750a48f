"""The map on paper: whoever was put where, with whatever name, it can be read."""

from datetime import date
from itertools import combinations
from math import isfinite

import attrs
import pytest
from hostile import NAMES
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workshop.content.worked import worked
from workshop.exercise.map import map_state
from workshop.takeaway.drawing import Box, Circle, Label, Line
from workshop.takeaway.map import map_drawing
from workshop.takeaway.measure import text_width

names = st.text(max_size=60) | st.sampled_from(NAMES)
places = st.none() | st.tuples(st.integers(0, 1000), st.integers(0, 1000))


@st.composite
def people(draw):
    """You, up to five members and roles, up to six deciders, some of them put somewhere."""
    kinds = ["you", *draw(st.lists(st.sampled_from(["member", "role"]), max_size=5))]
    kinds += ["decider"] * draw(st.integers(0, 6))
    return [
        node(f"n{number}", kind, draw(names), *(draw(places) or (None, None)))
        for number, kind in enumerate(kinds)
    ]


NARROW = ((1, 1000, 800), (2, 100, 600), (3, None, None))
"""Nobody else moves, and the last is pressed against the edge."""


def node(id_, kind, name="Harbour", x=None, y=None):
    return {"id": id_, "kind": kind, "name": name, "initials": name[:2], "x": x, "y": y}


def tie(a, b, kind="pair", knows="yes", strength=None):
    return {"id": f"{a}~{b}", "a": a, "b": b, "kind": kind, "knows": knows, "strength": strength}


def every_tie(nodes):
    return [tie(one["id"], other["id"]) for one, other in combinations(nodes, 2)]


def shapes(drawing):
    return {mark.id: mark for mark in drawing.marks if isinstance(mark, Box | Circle) and mark.id}


def lines(drawing):
    return [mark for mark in drawing.marks if isinstance(mark, Line)]


def edges(mark):
    """Left, top, right and bottom of what is seen of a mark."""
    if isinstance(mark, Line):
        (left, right), (top, bottom) = sorted((mark.x1, mark.x2)), sorted((mark.y1, mark.y2))
        return left, top, right, bottom
    if isinstance(mark, Box):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    half = mark.radius if isinstance(mark, Circle) else text_width(mark.text, mark.size, bold=mark.bold) / 2
    high = half if isinstance(mark, Circle) else mark.size / 2
    return mark.x - half, mark.y - high, mark.x + half, mark.y + high


def by_node(drawing):
    """What is seen of each person: the edges of their shape and of the ground of their name."""
    found = []
    for mark in drawing.marks:
        if isinstance(mark, Box | Circle):
            found += [[]] if mark.id else []
            found[-1].append(edges(mark))
    return dict(zip(shapes(drawing), found, strict=True))


def touch(one, other):
    return any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a in one for b in other)


@settings(max_examples=150)
@given(people())
@example([node("n0", "you", "You", 500, 300), node("n1", "member")])
@example([node("n0", "you", "You", 500, 500), node("n1", "member", "Kite", 500, 500), node("n2", "member")])
@example([node("n0", "you", "You", 900, 300), *(node(f"n{n}", "member", "Head", x, y) for n, x, y in NARROW)])
def test_nobody_covers_anybody(nodes):
    """Shapes and names lie apart, wherever the person put them, and whoever has no place yet."""
    for one, other in combinations(by_node(map_drawing(nodes, [], "")).values(), 2):
        assert not touch(one, other)


@given(people())
def test_everything_lies_inside(nodes):
    """With every tie there could be, nothing leaves the paper, and every length is a number."""
    drawing = map_drawing(nodes, every_tie(nodes), "")
    for mark in drawing.marks:
        assert all(isfinite(value) for value in attrs.astuple(mark) if isinstance(value, float))
        left, top, right, bottom = edges(mark)
        assert min(left, top) >= -0.1
        assert right <= drawing.width + 0.1
        assert bottom <= drawing.height + 0.1


@given(people())
def test_every_tie_joins_those_it_names(nodes):
    """A line, or the pieces of one that bends, goes from the middle of one shape to that of the other."""
    middles = {id_: ((e[0] + e[2]) / 2, (e[1] + e[3]) / 2) for id_, e in shape_edges(nodes).items()}
    for one in every_tie(nodes):
        pieces = lines(map_drawing(nodes, [one], ""))
        assert pieces[0].ends[0] == one["a"]
        assert pieces[-1].ends[-1] == one["b"]
        assert (pieces[0].x1, pieces[0].y1) == pytest.approx(middles[one["a"]], abs=0.1)
        assert (pieces[-1].x2, pieces[-1].y2) == pytest.approx(middles[one["b"]], abs=0.1)


def shape_edges(nodes):
    return {id_: edges(mark) for id_, mark in shapes(map_drawing(nodes, [], "")).items()}


@given(names)
def test_letters_stay_in_their_circle(name):
    """Whatever stands for somebody is set as small as it needs."""
    drawing = map_drawing([node("you", "you", name), node("k", "member", name)], [], "")
    for mark in drawing.marks:
        if isinstance(mark, Label) and mark.colour == "on-accent":
            circle = shapes(drawing)["you"]
            assert text_width(mark.text, mark.size) <= 2 * circle.radius


def test_you_are_in_the_middle_and_filled():
    """The others around, the first of them at the top; open seats are dashed, deciders are squares above."""
    kinds = {"you": "you", "a": "member", "b": "member", "c": "role", "d": "decider"}
    found = shapes(map_drawing([node(id_, kind) for id_, kind in kinds.items()], [], ""))
    assert (found["you"].fill, found["a"].fill) == ("accent", "card")
    assert found["d"].y < found["a"].y < found["you"].y
    assert (found["c"].dash, found["c"].colour) == ("dashed", "edge")
    assert isinstance(found["d"], Box)


@pytest.mark.parametrize(
    ("one", "look"),
    [
        (tie("a", "b", knows="unsure"), ("muted", "dashed")),
        (tie("a", "b", "reach"), ("ink", "dotted")),
        (tie("a", "b", "you"), ("edge", "")),
        (tie("a", "b"), ("accent", "")),
    ],
)
def test_ties_differ_without_colour(one, look):
    """What is unsure is dashed, what reaches a decider dotted."""
    [line] = lines(map_drawing([node("a", "member"), node("b", "member")], [one], ""))
    assert (line.colour, line.dash) == look


def test_closer_is_wider():
    """Own ties are thinner than any between two others."""
    nodes = [node("a", "member"), node("b", "member")]
    ties = [tie("a", "b", "you"), *(tie("a", "b", strength=strength) for strength in (1, 2, 3))]
    widths = [line.width for line in lines(map_drawing(nodes, ties, ""))]
    assert widths == sorted(set(widths))


@pytest.mark.parametrize("one", [tie("a", "b", knows="no"), tie("a", "b", knows=None), tie("a", "gone")])
def test_what_is_no_tie_is_not_drawn(one):
    """A no, no answer, and somebody who is not there."""
    assert lines(map_drawing([node("a", "member"), node("b", "member")], [one], "")) == []


def test_a_tie_goes_around_whoever_stands_between():
    """It touches no third circle, and only its two ends say what it joins."""
    nodes = [
        node("you", "you", x=500, y=500),
        node("a", "member", x=100, y=500),
        node("b", "member", x=900, y=500),
    ]
    drawing = map_drawing(nodes, [tie("a", "b")], "")
    you = shapes(drawing)["you"]
    assert all((line.x1 - you.x) ** 2 + (line.y1 - you.y) ** 2 > you.radius**2 for line in lines(drawing))
    assert [line.ends for line in lines(drawing) if line.ends] == [("a",), ("b",)]


def test_a_long_name_takes_two_lines():
    """The rest is cut, for the page has the names elsewhere."""
    labels = [mark.text for mark in map_drawing([node("a", "member", "Group head of " * 4)], [], "").marks
              if isinstance(mark, Label)]  # fmt: skip
    assert len(labels) == 3
    assert labels[-1].endswith("…")


@pytest.mark.parametrize("count", range(7))
def test_deciders_stand_in_rows_of_four(count):
    """The paper grows by a row for every four of them."""
    heights = [
        map_drawing([node("you", "you"), *(node(f"d{n}", "decider") for n in range(many))], [], "").height
        for many in (0, count)
    ]
    rows = -(-count // 4)
    assert heights[1] - heights[0] == pytest.approx((rows * 104 + 10) * 340 / 528 if rows else 0, abs=0.7)


def test_a_worked_case_is_drawn():
    """Its size fits beside a list, and its words are those of the exercise."""
    state = map_state({}, worked("making-change-stick").workbook, date(2026, 9, 22))
    drawing = map_drawing(state["nodes"], state["ties"], state["alt"])
    assert (drawing.width, drawing.alt) == (340, state["alt"])
    assert drawing.height <= 300

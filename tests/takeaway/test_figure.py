"""A chart on paper: same names, numbers and places as on screen, and nothing is left out in silence."""

import copy
from datetime import date
from itertools import combinations, cycle, pairwise

import attrs
import every_reciprocity_verdict
import every_stress_verdict
import every_sustain_verdict
import every_verdict
import pytest
from hostile import NAMES
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts import Contact, upkeep
from workshop.content import case_names, words
from workshop.content.worked import worked
from workshop.exercise.chart import chart_of
from workshop.takeaway.drawing import Box, Circle, Label, Line
from workshop.takeaway.figure import drawn
from workshop.takeaway.figure_parts import text_lines
from workshop.takeaway.measure import text_width

CHARTS = ("rungs", "authority_influence", "give_receive", "upkeep", "survivors")
TODAY = date(2026, 11, 22)
EVERY = (every_verdict, every_reciprocity_verdict, every_stress_verdict, every_sustain_verdict)
SUSTAIN = {
    **words("pictures")["words"],
    **words("exercises/07_sustain")["steps"]["due"]["words"],
}
INK = 0.72
"""How high letters are, of the size of their type."""


def figures(workbook, today=TODAY):
    found = (chart_of(name, workbook, today) for name in CHARTS)
    return [chart.figure for chart in found if chart.figure]


def case_figures(name):
    return figures(worked(name).workbook, date.fromisoformat(str(words("wording")["cases"][name]["day"])))


def picture(figure):
    return drawn(figure, "", {})


def of_kind(kind, figure):
    return [mark for mark in picture(figure).marks if isinstance(mark, kind)]


def texts(figure):
    return [label.text for label in of_kind(Label, figure)]


def said(figure):
    """Every text in a figure, line by line."""
    layout = figure["layout"]
    yield from (note["text"] for note in layout["annotations"])
    yield from (text for trace in figure["data"] for text in trace.get("text", ()) if text)
    for axis in (layout["xaxis"], layout["yaxis"]):
        if axis.get("visible", True):
            yield axis["title"]["text"]
            yield from map(str, axis.get("ticktext", axis["tickvals"]))


def edges(mark):
    """Left, top, right and bottom of what is seen of a mark."""
    if isinstance(mark, Box):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    if isinstance(mark, Circle):
        return (
            mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius
        )  # fmt: skip
    if isinstance(mark, Line):
        return min(mark.x1, mark.x2), min(mark.y1, mark.y2), max(mark.x1, mark.x2), max(mark.y1, mark.y2)
    width, half = text_width(mark.text, mark.size), INK * mark.size / 2
    left = mark.x - {"start": 0, "middle": width / 2, "end": width}[mark.anchor]
    return left, mark.y - half, left + width, mark.y + half


def touch(first, second):
    one, other = edges(first), edges(second)
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def parts(value, path=()):
    """The place of every table in a figure."""
    if isinstance(value, dict):
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from parts(one, (*path, key))


def changed(figure, path, **more):
    """The figure with something else said in one of its parts."""
    figure = copy.deepcopy(figure)
    part = figure
    for key in path:
        part = part[key]
    part.update(more)
    return figure


@pytest.mark.parametrize("every", EVERY, ids=lambda every: every.__name__)
def test_every_chart_there_is_can_be_drawn(every):
    """Each word of it is on the picture, however the exercises were answered."""
    seen = [figure for workbook in every.examples() for figure in figures(workbook)]
    assert seen
    for figure in seen:
        assert {line for text in said(figure) for line in text_lines(text)} <= set(texts(figure))


@pytest.mark.parametrize("name", case_names())
def test_every_word_of_a_case_is_drawn_as_often_as_it_is_said(name):
    """No name, number or title of the screen is missing, and none is added."""
    for figure in case_figures(name):
        assert sorted(texts(figure)) == sorted(line for text in said(figure) for line in text_lines(text))


@pytest.mark.parametrize("index", range(len(CHARTS)), ids=CHARTS)
def test_what_is_not_known_is_never_left_out_in_silence(index):
    """Whoever uses another part of plotly in a chart hears of it, wherever it stands."""
    figure = case_figures("fragile-alliance")[index]
    for path in parts(figure):
        with pytest.raises(Exception, match=r"hatching|unexpected"):
            picture(changed(figure, path, hatching=1))


@pytest.mark.parametrize(
    ("path", "other"),
    [
        (("layout", "annotations", 0), {"showarrow": True}),
        (("layout", "annotations", 0), {"yanchor": "top"}),
        (("layout", "annotations", 0), {"name": "purple"}),
        (("layout", "annotations", 0), {"text": "<b>Kite</b>"}),
        (("layout", "shapes", 0), {"type": "rect"}),
        (("layout", "xaxis"), {"zeroline": True}),
        (("layout", "xaxis"), {"visible": True}),
        (("layout",), {"showlegend": True}),
        (("data", 0), {"mode": "lines"}),
        (("data", 0), {"type": "pie"}),
        (("data", 0, "marker"), {"symbol": "star"}),
    ],
    ids=str,
)
def test_a_value_that_is_not_known_is_refused(path, other):
    figure = case_figures("fragile-alliance")[CHARTS.index("survivors")]
    picture(figure)
    with pytest.raises(Exception, match=r"\w"):
        picture(changed(figure, path, **other))


@pytest.mark.parametrize("name", case_names())
def test_nothing_touches_anything_else(name):
    """Words keep clear of each other, of points and of bars."""
    for figure in case_figures(name):
        labels = of_kind(Label, figure)
        solid = [*of_kind(Box, figure), *of_kind(Circle, figure)]
        pairs = [*combinations(labels, 2), *((label, mark) for label in labels for mark in solid)]
        assert [(one, other) for one, other in pairs if touch(one, other)] == []


@given(st.lists(st.text(max_size=40) | st.sampled_from(NAMES), min_size=1, max_size=10))
def test_everything_lies_inside_whatever_people_are_called(names):
    """Long names are cut rather than printed over the edge."""
    check_inside(renamed_figures(names))


@pytest.mark.parametrize("name", case_names())
def test_everything_of_a_case_lies_inside(name):
    check_inside(case_figures(name))


def test_markup_in_a_name_is_a_name():
    """It is drawn as it was typed, wherever there is room for it."""
    assert all("<b>x</b>" in " ".join(texts(figure)) for figure in renamed_figures(["<b>x</b>"]))


def renamed_figures(names):
    """The charts of a full workbook in which everybody has one of these names."""
    workbook = worked("making-change-stick").workbook
    people = tuple(
        attrs.evolve(person, name=name) for person, name in zip(workbook.people, cycle(names), strict=False)
    )
    return figures(attrs.evolve(workbook, people=people))


def check_inside(found):
    for figure in found:
        shown = picture(figure)
        for mark in shown.marks:
            left, top, right, bottom = edges(mark)
            assert left >= -0.5
            assert top >= -0.5
            assert right <= shown.width + 0.5
            assert bottom <= shown.height + 0.5


@pytest.mark.parametrize("name", case_names())
def test_it_is_small_and_can_be_read(name):
    """It fits beside another on a page, and no letter is smaller than on other papers."""
    for figure in case_figures(name):
        assert picture(figure).height <= 230
        assert {7.5 <= label.size <= 9 for label in of_kind(Label, figure)} == {True}


def test_many_rows_stay_readable():
    """A long list makes the picture higher, rather than its rows thinner than a line of words."""
    contacts = [Contact(f"Name {n}", 7 * n + 7, 4, "10 May 2027", "green") for n in range(25)]
    names = of_kind(Label, upkeep(contacts, SUSTAIN))[:25]
    assert {round(below.y - above.y, 1) for above, below in pairwise(names)} == {15.0}


def test_points_lie_where_the_ratings_are():
    """One step of the scale is as long everywhere, and more influence is further up."""
    figure = case_figures("making-change-stick")[CHARTS.index("authority_influence")]
    [trace] = figure["data"]
    circles = of_kind(Circle, figure)
    across = {x: circle.x for x, circle in zip(trace["x"], circles, strict=True)}
    up = {y: circle.y for y, circle in zip(trace["y"], circles, strict=True)}
    step, rise = (across[5] - across[1]) / 4, (up[5] - up[2]) / 3
    assert across[4] == pytest.approx(across[1] + 3 * step, abs=0.05)
    assert up[4] == pytest.approx(up[2] + 2 * rise, abs=0.05)
    assert step > 0 > rise


def test_bars_are_as_long_as_their_counts():
    """Given lies left of the middle line, received right of it."""
    figure = case_figures("making-change-stick")[CHARTS.index("give_receive")]
    [middle] = [line for line in of_kind(Line, figure) if line.colour == "muted"]
    counts = [(trace["meta"], x) for trace in figure["data"] for x in trace["x"] if x]
    boxes = of_kind(Box, figure)
    lengths = {round(box.width / abs(count), 1) for box, (_, count) in zip(boxes, counts, strict=True)}
    assert [box.fill for box in boxes] == [colour for colour, _ in counts]
    assert max(lengths) - min(lengths) <= 0.1
    assert {box.x == pytest.approx(middle.x1) for box in boxes if box.fill == "muted"} == {True}
    assert {box.x + box.width == pytest.approx(middle.x1) for box in boxes if box.fill == "accent"} == {True}


def test_answers_keep_their_shapes():
    """Filled for those who stay, hollow for those who leave, on a corner for those unsure."""
    figure = case_figures("fragile-alliance")[CHARTS.index("survivors")]
    circles = of_kind(Circle, figure)
    squares = [line for line in of_kind(Line, figure) if line.colour == "accent"]
    key = 1
    assert sum(circle.fill == "accent" for circle in circles) == 2 + key
    assert sum(circle.fill == "" for circle in circles) == 16 + key
    assert len(squares) == 4 * (2 + key)


def test_the_picture_keeps_its_twin():
    figure = case_figures("fragile-alliance")[0]
    shown = drawn(figure, "In words.", {"head": ["Person"], "rows": [["Drift"]]})
    assert (shown.alt, shown.table["rows"]) == ("In words.", [["Drift"]])

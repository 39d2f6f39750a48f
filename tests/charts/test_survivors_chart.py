"""The chart of survivors: valid, a field for every answer, and shapes that differ without colour."""

import tomllib
from html import unescape
from pathlib import Path

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts import survivors, survivors_twin
from workshop.charts.label import label_width
from workshop.charts.survivors import MARKS

CONTENT = Path(__file__).parents[2] / "workshop/content"
PICTURES = tomllib.loads((CONTENT / "pictures.toml").read_text("utf-8"))["words"]
STEPS = tomllib.loads((CONTENT / "exercises/08_stress_test.toml").read_text("utf-8"))["steps"]
WORDS = {**PICTURES, **STEPS["standing"]["words"]}
SHOCKS = ["Budget cut", "A merger", "A new strategy", "Reorganisation"]
TWO = [("Harbour", ("yes", "unsure", "no", None)), ("Kite", ("yes", "no", "no", "yes"))]

drawn = st.integers(3, 7).flatmap(
    lambda count: st.tuples(
        st.lists(
            st.tuples(
                st.text(min_size=1, max_size=60),
                st.tuples(*[st.sampled_from(("yes", "no", "unsure", None))] * count),
            ),
            max_size=5,
        ),
        st.lists(st.text(max_size=60), min_size=count, max_size=count),
    )
)


def places(figure, symbol):
    """Where marks of this shape stand, the one of the key left out."""
    return [
        place
        for trace in figure["data"][:3]
        if trace["marker"]["symbol"] == symbol
        for place in zip(trace["x"], trace["y"], strict=True)
    ]


@given(drawn)
def test_it_is_valid_plotly_with_a_sign_for_every_field(found):
    """Each member has a mark or a dash under each shock; without any answer there is no picture."""
    people, shocks = found
    figure = survivors(people, shocks, WORDS)
    assert (figure is None) == (not any(answer for _, answers in people for answer in answers))
    if figure:
        go.Figure(figure)
        marks = sum(len(places(figure, symbol)) for _, symbol, _ in MARKS.values())
        dashes = [note for note in figure["layout"]["annotations"] if note["text"] == "–"]
        assert marks + len(dashes) == len(people) * len(shocks)


@given(drawn)
def test_everything_lies_inside_and_no_name_reaches_the_marks(found):
    """A long name is cut, however wide its letters are."""
    people, shocks = found
    figure = survivors(people, shocks, WORDS)
    if figure:
        bottom = figure["layout"]["yaxis"]["range"][0]
        notes = figure["layout"]["annotations"]
        assert all(0 <= note["x"] <= 100 and 0 < note["y"] < bottom for note in notes)
        names = [note for note in notes if note["x"] == 0][: len(people)]
        assert all(label_width(unescape(note["text"])) <= label_width("x" * 11) for note in names)


def test_a_field_says_the_answer_of_its_row_and_column():
    """Those who stay are filled, those unsure stand on a corner, those who leave are hollow."""
    figure = survivors(TWO, SHOCKS, WORDS)
    first, second, third, fourth = 45.75, 61.25, 76.75, 92.25
    assert places(figure, "circle") == [(first, 43), (first, 77), (fourth, 77)]
    assert places(figure, "diamond-open") == [(second, 43)]
    assert places(figure, "circle-open") == [(third, 43), (second, 77), (third, 77)]
    [dash] = [note for note in figure["layout"]["annotations"] if note["text"] == "–"]
    assert (dash["x"], dash["y"]) == (fourth, 43)


def test_the_key_says_which_number_and_which_mark_is_what():
    """Nobody has to look elsewhere to read it."""
    notes = [note["text"] for note in survivors(TWO, SHOCKS, WORDS)["layout"]["annotations"]]
    assert {"1 Budget cut", "2 A merger", "3 A new strategy", "4 Reorganisation"} <= set(notes)
    assert {"stays", "leaves", "unsure", "– no answer"} <= set(notes)
    answered = [(name, answers[:3]) for name, answers in TWO]
    notes = [note["text"] for note in survivors(answered, SHOCKS[:3], WORDS)["layout"]["annotations"]]
    assert "– no answer" not in notes


def test_every_answer_has_a_shape_of_its_own():
    assert len({symbol for _, symbol, _ in MARKS.values()}) == len(MARKS)


def test_the_twin_says_the_same():
    """The sentence speaks of the shocks, the table has every answer."""
    twin = survivors_twin(TWO, SHOCKS, WORDS)
    assert twin["text"] == (
        "Budget cut: 2 of 2 sure to stay. A merger: 0 of 2 sure to stay. Unsure: 1. "
        "A new strategy: 0 of 2 sure to stay. Reorganisation: 1 of 2 sure to stay. Without an answer: 1."
    )
    assert twin["table"]["head"] == ["Person", *SHOCKS]
    assert twin["table"]["rows"] == [
        ["Harbour", "stays", "unsure", "leaves", "no answer"],
        ["Kite", "stays", "leaves", "leaves", "stays"],
    ]


@pytest.mark.parametrize(
    ("people", "shocks"),
    [
        ([], []),
        ([], SHOCKS),
        ([("Kite", ("yes", "yes"))], SHOCKS[:2]),
        ([("Kite", (None, None, None))], SHOCKS[:3]),
    ],
)
def test_before_three_shocks_and_an_answer_there_is_a_sentence(people, shocks):
    """Two shocks are no test, and a grid of dashes says nothing."""
    assert survivors(people, shocks, WORDS) is None
    assert survivors_twin(people, shocks, WORDS)["text"].startswith("Not enough to say yet")

"""Given to the left, received to the right: valid, symmetrical, never without words."""

import tomllib
from pathlib import Path

import plotly.graph_objects as go
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts import give_receive, give_receive_twin

CONTENT = Path(__file__).parents[2] / "workshop/content/pictures.toml"
WORDS = tomllib.loads(CONTENT.read_text(encoding="utf-8"))["words"]
PASSED = [("Harbour", 4, 3), ("Lantern", 0, 2), ("Kite", 0, 0)]

counts = st.integers(0, 1000)
people = st.lists(st.tuples(st.text(min_size=1, max_size=40), counts, counts), max_size=25)


@given(people)
def test_it_is_valid_plotly_and_every_bar_fits(passed):
    """Plotly accepts it for any counts, both sides reach as far, and the marks lie within."""
    figure = give_receive(passed, WORDS)
    if not any(gave or got for _, gave, got in passed):
        assert figure is None
        return
    axis = go.Figure(figure).layout.xaxis
    low, high = axis.range
    assert low == -high
    assert all(low <= x <= high for bars in figure["data"] for x in bars["x"])
    assert len(axis.tickvals) == len(axis.ticktext) <= 9
    assert 0 in axis.tickvals


def test_no_mark_is_negative_and_given_lies_left():
    """A count is a count on either side."""
    figure = give_receive(PASSED, WORDS)
    assert figure["data"][0]["x"] == [-4, 0, 0]
    assert figure["data"][1]["x"] == [3, 2, 0]
    assert figure["layout"]["xaxis"]["ticktext"] == ["4", "3", "2", "1", "0", "1", "2", "3", "4"]


def test_the_twin_says_the_same():
    """The sentence counts, the table has everybody in their order."""
    twin = give_receive_twin(PASSED, WORDS)
    assert twin["text"] == "Given 4 times, received 5 times. Help goes both ways in 1 of 2 ties."
    assert twin["table"]["rows"] == [["Harbour", "4", "3"], ["Lantern", "0", "2"], ["Kite", "0", "0"]]


def test_without_anything_passed_there_is_a_sentence_instead():
    """An empty ledger has no picture."""
    assert give_receive([("Kite", 0, 0)], WORDS) is None
    assert give_receive_twin([], WORDS)["text"].startswith("Not enough to say yet")

"""The chart of upkeep: valid, in the order of the five, and never by colour alone."""

import tomllib
from pathlib import Path

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts import Contact, upkeep, upkeep_twin

CONTENT = Path(__file__).parents[2] / "workshop/content"
PICTURES = tomllib.loads((CONTENT / "pictures.toml").read_text("utf-8"))["words"]
STEPS = tomllib.loads((CONTENT / "exercises/07_sustain.toml").read_text("utf-8"))["steps"]
WORDS = {**PICTURES, **STEPS["due"]["words"]}
FIVE = [
    Contact("Harbour", 10, 4, "10 December 2026", "green"),
    Contact("Kite", 70, 6, "25 October 2026", "amber"),
    Contact("Rook", None, 8),
    Contact("Lantern", 200, 4, "2 June 2026", "red"),
]

contacts = st.lists(
    st.builds(
        Contact,
        st.text(max_size=40),
        st.integers(0, 4000),
        st.integers(1, 52),
        st.just("10 December 2026"),
        st.sampled_from(("green", "amber", "red")),
    )
    | st.builds(Contact, st.text(max_size=40), st.none() | st.integers(0, 4000)),
    max_size=10,
)


@given(contacts)
def test_upkeep_is_valid_plotly_or_nothing(people):
    """Plotly accepts the figure for anybody; where nothing can be said there is none."""
    figure = upkeep(people, WORDS)
    known = [contact for contact in people if contact.state != "open"]
    assert (figure is None) == (not known)
    assert figure is None or len(go.Figure(figure).layout.shapes) == len(known)


@given(contacts)
def test_every_bar_and_every_cadence_is_inside_the_picture(people):
    """The longest silence and the calmest cadence still leave room for their number."""
    figure = upkeep(people, WORDS)
    if figure:
        right = figure["layout"]["xaxis"]["range"][1]
        assert all(weeks < right for bars in figure["data"] for weeks in bars["x"])
        assert all(line["x0"] < right for line in figure["layout"]["shapes"])


@given(st.integers(1, 4000))
def test_the_axis_has_a_few_round_marks(cadence):
    """They begin at 0, and the picture says them all."""
    axis = upkeep([Contact("Kite", 7, cadence, "10 May 2027", "green")], WORDS)["layout"]["xaxis"]
    assert axis["tickvals"][0] == 0
    assert 2 <= len(axis["tickvals"]) <= 6
    assert axis["tickvals"][-1] <= axis["range"][1]


def test_names_stand_in_the_order_of_the_five_with_their_state_in_words():
    """The colour of a bar says nothing that the words beside it do not."""
    notes = [note["text"] for note in upkeep(FIVE, WORDS)["layout"]["annotations"]]
    assert notes == ["Harbour: in touch", "Kite: due", "Lantern: overdue", "1", "10", "28"]


def test_the_weeks_stand_beside_the_bar_and_the_line():
    """A number ends its bar, and steps behind the line where that would run through it."""
    notes = upkeep(FIVE, WORDS)["layout"]["annotations"]
    assert [note["x"] for note in notes[3:]] == [4, 10, 200 / 7]
    [_, number] = upkeep([Contact("Kite", 7, 26, "10 May 2027", "green")], WORDS)["layout"]["annotations"]
    assert number["x"] == 1


def test_the_twin_says_the_same():
    """The sentence counts, and says whose convention it is; what is not known is a dash."""
    twin = upkeep_twin(FIVE, WORDS)
    assert "In touch: 1. Due: 1. Overdue: 1." in twin["text"]
    assert "convention" in twin["text"]
    assert twin["table"]["rows"] == [
        ["Harbour", "1", "4", "10 December 2026", "in touch"],
        ["Kite", "10", "6", "25 October 2026", "due"],
        ["Rook", "–", "8", "–", "not enough to say yet"],
        ["Lantern", "28", "4", "2 June 2026", "overdue"],
    ]


@pytest.mark.parametrize("people", [[], [Contact("Kite", 30)], [Contact("Kite", None, 4)]])
def test_without_a_cadence_and_a_contact_there_is_a_sentence(people):
    """Nothing is overdue on an empty form."""
    assert upkeep(people, WORDS) is None
    assert upkeep_twin(people, WORDS)["text"].startswith("Not enough to say yet")

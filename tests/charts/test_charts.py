"""Charts are plotly's JSON: valid, readable at 320 pixels, and never without words."""

import tomllib
from pathlib import Path

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts import authority_influence, authority_influence_twin, rungs, rungs_twin
from workshop.charts.label import shortened
from workshop.charts.spread import marker, spread

CONTENT = Path(__file__).parents[2] / "workshop/content/pictures.toml"
WORDS = tomllib.loads(CONTENT.read_text(encoding="utf-8"))["words"]
FIVE = [("Harbour", 3, 5), ("Lantern", 5, 2), ("Kite", 3, 5), ("Anchor", 2, 2), ("Meadow", 5, 5)]

scores = st.integers(1, 5)
people = st.lists(st.tuples(st.text(min_size=1, max_size=40), scores, scores), min_size=1, max_size=5)


def _placed(rated):
    return spread([(shortened(name, 12), a, i) for name, a, i in rated], (0.38, 5.62))


@given(people)
def test_authority_is_valid_plotly(rated):
    """Plotly accepts the figure for any five names."""
    assert go.Figure(authority_influence(rated, WORDS)).data[0].type == "scatter"


@given(people)
def test_no_name_touches_another(rated):
    """Neither two names nor a name and somebody else's point overlap, however people are rated."""
    placed = _placed(rated)
    boxes = [[label.box, marker(x, y)] for x, y, label in placed]
    pairs = [
        (a, b) for i, mine in enumerate(boxes) for theirs in boxes[i + 1 :] for a in mine for b in theirs
    ]
    assert not any(a.touches(b) for a, b in pairs)


@given(people)
def test_points_stay_at_their_ratings_unless_shared(rated):
    """A person alone on a spot is drawn exactly there."""
    spots = [(a, i) for _, a, i in rated]
    alone = [
        (x, y) == spot
        for (x, y, _), spot in zip(_placed(rated), spots, strict=True)
        if spots.count(spot) == 1
    ]
    assert all(alone)


@pytest.mark.parametrize("name", ["我们承诺的事情我们承诺的事情", "<b>Kite</b> & =1+1"])
def test_a_name_too_wide_for_its_spot_is_drawn_all_the_same(name):
    figure = authority_influence([(name, score, score) for score in range(1, 6)], WORDS)
    assert len(figure["data"][0]["x"]) == len(figure["layout"]["annotations"]) == 5


def test_authority_twin_says_the_same():
    """The sentence and the table hold every rating; one not given is a dash."""
    twin = authority_influence_twin([*FIVE[:2], ("Kite", None, 4)], WORDS)
    assert "Harbour: authority 3, influence 5." in twin["text"]
    assert twin["table"]["rows"] == [["Harbour", "3", "5"], ["Lantern", "5", "2"], ["Kite", "–", "4"]]


@pytest.mark.parametrize("rated", [[], [("Kite", None, 3)]])
def test_authority_without_ratings_is_a_sentence(rated):
    assert authority_influence(rated, WORDS) is None
    assert authority_influence_twin(rated, WORDS)["text"].startswith("Not enough to say yet")


@given(st.lists(st.tuples(st.text(max_size=40), st.none() | st.integers(0, 6)), max_size=15))
def test_rungs_is_valid_plotly_or_nothing(allies):
    """Plotly accepts the figure for any allies; with nobody sorted there is none."""
    figure = rungs(allies, WORDS)
    assert (figure is None) == all(count is None for _, count in allies)
    assert figure is None or len(go.Figure(figure).layout.shapes) == 2


def test_rungs_twin_says_where_each_stands():
    """The cuts lie after 2 and after 4, and the sentence says whose convention they are."""
    twin = rungs_twin([("A", 2), ("B", 3), ("C", 4), ("D", 5), ("E", None)], WORDS)
    zones = [row[2] for row in twin["table"]["rows"]]
    assert zones == ["alliance", "could evolve", "could evolve", "coalition", "not sorted yet"]
    assert "convention" in twin["text"]


def test_names_are_text_to_plotly():
    """Plotly reads some HTML; a name does not become any, and is never cut inside an entity."""
    assert shortened("<a href=x>&", 40) == "&lt;a href=x&gt;&amp;"

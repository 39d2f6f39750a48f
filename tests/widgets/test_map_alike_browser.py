"""The map on paper and the map on screen: two languages, one layout."""

from base64 import b64encode
from importlib.resources import files

import pytest
from pictures_harness import FIVE, KNOWN, coalition

from workshop.takeaway.drawing import Box, Circle, Line
from workshop.takeaway.map import PIXEL, WIDTH, map_drawing
from workshop.widgets import bundle

pytestmark = pytest.mark.browser

LONG = (
    "Ng",
    "Interim head of operations",
    "Maximiliane-Charlotte",
    "Zoë",
    "Group head of people and learning",
)
SMALL = round(14 * PIXEL, 2)
"""Size of the names on paper."""
NEAR = 0.005
"""Of the width of the map; the same letters are measured a little otherwise."""


@pytest.fixture(scope="module")
def scene_of(chromium):
    """A function that returns where `mapScene` puts everybody, names measured in the letters of paper."""
    font = b64encode((files("workshop.takeaway") / "fonts/Inter-SemiBold.ttf").read_bytes()).decode()
    script = bundle.script("map").replace("export default", "window.widget =")
    page = chromium.new_page()
    page.set_content(
        f"<style>@font-face {{ font-family: Inter; font-weight: 600;"
        f" src: url(data:font/ttf;base64,{font}) }}</style>"
        f"<script type='module'>{script};"
        f"Object.assign(window, {{ mapScene, textMeasure, tieWidth }});</script>"
    )
    page.evaluate("document.fonts.load('600 14px Inter')")
    yield lambda state: page.evaluate(
        """([state, width]) => {
          const { frame, nodes, ties } = mapScene(state, width, textMeasure("600 14px Inter"));
          const places = Object.fromEntries(nodes.map(({ id, place }) => [id, [place.x, place.y]]));
          const names = nodes.flatMap(({ lines }) => lines);
          return { height: frame.height, radius: frame.radius, places, names, widths: ties.map(tieWidth) };
        }""",
        [state, WIDTH],
    )
    page.close()


def drawn(state):
    return map_drawing(state["nodes"], [*state["ties"], *pairs_of(state)], "")


def pairs_of(state):
    """The ties of the pairs, as the server sends them along."""
    pairs = [(pair, *pair["id"].split("~")) for pair in state["pairs"]]
    return [{**pair, "a": a, "b": b, "kind": "pair"} for pair, a, b in pairs if pair["knows"]]


def places_in(drawing):
    """The middle of every shape, in pixels, by id."""
    circles = {mark.id: (mark.x, mark.y) for mark in drawing.marks if isinstance(mark, Circle)}
    squares = {
        mark.id: (mark.x + mark.width / 2, mark.y + mark.height / 2)
        for mark in drawing.marks
        if isinstance(mark, Box) and mark.id
    }
    return {id_: (x / PIXEL, y / PIXEL) for id_, (x, y) in (circles | squares).items()}


def with_deciders(count, names=FIVE):
    state = coalition(names, KNOWN)
    node = {"initials": "D", "kind": "decider", "x": None, "y": None}
    state["nodes"] += [{**node, "id": f"d{n}", "name": f"Head of function number {n}"} for n in range(count)]
    return state


def with_role(names=FIVE):
    state = coalition(names, KNOWN)
    state["nodes"][-1]["kind"] = "role"
    return state


def put(state, **places):
    """The state after the person put some somewhere, in thousandths."""
    for node in state["nodes"]:
        node["x"], node["y"] = places.get(node["id"], (node["x"], node["y"]))
    return state


STATES = {
    "as they are": coalition(FIVE, KNOWN),
    "one": coalition(FIVE[:1], {}),
    "four with long names": coalition(LONG[1:], KNOWN),
    "four deciders": with_deciders(4),
    "six deciders and long names": with_deciders(6, LONG),
    "a role needed": with_role(),
    "some put somewhere": put(coalition(LONG, KNOWN), k1=(100, 80), k4=(850, 900), you=(300, 500)),
    "one put where another would stand": put(with_deciders(2), k1=(760, 520)),
    "all put somewhere": put(coalition(FIVE[:3], {}), you=(500, 520), k1=(480, 500), k2=(0, 0), k3=(9, 1000)),
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_everybody_stands_where_they_stand_on_screen(scene_of, state):
    """The same height, and the same places within a two-hundredth of the width."""
    scene, drawing = scene_of(state), drawn(state)
    assert drawing.height / PIXEL == pytest.approx(scene["height"], abs=1)
    places = places_in(drawing)
    assert places.keys() == scene["places"].keys()
    for id_, place in scene["places"].items():
        assert places[id_] == pytest.approx(place, abs=NEAR * WIDTH), id_


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_names_are_broken_where_they_are_broken_on_screen(scene_of, state):
    """No more lines, no other cuts."""
    labels = [mark.text for mark in drawn(state).marks if mark.kind == "label" and mark.size == SMALL]
    assert labels == scene_of(state)["names"]


def test_ties_are_as_wide_as_on_screen(scene_of):
    """Strength shows alike in both; the person's own ties are drawn thinner."""
    state = coalition(FIVE, KNOWN)
    state["ties"] = pairs_of(state)
    lines = [mark for mark in map_drawing(state["nodes"], state["ties"], "").marks if isinstance(mark, Line)]
    whole = {line.ends: line.width / PIXEL for line in lines}
    assert list(whole.values()) == pytest.approx(scene_of(state)["widths"], abs=0.02)

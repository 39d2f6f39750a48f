"""A chart on paper beside the same chart as plotly draws it in a browser."""

from pathlib import Path

import pytest
from test_figure import CHARTS, case_figures, of_kind, texts

from workshop.content import case_names
from workshop.takeaway.drawing import Box, Circle
from workshop.widgets.assets import plotly

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2] / "workshop/widgets"
CODE = (ROOT / "js/chart_colours.js").read_text(encoding="utf-8").replace("export ", "")
TOKENS = (ROOT / "css/tokens.css").read_text(encoding="utf-8")
DRAW = """async (figure) => {
  const { data, layout } = coloured(figure, chartColours(document.body), 560);
  await Plotly.newPlot(document.querySelector("div"), data, layout, { staticPlot: true });
  const words = document.querySelectorAll(
    ".annotation-text, .xtick text, .ytick text, .bartext, .xtitle, .ytitle");
  const lines = [...words].flatMap((word) => {
    const parts = [...word.querySelectorAll("tspan.line")];
    return (parts.length ? parts : [word]).map((part) => part.textContent);
  });
  const drawn = data.filter((trace) => trace.x.length);
  const round = drawn.map((trace) => !trace.marker.symbol?.startsWith("diamond"));
  const traces = [...document.querySelectorAll(".trace")].filter((_, index) => round[index]);
  const places = traces.flatMap((trace) => [...trace.querySelectorAll("path")]).map((path) => {
    const box = path.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom];
  });
  return { lines, places };
}"""


@pytest.fixture(scope="module")
def plotted(chromium):
    """A function that draws a figure with plotly: its words, and where its points and bars lie."""
    page = chromium.new_page()

    def plot(figure):
        page.set_content(f"<style>{TOKENS}</style><div></div>")
        page.add_script_tag(content=plotly())
        page.add_script_tag(content=CODE)
        return page.evaluate(DRAW, figure)

    yield plot
    page.close()


def box_of(mark):
    if isinstance(mark, Circle):
        return (
            mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius
        )  # fmt: skip
    return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height


def middles(boxes):
    """The middle of each, from 0 to 1 of where they lie, both ways; a bar without a length is not seen."""
    found = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in boxes if right > left]
    return list(zip(*(shares(side) for side in zip(*found, strict=True)), strict=True))


def shares(values):
    low, high = min(values), max(values)
    return [round((value - low) / (high - low or 1), 2) for value in values]


@pytest.mark.parametrize("name", case_names())
@pytest.mark.parametrize("index", range(len(CHARTS)), ids=CHARTS)
def test_paper_says_and_shows_what_the_screen_does(plotted, name, index):
    """Same words, as often; points and bars in the same places."""
    figure = case_figures(name)[index]
    screen = plotted(figure)
    assert sorted(filter(None, screen["lines"])) == sorted(texts(figure))
    seen, drawn = middles(screen["places"]), middles(map(box_of, of_kind(Box | Circle, figure)))
    assert len(seen) == len(drawn)
    assert all(a == pytest.approx(b, abs=0.03) for a, b in zip(seen, drawn, strict=True))

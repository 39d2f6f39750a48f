"""The chart in a real browser: words first, the picture when it is near, and never from another host."""

import pictures_harness as harness
import pytest
from chromium import violations

from workshop import charts
from workshop.widgets import Chart
from workshop.widgets.assets import plotly

pytestmark = pytest.mark.browser

HOME = "http://127.0.0.1:9"
FIVE = [
    ("Harbour", 3, 5), ("Lantern", 4, 5), ("Kite", 3, 5), ("Christopher-Bartholomew", 5, 5),
    ("<b>Meadow</b>", 1, 1),
]  # fmt: skip
ALLIES = [("Harbour", 6), ("Lantern", 4), ("Kite", 0), ("Christopher-Bartholomew", 2), ("Meadow", None)]


@pytest.fixture
def shown(chromium):
    """A function that opens a page with a chart on it; `page.asked` are the addresses it asked for."""
    contexts, errors = [], []

    def show(state, *, served=True, width=1280, above=0, **options):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.asked = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        html = harness.page_of(Chart, state).replace("<h1>", f'<h1 style="margin-bottom:{above}px">')
        script = plotly()

        def answer(route):
            page.asked.append(route.request.url)
            if route.request.url == f"{HOME}/":
                route.fulfill(body=html, content_type="text/html")
            elif served and route.request.url == f"{HOME}/plotly-basic.min.js":
                route.fulfill(body=script, content_type="text/javascript")
            else:
                route.fulfill(status=404, body="")

        page.route("**/*", answer)
        page.goto(f"{HOME}/")
        return page

    yield show
    for context in contexts:
        context.close()
    assert errors == []


def state_of(name, facts, library="/plotly-basic.min.js"):
    twin = getattr(charts, f"{name}_twin")(facts, harness.WORDS)
    figure = getattr(charts, name)(facts, harness.WORDS)
    frame = {
        "page": "p1",
        "step": "s",
        "title": "",
        "verdicts": [],
        "words": {**harness.WORDS, **harness.WHY},
    }
    return {**frame, "figure": figure, "library": library, **twin}


def drawn(page):
    page.wait_for_selector("[data-drawn] .main-svg", state="attached")
    return page


@pytest.mark.parametrize(("name", "facts"), [("authority_influence", FIVE), ("rungs", ALLIES)])
def test_it_is_drawn_with_words_beside_it(shown, name, facts):
    """The picture is an image with the sentence as its name, and its table holds every row."""
    page = drawn(shown(state_of(name, facts)))
    assert page.get_attribute("[role=img]", "aria-label") == page.inner_text("figcaption")
    page.click("summary")
    assert page.locator("tbody tr").count() == 5
    assert all(address.startswith(HOME) for address in page.asked)


def test_a_far_chart_waits(shown):
    """The library is not fetched before the chart comes near; its place is kept meanwhile."""
    page = shown(state_of("rungs", ALLIES), above=3000)
    height = page.evaluate("document.documentElement.scrollHeight")
    assert page.asked == [f"{HOME}/"]
    page.mouse.wheel(0, 3000)
    drawn(page)
    assert page.evaluate("document.documentElement.scrollHeight") == height


@pytest.mark.parametrize("width", [320, 1280])
def test_names_do_not_touch(shown, width):
    """The names beside the points stay apart and inside, on a phone too."""
    page = drawn(shown(state_of("authority_influence", FIVE), width=width))
    boxes = page.evaluate(
        "[...document.querySelectorAll('.annotation-text')].map((e) => {"
        " const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"
    )
    touching = [
        (a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]  # fmt: skip
    assert (len(boxes), touching) == (5, [])
    assert all(box[0] >= 0 and box[2] <= width for box in boxes)


def test_the_kernel_helps_where_there_is_no_server(shown):
    """Without an address, or when it fails, the page asks the kernel once and draws what it sends."""
    page = shown(state_of("rungs", ALLIES), served=False)
    page.wait_for_function("harness.sent.length")
    assert page.evaluate("harness.sent") == [{"kind": "library"}]
    script = plotly()
    page.evaluate(
        "(text) => model.fire('msg:custom', {kind: 'library'}, [new TextEncoder().encode(text)])", script
    )
    drawn(page)


def test_without_any_library_the_words_remain(shown):
    """When neither the server nor the kernel has plotly the page says so; sentence and table are there."""
    page = shown(state_of("rungs", ALLIES, library=""))
    page.wait_for_function("harness.sent.length")
    page.evaluate("model.fire('msg:custom', {kind: 'library'}, [])")
    page.wait_for_selector("text=The chart could not be drawn here.")
    assert "4 of 5 allies sorted" in page.inner_text("figcaption")


def test_colours_follow_the_scheme(shown):
    """The picture is drawn again when the screen turns dark."""
    page = drawn(shown(state_of("rungs", ALLIES), color_scheme="light"))
    fill = "getComputedStyle(document.querySelector('.point path')).fill"
    before = page.evaluate(fill)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{fill} !== '{before}'")


def test_nothing_to_draw_is_a_sentence(shown):
    """With no figure there is no empty frame, and nothing is fetched."""
    page = shown(state_of("rungs", []))
    assert page.inner_text("figcaption").startswith("Not enough to say yet")
    assert not page.is_visible("[role=img]")
    assert page.asked == [f"{HOME}/"]


def test_figure_arriving_later_is_drawn(shown):
    """The first answer that makes a figure possible brings the picture."""
    page = shown(state_of("rungs", []))
    page.evaluate("(state) => model.set(state)", state_of("rungs", ALLIES))
    drawn(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(shown, width, scheme):
    """The chart passes axe with its table open, and is never wider than the screen."""
    page = drawn(shown(state_of("authority_influence", FIVE), width=width, color_scheme=scheme))
    page.click("summary")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

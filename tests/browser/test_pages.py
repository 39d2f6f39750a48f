"""Every page: asks this host alone, fits the screen, has no finding of axe and no error in the console."""

import pytest
from chromium import violations
from kit import running
from sight import awry

from workshop.content import exercise_names

pytestmark = pytest.mark.browser

PAGES = exercise_names()
SMALL_TARGETS = """() =>
  [...document.querySelectorAll("main button, main label:has(input), main summary, main select")]
    .map((node) => [node.innerText.slice(0, 30), node.getBoundingClientRect()])
    .filter(([, box]) => box.width && box.height && box.height < 43.5)
    .map(([text, box]) => `${text}: ${box.height}`)"""
"""Of what a thumb has to hit, all that is lower than 44 pixels."""
TWO_LINES = 40
"""Pixels; what the save status takes with its words whole."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with running(tmp_path_factory.mktemp("demo"), command="demo") as kit:
        yield kit


@pytest.fixture(scope="module")
def solo(tmp_path_factory):
    with running(tmp_path_factory.mktemp("solo") / "data") as kit:
        yield kit


@pytest.fixture(scope="module", params=["demo", "solo"])
def any_kit(request):
    """The kit with a complete workbook, and with an empty one."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def visit(chromium):
    """Open a page and wait until all of its steps are drawn; told what went wrong meanwhile."""
    contexts = []

    def opened(kit, name, **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.troubles, page.asked = [], []
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(kit.address)
        page.goto(kit.page(name))
        page.wait_for_selector(".cw-slot", state="attached")
        page.wait_for_function(
            "!document.querySelector('.cw-slot:not(.cw-here, .cw-silent)')", timeout=30_000
        )
        page.wait_for_load_state("networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_every_screen_and_axe_finds_nothing(visit, any_kit, name):
    page = visit(
        any_kit, name, viewport={"width": 390, "height": 844}, has_touch=True, reduced_motion="reduce"
    )
    assert page.evaluate(SMALL_TARGETS) == []
    for width in (320, 390, 820, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert awry(page) == [], width
        assert page.locator(".cw-save").bounding_box()["height"] <= TWO_LINES, width
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], (width, scheme)
    assert page.troubles == []


def test_a_first_visit_asks_this_host_alone(visit, solo, capsys):
    page = visit(solo, "04_alliance_map")
    elsewhere = [url for url in page.asked if not url.startswith((solo.origin, "data:", "blob:"))]
    with capsys.disabled():
        print(f"\nfirst visit: {len(page.asked)} requests, {len(elsewhere)} to another host")
    assert elsewhere == []

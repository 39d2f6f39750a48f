"""What a visit weighs: few requests, few bytes, and nothing twice. Counts, not times."""

import pytest
from kit import running

pytestmark = pytest.mark.browser

REQUESTS = 8
"""Most that one page may ask for, its websocket and a chart's library left out."""
KILOBYTES = 200
"""Most that a first visit may weigh, compressed, what the websocket brings left out."""
ALL_DRAWN = "!document.querySelector('.cw-slot:not(.cw-here, .cw-silent)')"


@pytest.fixture(scope="module")
def solo(tmp_path_factory):
    with running(tmp_path_factory.mktemp("solo") / "data") as kit:
        yield kit


class Visit:
    """One browser with an empty cache; what its last page asked the server for."""

    def __init__(self, context, kit):
        self.kit = kit
        self.page = context.new_page()
        self.asked, self.bytes = {}, 0
        network = context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.on("Network.requestWillBeSent", self._ask)
        network.on("Network.requestServedFromCache", lambda event: self.asked.pop(event["requestId"], None))
        network.on("Network.responseReceived", self._answer)
        network.on("Network.loadingFinished", self._finish)

    def open(self, name):
        self.asked, self.bytes = {}, 0
        self.page.goto(self.kit.page(name))
        self.page.wait_for_selector(".cw-slot", state="attached")
        self.page.wait_for_function(ALL_DRAWN, timeout=30_000)
        self.page.wait_for_load_state("networkidle")
        return self

    @property
    def paths(self):
        return sorted(address.removeprefix(self.kit.origin) for address in self.asked.values())

    def _ask(self, event):
        address = event["request"]["url"]
        if not address.startswith(("data:", "blob:")):
            self.asked[event["requestId"]] = address

    def _answer(self, event):
        if event["response"].get("fromDiskCache"):
            self.asked.pop(event["requestId"], None)

    def _finish(self, event):
        self.bytes += event["encodedDataLength"]


@pytest.fixture
def visit(chromium, solo):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    context.request.get(solo.address)
    yield Visit(context, solo)
    context.close()


def test_a_first_visit_asks_for_little_and_weighs_little(visit):
    visit.open("03_five_people")
    print(f"{visit.bytes / 1e3:.0f} kB in {len(visit.asked)} requests:", *visit.paths, sep="\n  ")
    assert len(visit.asked) <= REQUESTS
    assert visit.bytes <= KILOBYTES * 1000


def test_a_page_asks_for_itself_and_for_assets_alone(visit):
    first, *others = reversed(visit.open("03_five_people").paths)
    assert first == "/voila/render/03_five_people.ipynb"
    assert all(path.startswith("/assets/") for path in others)


def test_the_second_page_asks_for_nothing_that_the_browser_has(visit):
    kept = set(visit.open("02_purpose").paths)
    again = visit.open("03_five_people").paths
    assert again[-1] == "/voila/render/03_five_people.ipynb"
    assert not kept & set(again)


def test_what_no_chart_asks_for_is_not_fetched(visit):
    assert not [path for path in visit.open("00_start").paths if "plotly" in path]

"""A facilitator's own name, accent and logo, as people see them."""

import pytest
from kit import running

from workshop.app.customise import customised
from workshop.content.custom import CUSTOM

pytestmark = pytest.mark.browser

NAME, ACCENT = "Northwind Academy", "#b5123e"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 64">{}<path d="M0 0h420v64z"/></svg>'
LOOKS = """() => {
  const look = selector => getComputedStyle(document.querySelector(selector));
  const button = look(".cw-way-on");
  const widget = look(".cw").getPropertyValue("--accent").trim();
  return { back: button.backgroundColor, fore: button.color, widget };
}"""


def folder_with(place, monkeypatch, drawn=""):
    customised(place)
    (place / "logo.svg").write_text(LOGO.format(drawn), encoding="utf-8")
    brand = place / "brand.toml"
    text = brand.read_text(encoding="utf-8")
    for old, new in (("Coalition workshop", NAME), ("#0d6660", ACCENT), ('logo = ""', 'logo = "logo.svg"')):
        assert old in text
        text = text.replace(old, new)
    brand.write_text(text, encoding="utf-8")
    monkeypatch.setenv(CUSTOM, str(place))


@pytest.fixture
def opened(tmp_path, browser_of_a_person, monkeypatch):
    """Open the first exercise of a kit with this logo; returns the page and what it could not fetch."""
    started = []

    def open_it(drawn="", **options):
        if not started:
            folder_with(tmp_path / "ours", monkeypatch, drawn)
            started.append(running(tmp_path / "data"))
            started.append(started[0].__enter__())
        page = browser_of_a_person(**options).new_page()
        page.goto(started[1].address)
        page.goto(started[1].page("00_start"))
        page.wait_for_selector(".cw-button")
        return page

    yield open_it
    started[0].__exit__(None, None, None)


def test_name_accent_and_logo_are_seen_in_light_and_dark(opened):
    page = opened(color_scheme="light")
    assert page.title().endswith(f" · {NAME}")
    logo = page.get_by_role("banner").get_by_role("img", name=NAME)
    assert logo.evaluate("img => img.naturalWidth > 0 && img.height <= 32")
    light = page.evaluate(LOOKS)
    assert light == {"back": "rgb(181, 18, 62)", "fore": "rgb(255, 255, 255)", "widget": ACCENT}
    dark = opened(color_scheme="dark").evaluate(LOOKS)
    assert dark["fore"] == "rgb(13, 17, 23)"
    assert dark["back"] != "rgb(181, 18, 62)"


def test_a_logo_with_a_script_is_not_shown_and_the_name_stands_in_its_place(opened):
    page = opened("<script>document.title = 'taken'</script>")
    assert page.locator(".cw-brand img").count() == 0
    assert page.locator(".cw-brand").inner_text() == NAME


def test_a_logo_that_is_opened_by_its_address_can_run_nothing(opened):
    page = opened()
    answer = page.request.get(page.locator(".cw-brand img").evaluate("img => img.src"))
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "sandbox" in answer.headers["content-security-policy"]

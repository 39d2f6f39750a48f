"""A company's proxy stands in nobody's way: the page talks to its own computer."""

import os

import pytest
from chromium import FLAGS
from kit import running, stored

pytestmark = pytest.mark.browser

NOBODY = "http://127.0.0.1:9"
"""Where no proxy answers: whatever is sent through it is lost."""
VARIABLES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
SCRIPT = "data:application/x-ns-proxy-autoconfig,function FindProxyForURL(u,h){return 'PROXY 127.0.0.1:9';}"


@pytest.fixture
def behind_a_proxy(monkeypatch, tmp_path):
    for name in VARIABLES:
        monkeypatch.setenv(name, NOBODY)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with running(tmp_path / "data") as started:
        yield started


@pytest.mark.parametrize(
    "setting", [f"--proxy-server={NOBODY}", f"--proxy-pac-url={SCRIPT}"], ids=["set", "script"]
)
def test_answers_are_saved_behind_a_proxy_that_lets_nothing_through(behind_a_proxy, chromium, setting):
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    browser = chromium.browser_type.launch(executable_path=path, args=[*FLAGS, setting])
    page = browser.new_page()
    page.goto(behind_a_proxy.address)
    page.goto(behind_a_proxy.page("02_purpose"))
    page.get_by_label("The purpose, in one sentence").fill("Nobody goes alone", timeout=30_000)
    assert stored(behind_a_proxy.folder, "purpose/sentence", "Nobody goes alone") == "Nobody goes alone"
    browser.close()

"""Real Chromium, and axe inside it."""

import os
from contextlib import contextmanager
from importlib.resources import files

from playwright.sync_api import sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def started():
    """Chromium for a while; another one than Debian's is named by the environment variable CHROMIUM."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS])
        yield browser
        browser.close()


def violations(page):
    """What axe finds on a page: the rule and the beginning of the element, one string for each."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{entry['id']}: {node['html'][:160]}" for entry in found for node in entry["nodes"]]

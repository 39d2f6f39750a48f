"""Real Chromium against the kit as a person starts it."""

import pytest
from kit import running


@pytest.fixture
def kit(tmp_path):
    with running(tmp_path / "data") as started:
        yield started


@pytest.fixture
def browser_of_a_person(chromium):
    """Contexts are browsers of different people; tabs of one share what the browser keeps."""
    opened = []

    def make(**options):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def tab(kit, browser_of_a_person):
    """A tab that has come in through the address with the token."""
    page = browser_of_a_person().new_page()
    page.goto(kit.address)
    return page

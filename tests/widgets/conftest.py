"""Real Chromium for forms and the save status, without Python behind them."""

import pytest
from form_harness import Harness


@pytest.fixture
def person_with(chromium):
    """A function that returns a browser of one person; its tabs share what the browser keeps."""
    contexts = []

    def make(width=1280, **options):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **options))
        contexts[-1].set_default_timeout(5000)
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def opened(person_with):
    """A function that opens a tab with the two widgets; a script error fails the test."""
    errors, own = [], []

    def open_tab(person=None, **options):
        if person is None:
            own.extend([] if own else [person_with()])
            person = own[0]
        page = person.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return Harness(page, **options)

    yield open_tab
    assert not errors

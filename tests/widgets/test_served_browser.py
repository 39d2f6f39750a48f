"""Widgets where a server of ours hands out the modules: fetched once, joined with the state that travels."""

import json

import pytest
from form_harness import Harness, text, verdict
from playwright.sync_api import expect

from workshop.content import exercise, exercise_names
from workshop.content.worked import worked
from workshop.exercise import Exercise
from workshop.session import Session
from workshop.storage import MemoryStore
from workshop.widgets import assets, bundle
from workshop.widgets.parts import parts_of

pytestmark = pytest.mark.browser

ASSET = f"/assets/{assets.named(assets.MODULES)}"
CASE = "making-change-stick"


class Served(Harness):
    """The two widgets as stubs; what they fetch is answered while `there`."""

    def __init__(self, page, *, there=True, **options):
        self.asked, self.there = [], there
        super().__init__(page, **options)

    def answer(self, route):
        """Answer a request of the browser: for the page, or for an asset."""
        _, _, path = route.request.url.partition(":9")
        if not path.startswith("/assets/"):
            super().answer(route)
            return
        self.asked.append(path)
        body = assets.assets().get(path.removeprefix("/assets/"), "") if self.there else ""
        route.fulfill(status=200 if body else 404, content_type="text/javascript", body=body)

    def script(self, name):
        """The stub of a widget."""
        return bundle.stub(name, ASSET)


@pytest.fixture
def served(person_with):
    """A function that opens a page whose widgets are stubs."""
    return lambda **options: Served(person_with().new_page(), **options)


def test_both_widgets_come_from_one_file(served):
    """Two widgets, one request; what they show is what they show from a kernel."""
    tab = served(fields=[text()], verdicts=[verdict("good", "Two stay.")])
    expect(tab.page.get_by_label("In your words")).to_be_visible()
    expect(tab.page.get_by_text("Two stay.")).to_be_visible()
    assert tab.asked == [ASSET]


def test_shared_words_come_with_the_modules(served):
    """A state without words has them from the file."""
    tab = served(fields=[text()], words={})
    tab.page.get_by_label("In your words").fill("Harbour")
    expect(tab.page.locator(".cw-save")).to_have_text("Saved")


def test_widget_whose_module_is_not_there_says_so(served):
    """No empty box: a sentence stands where the form would."""
    tab = served(there=False, fields=[text()])
    expect(tab.page.get_by_role("alert").first).to_have_text("This part could not be opened.")


@pytest.mark.parametrize("name", exercise_names())
def test_what_travels_is_joined_to_what_was_sent(chromium, name):
    """Of every step of a worked case the page has the state that Python has."""
    person = Exercise(name, Session(MemoryStore(worked(CASE))), case=CASE)
    states = [person.show(step).state for step in exercise(name)["steps"]]
    page = chromium.new_page()
    module = bundle.script("form").replace("export default", "window.form =")
    page.set_content(f"<script type='module'>{module}; window.stated = stated;</script>")
    joined = "parts => stated({ get: (name) => parts[name], on() {} }).get('state')"
    shown = [page.evaluate(joined, parts_of(state)) for state in states]
    page.close()
    assert shown == json.loads(json.dumps(states))

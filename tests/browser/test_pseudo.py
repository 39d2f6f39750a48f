"""Every word of every page can be translated: pseudo-language leaves no plain one, and phones hold it."""

import re
from contextlib import suppress

import pytest
from kit import running
from playwright.sync_api import Error
from pseudo import pseudo_folder
from sight import STRINGS, awry

from workshop.content import exercise_names
from workshop.content.custom import CUSTOM

pytestmark = pytest.mark.browser

EMPTY, CASE = "", "?case=making-change-stick"
PLAIN = re.compile(r"[A-Za-z]{2,}")
FILES = re.compile(r"coalition-[a-z]+\.[a-z]+")
"""Names of files are the same in every language."""
BUTTONS = """() => {
  const kinds = new Map();
  for (const node of document.querySelectorAll("main button, #cw-status button")) {
    const kind = `${node.className} in ${node.parentElement.className}`;
    if (node.checkVisibility() && !kinds.has(kind)) kinds.set(kind, node);
  }
  [...kinds.values()].forEach((node, number) => node.setAttribute("data-kind", number));
  return kinds.size;
}"""
"""One button of each kind is numbered; how many."""
MISSING = """() => {
  const said = document.querySelector("#cw-missing").dataset.words;
  return [...document.querySelectorAll("main *")].filter((node) => node.textContent.trim() === said).length;
}"""
"""How many parts of a page could not be opened: what never came has no plain word and fits any phone."""
CHANGED = "(before) => document.querySelector('.cw-story-scene').innerText !== before"


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory):
    return pseudo_folder(tmp_path_factory.mktemp("pseudo") / "folder")


@pytest.fixture(scope="module")
def kit(pseudo, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CUSTOM, str(pseudo))
        with running(tmp_path_factory.mktemp("data") / "data") as started:
            yield started


@pytest.fixture(scope="module")
def page(chromium, kit):
    context = chromium.new_context(viewport={"width": 320, "height": 700}, has_touch=True)
    context.request.get(kit.address)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    yield page
    context.close()


def opened(page, kit, name, query=""):
    page.goto(f"{kit.page(name)}{query}")
    page.wait_for_selector(".cw-slot", state="attached")
    page.wait_for_function("!document.querySelector('.cw-slot:not(.cw-here, .cw-silent)')", timeout=30_000)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(MISSING) == 0
    return page


def plain_words(page):
    return sorted({text for text in page.evaluate(STRINGS) if PLAIN.search(FILES.sub("", text))})


def unfolded(page):
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


@pytest.mark.parametrize("query", [EMPTY, CASE], ids=["empty", "case"])
@pytest.mark.parametrize("name", exercise_names())
def test_a_page_has_no_plain_word_and_nothing_sticks_out(page, kit, name, query):
    opened(page, kit, name, query)
    unfolded(page)
    assert plain_words(page) == []
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 700})
        assert awry(page) == [], width


@pytest.mark.parametrize("name", exercise_names())
def test_what_buttons_bring_has_no_plain_word(page, kit, name):
    opened(page, kit, name, CASE)
    unfolded(page)
    for number in range(page.evaluate(BUTTONS)):
        with suppress(Error):  # what an earlier button took away, or the page refuses for now
            page.locator(f"[data-kind='{number}']").click(timeout=500)
        page.wait_for_timeout(100)
        assert plain_words(page) == []


def test_what_is_said_to_nonsense_has_no_plain_word(page, kit):
    opened(page, kit, "00_start")
    for field in page.locator("main input[inputmode=numeric], main input[type=number]").all():
        field.fill("99999999")
        field.press("Tab")
    page.wait_for_selector(".cw-error:visible, [aria-invalid=true]")
    assert plain_words(page) == []


def test_a_story_has_no_plain_word_to_its_end(page, kit):
    opened(page, kit, "11_case_clinic")
    page.locator(".cw-story-card").first.click()
    for _ in range(3):
        scene = page.inner_text(".cw-story-scene")
        page.locator(".cw-story-choice").first.click()
        page.wait_for_function(CHANGED, arg=scene)
        assert plain_words(page) == []
    for question in (0, -1):
        page.locator(".cw-story-prediction .cw-choice").nth(question).click()
    page.locator(".cw-story-prediction .cw-go").click()
    page.wait_for_selector(".cw-story-end:visible")
    while page.locator(".cw-story-end > .cw-go:visible").count():
        assert plain_words(page) == []
        page.locator(".cw-story-end > .cw-go").click()
    assert plain_words(page) == []


def test_a_page_says_which_language_it_is_in(page, kit):
    opened(page, kit, "00_start")
    assert page.evaluate("[document.body.lang, document.body.dir, document.documentElement.lang]") == [
        "en-XA",
        "ltr",
        "en",
    ]


def test_the_presenter_view_and_its_notes_have_no_plain_word(pseudo, chromium, tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CUSTOM, str(pseudo))
        with running(tmp_path, command="demo") as demo:
            page = chromium.new_context(viewport={"width": 1280, "height": 720}).new_page()
            page.goto(demo.address)
            page.keyboard.press("h")
            for name in ("02_purpose", "11_case_clinic"):
                assert plain_words(opened(page, demo, name, "?present=1")) == []
            page.goto(f"{demo.origin}/notes")
            assert plain_words(page) == []
            page.context.close()


def test_addresses_that_lead_nowhere_have_no_plain_word(page, kit):
    page.goto(kit.page("99_nothing"))
    assert plain_words(page) == []

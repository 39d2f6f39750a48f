"""Files to take with you, in a real browser: asked for once, handed over whole, real names kept nowhere."""

import json
import re

import pytest
from chromium import violations
from form_harness import Harness, text
from playwright.sync_api import expect

from workshop.content import exercise
from workshop.exercise.exports import FILES
from workshop.widgets import bundle

pytestmark = pytest.mark.browser

STEP = exercise("09_commit")["steps"]["take"]
WORDS = STEP["words"]
ROWS = {file["what"]: re.compile(rf"{file['button']}\W+{file['title']}") for file in STEP["files"]}
"""What the button of each file is called."""
MARKUP = "<img src=x onerror=alert(1)>"
PEOPLE = [{"id": "k1", "name": "Kite"}, {"id": "k2", "name": "Rook"}, {"id": "k3", "name": MARKUP}]
BYTES = bytes([0, 255, 128, 10, 13, 37, 80, 68, 70])
REAL = "Anna Bergström"
PLACE = '<div id="form"></div>'
START = "window.ready = true;"
SHOW = """
window.take = new Model(TAKE_STATE);
const takeWidget = await load(TAKE_SCRIPT);
takeWidget.render({ model: window.take, el: document.getElementById("take"), signal });
"""


class Tab(Harness):
    """One tab with a form, the save status, and the files to take."""

    def __init__(self, page, people=PEOPLE):
        self.people = people
        super().__init__(page, fields=[text()])

    def html(self):
        """The page, whole."""
        script = SHOW.replace("TAKE_STATE", _literal(self.state())).replace(
            "TAKE_SCRIPT", _literal(bundle.script("take"))
        )
        section = f'<h2>{STEP["title"]}</h2><div id="take"></div>'
        whole = super().html().replace("</style>", f"{bundle.styles('take')}</style>", 1)
        return whole.replace(PLACE, PLACE + section, 1).replace(START, script + START, 1)

    def state(self, **more):
        """What the kernel shows."""
        own = {"page": "p1", "step": "09_commit.take", "title": STEP["title"], "verdicts": [], "words": WORDS}
        return {**own, "files": STEP["files"], "people": self.people, **more}

    def show(self, **more):
        """Let the kernel show something else."""
        self.page.evaluate("state => take.set(state)", self.state(**more))

    def button(self, what):
        """The button of a file."""
        return self.page.get_by_role("button", name=ROWS[what])

    def said(self, what):
        """What the row of a file says."""
        return self.page.locator(".cw-take-files > li").filter(has=self.button(what)).get_by_role("status")

    def made(self, what):
        """Have a file made; return the download."""
        with self.page.expect_download() as download:
            self.button(what).click()
        expect(self.said(what)).to_contain_text("is in your downloads")
        return download.value

    def sent(self, *kinds):
        """The messages of these kinds that the page has sent."""
        return [one for one in self.page.evaluate("statusModel.sent") if one["kind"] in kinds]

    def asked_soon(self, what):
        """Wait until this file is asked for."""
        self.page.wait_for_function(
            "what => statusModel.sent.some((sent) => sent.kind === 'export' && sent.what === what)", arg=what
        )

    def wishes(self):
        """What the last request for a file wishes."""
        wished = {key: value for key, value in self.sent("export")[-1].items() if value != ""}
        return {key: wished[key] for key in wished.keys() - {"kind", "n"}}

    def name_field(self, code):
        """The field for the real name of somebody."""
        names = self.page.locator(".cw-take-names")
        if names.get_attribute("open") is None:
            names.locator("summary").click()
        return names.get_by_label(f"Real name of {code}", exact=True)


def _literal(value):
    return json.dumps(value).replace("<", "\\u003c")


@pytest.fixture
def shown(person_with):
    """A function that opens the page in a browser of its own; a script error fails the test."""
    errors = []

    def show(people=PEOPLE, *, clock=False, **options):
        page = person_with(**options).new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        if clock:
            page.clock.install()
        return Tab(page, people)

    yield show
    assert errors == []


def test_every_file_that_can_be_made_has_a_button(shown):
    """All but the messages: they stand in a step of their own."""
    tab = shown()
    assert set(ROWS) == set(FILES) - {"message"}
    assert tab.page.locator(".cw-take-files button").count() == len(ROWS)


@pytest.mark.parametrize("what", ROWS)
def test_each_button_asks_for_its_file(shown, what):
    tab = shown(locale="en-GB", timezone_id="Europe/Lisbon")
    tab.made(what)
    assert tab.wishes() == {
        "what": what, "paper": "a4", "reasons": True, "zone": "Europe/Lisbon", "names": {},
    }  # fmt: skip


def test_paper_reasons_and_names_are_asked_for_as_chosen(shown):
    tab = shown(locale="en-GB", timezone_id="America/New_York")
    tab.page.get_by_role("radio", name="Letter", exact=True).check()
    tab.page.get_by_label(WORDS["take_reasons"]).uncheck()
    tab.name_field("Rook").fill(f"  {REAL} ")
    tab.made("slides")
    assert tab.wishes() == {
        "what": "slides", "paper": "letter", "reasons": False, "zone": "America/New_York",
        "names": {"k2": REAL},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        ("en-US", "Letter"),
        ("es-MX", "Letter"),
        ("en-GB", "A4"),
        ("en", "A4"),
        ("de-DE", "A4"),
        ("ar-EG", "A4"),
    ],
)
def test_the_paper_is_the_one_of_the_country(shown, locale, paper):
    tab = shown(locale=locale)
    assert tab.page.get_by_role("radio", name=paper, exact=True).is_checked()


def test_a_choice_of_paper_stays_when_the_state_changes(shown):
    tab = shown(locale="en-GB")
    tab.page.get_by_role("radio", name="Letter", exact=True).check()
    tab.show(people=[])
    assert tab.page.get_by_role("radio", name="Letter").is_checked()


def test_a_file_arrives_byte_by_byte_under_its_name(shown):
    tab = shown()
    download = tab.made("excel")
    assert download.suggested_filename == "mine.excel"
    assert download.path().read_bytes() == BYTES
    expect(tab.said("excel")).to_have_text("mine.excel is in your downloads.")


def test_a_file_that_is_refused_says_why_and_can_be_asked_for_again(shown):
    tab = shown()
    tab.kernel(files=f"No date yet {MARKUP}.")
    tab.button("calendar").click()
    expect(tab.said("calendar")).to_have_text(f"No date yet {MARKUP}.")
    tab.kernel(files="made")
    assert tab.made("calendar").suggested_filename == "mine.calendar"


@pytest.mark.parametrize("what", ["pdf", "graph"])
def test_silence_is_told_and_the_button_works_again(shown, what):
    tab = shown(clock=True)
    tab.kernel(files="silent", snapshots=False)
    tab.button(what).click()
    expect(tab.said(what)).to_have_text(WORDS["take_working"])
    tab.page.clock.run_for(9_000)
    tab.asked_soon(what)
    tab.page.clock.run_for(40_000)
    assert tab.said(what).inner_text() == WORDS["take_working"]
    tab.page.clock.run_for(20_000)
    expect(tab.said(what)).to_have_text(WORDS["take_failed"])
    tab.kernel(files="made", snapshots=True)
    tab.made(what)


def test_a_double_press_asks_once(shown):
    tab = shown()
    tab.kernel(delay=300)
    with tab.page.expect_download():
        tab.button("slides").dblclick()
        assert tab.button("slides").get_attribute("aria-disabled") == "true"
        tab.button("slides").press("Enter")
    expect(tab.said("slides")).to_contain_text("is in your downloads")
    assert len(tab.sent("export")) == 1
    assert tab.button("slides").get_attribute("aria-disabled") is None


def test_files_asked_for_together_all_arrive(shown):
    """They are made one after the other, and none takes the other's answer."""
    tab = shown()
    tab.kernel(delay=100)
    downloads = []
    tab.page.on("download", lambda download: downloads.append(download.suggested_filename))
    for what in ("pdf", "excel", "graph"):
        tab.button(what).click()
    for what in ("pdf", "excel", "graph"):
        expect(tab.said(what)).to_have_text(f"mine.{what} is in your downloads.")
    assert sorted(downloads) == ["mine.excel", "mine.graph", "mine.pdf"]


def test_the_pdf_keeps_today_first(shown):
    tab = shown()
    tab.made("pdf")
    first, second = tab.sent("snapshot", "export")
    assert (first["kind"], first["step"]) == ("snapshot", "09_commit.take")
    assert (second["kind"], second["what"]) == ("export", "pdf")


def test_only_the_pdf_keeps_today(shown):
    tab = shown()
    for what in set(ROWS) - {"pdf"}:
        tab.made(what)
    assert tab.sent("snapshot") == []


def test_the_pdf_is_made_also_when_there_is_nothing_to_keep(shown):
    tab = shown()
    tab.kernel(snapshots="There is nothing to keep yet.")
    assert tab.made("pdf").path().read_bytes() == BYTES
    expect(tab.said("pdf")).to_have_text("mine.pdf is in your downloads.")


@pytest.mark.parametrize("what", ["pdf", "data"])
def test_what_is_being_typed_is_stored_first(shown, what):
    """The button is pressed in the middle of a word, before the pause that would store it."""
    tab = shown()
    tab.kernel(delay=100)
    tab.page.evaluate("""() => {
        const receive = kernel.order = [];
        const field = document.querySelector("#form input, #form textarea");
        field.value = "in mid wor";
        field.dispatchEvent(new Event("input", { bubbles: true }));
        const send = statusModel.send;
        statusModel.send = (message) => {
          if (message.kind !== "ping") receive.push([message.kind, shelf()["start/goal_words"] ?? ""]);
          send.call(statusModel, message);
        };
    }""")
    with tab.page.expect_download():
        tab.button(what).evaluate("node => node.click()")
    sent = [["edit", ""], ["snapshot", "in mid wor"], ["export", "in mid wor"]]
    assert tab.page.evaluate("kernel.order") == [one for one in sent if what == "pdf" or one[0] != "snapshot"]


def everything_kept(page):
    """All that the browser keeps, shows to the kernel, or sends to it, but for the requests for files."""
    return page.evaluate("""async () => JSON.stringify([
      Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, location.href,
      history.state, await indexedDB.databases(), await caches.keys(), take.sent, form.sent,
      take.state, form.state, statusModel.sent.filter(({ kind }) => kind !== "export"),
    ])""")


def test_real_names_are_in_the_request_for_a_file_alone(shown):
    """Neither on the device, nor in an edit, a snapshot or any state."""
    tab = shown()
    tab.name_field("Kite").press_sequentially(REAL)
    tab.page.get_by_label("In your words").fill("Harbour")
    tab.made("pdf")
    tab.stored_soon("start/goal_words", "Harbour")
    assert tab.wishes()["names"] == {"k1": REAL}
    assert {one["kind"] for one in tab.sent("edit", "snapshot")} == {"edit", "snapshot"}
    assert REAL[:5] not in everything_kept(tab.page)


def test_real_names_are_gone_after_a_reload(shown):
    tab = shown()
    tab.name_field("Kite").fill(REAL)
    tab.reload()
    assert tab.name_field("Kite").input_value() == ""
    tab.made("excel")
    assert tab.wishes()["names"] == {}


def test_real_names_are_gone_when_the_page_is_left_and_kept_by_the_browser(shown):
    """Coming back by the back button shows a page that was put aside, memory and all."""
    tab = shown()
    tab.name_field("Kite").fill(REAL)
    tab.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert tab.name_field("Kite").input_value() == ""
    tab.made("excel")
    assert tab.wishes()["names"] == {}


def test_real_names_in_use_are_told_when_their_fields_are_folded_away(shown):
    """Nobody hands on a file without seeing that it has real names in it."""
    tab = shown()
    summary = tab.page.locator(".cw-take-names summary")
    tab.name_field("Kite").fill(REAL)
    summary.click()
    assert summary.inner_text().split("\n") == [WORDS["take_names"], "in use: 1"]
    summary.click()
    tab.name_field("Kite").fill("")
    assert summary.inner_text() == WORDS["take_names"]


def test_a_step_that_fails_says_so(shown):
    tab = shown()
    problem = {"key": "problem", "tone": "watch", "headline": "Something failed here.", "answers": []}
    tab.show(verdicts=[{**problem, "detail": "", "formula": "", "source": "", "change": ""}])
    assert tab.page.get_by_text("Something failed here.").is_visible()


def test_an_emptied_name_is_no_name(shown):
    tab = shown()
    tab.name_field("Kite").fill(REAL)
    tab.name_field("Kite").fill(" ")
    tab.made("excel")
    assert tab.wishes()["names"] == {}


def test_a_real_name_comes_back_with_its_person(shown):
    """Somebody is taken out, and the undo brings them back."""
    tab = shown()
    tab.name_field("Kite").fill(REAL)
    tab.show(people=PEOPLE[1:])
    expect(tab.page.get_by_label("Real name of Kite")).to_have_count(0)
    tab.show()
    assert tab.name_field("Kite").input_value() == REAL


def test_the_name_of_somebody_who_is_gone_is_not_sent(shown):
    tab = shown()
    tab.name_field("Kite").fill(REAL)
    tab.show(people=PEOPLE[1:])
    tab.made("excel")
    assert tab.wishes()["names"] == {}


def test_focus_and_caret_stay_while_the_state_changes(shown):
    """Somebody is added before, another is renamed, the order changes: what is being typed goes on."""
    tab = shown()
    field = tab.name_field("Rook")
    field.press_sequentially("Anna")
    field.press("ArrowLeft")
    handle = field.element_handle()
    tab.show(people=[{"id": "k9", "name": "Lantern"}, {"id": "k2", "name": "Marble"}, PEOPLE[0]])
    tab.page.keyboard.type("XY")
    assert handle.evaluate("node => [document.activeElement === node, node.value, node.selectionStart]") == [
        True, "AnnXYa", 6 - 1,
    ]  # fmt: skip
    assert tab.name_field("Marble").input_value() == "AnnXYa"


def test_the_list_stays_open_and_a_name_with_spaces_as_typed(shown):
    tab = shown()
    tab.name_field("Kite").fill("Anna ")
    tab.show(files=STEP["files"][:2])
    assert tab.page.locator(".cw-take-names").get_attribute("open") is not None
    assert tab.name_field("Kite").input_value() == "Anna "


def test_nobody_with_a_code_name_is_said(shown):
    tab = shown(people=[])
    tab.page.locator(".cw-take-names summary").click()
    assert tab.page.get_by_text(WORDS["take_names_none"]).is_visible()
    assert tab.page.locator(".cw-take-names input").count() == 0


def test_a_code_name_with_markup_is_text(shown):
    tab = shown()
    assert tab.name_field(MARKUP).is_visible()
    tab.name_field(MARKUP).fill(MARKUP)
    assert tab.page.locator("#take img").count() == 0
    tab.made("graph")
    assert tab.wishes()["names"] == {"k3": MARKUP}


def test_no_name_longer_than_a_file_takes_can_be_typed(shown):
    tab = shown()
    tab.name_field("Kite").press_sequentially("x" * 61)
    assert tab.name_field("Kite").input_value() == "x" * 60


def focused(page):
    """What has the focus, as it is written on it."""
    return page.evaluate("""() => {
      const at = document.activeElement;
      return (at.labels?.[0] ?? at).innerText;
    }""").strip()


def test_by_keyboard_alone_everything_is_reached_and_pressed(shown):
    tab = shown(people=PEOPLE[:2], locale="en-GB")
    page = tab.page
    page.get_by_label("In your words").focus()
    keys = [
        ("Tab", "A4"), ("ArrowRight", "Letter"),
        ("Tab", WORDS["take_reasons"]), ("Space", WORDS["take_reasons"]),
        ("Tab", WORDS["take_names"]), ("Enter", WORDS["take_names"]),
        ("Tab", "Real name of Kite"), ("B", "Real name of Kite"), ("o", "Real name of Kite"),
        ("Tab", "Real name of Rook"), *(("Tab", file["button"]) for file in STEP["files"]),
    ]  # fmt: skip
    reached = []
    for key, _ in keys:
        page.keyboard.press(key)
        reached.append(focused(page))
    assert reached == [name for _, name in keys]
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(tab.said("data")).to_contain_text("is in your downloads")
    assert focused(page) == STEP["files"][-1]["button"]
    wished = tab.wishes()
    assert (wished["paper"], wished["reasons"], wished["names"]) == ("letter", False, {"k1": "Bo"})


LONG = [{"id": f"k{n}", "name": name} for n, name in enumerate(("W" * 40, "قائد " * 8, "👩🏽‍🚀" * 6, MARKUP))]


def filled(tab):
    """The page with all of it to see: names open, something said in a row."""
    tab.name_field("W" * 40).fill("M" * 60)
    tab.kernel(files="W" * 90)
    tab.button("calendar").click()
    expect(tab.said("calendar")).to_contain_text("WW")
    tab.kernel(files="made")
    tab.made("pdf")
    return tab.page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(shown, width, scheme):
    page = filled(shown(LONG, width=width, color_scheme=scheme))
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    edges = "[...document.querySelectorAll('#take *')].map((node) => node.getBoundingClientRect().right)"
    assert max(page.evaluate(edges)) <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_to_press_is_large_enough_for_a_thumb(shown, width):
    """A tick is pressed on its words as well."""
    page = filled(shown(LONG, width=width, has_touch=True))
    sizes = page.evaluate("""[...document.querySelectorAll("#take :is(button, summary, input)")]
      .filter((node) => node.checkVisibility())
      .map((node) => (node.type === "checkbox" ? node.parentElement : node).getBoundingClientRect())
      .map(({ width, height }) => Math.min(width, height))""")
    assert len(sizes) == len(ROWS) + 2 + 1 + 1 + len(LONG)
    assert min(sizes) >= 44

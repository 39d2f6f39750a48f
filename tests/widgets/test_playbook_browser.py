"""The playbook in a real browser: honest, safe, and one page on paper."""

from datetime import date

import attrs
import pictures_harness as harness
import pytest
from chromium import violations

from workshop.content.worked import worked
from workshop.exercise.playbook import playbook_state
from workshop.model import Forum, Person, Plan, Purpose, Tie, Workbook
from workshop.model.workbook import Commitment, Decider
from workshop.takeaway.drawing import Box, Circle, Drawing, Label, Line
from workshop.takeaway.sheet import Cell, Panel, Playbook, Sheet
from workshop.widgets import Playbook as PlaybookWidget

pytestmark = pytest.mark.browser

FRAME = """<header>Header of the app</header><nav>Journey</nav>
<div style="position:absolute;inset:0;overflow:hidden">
<div style="height:9000px">Another cell</div>"""


@pytest.fixture
def shown(chromium):
    """A function that opens a page with a playbook on it; a script error fails the test."""
    pages, errors = [], []

    def show(workbook, *, frame="", **options):
        pages.append(chromium.new_page(**options))
        pages[-1].on("pageerror", lambda error: errors.append(str(error)))
        pages[-1].set_content(
            harness.page_of(PlaybookWidget, unfolded(state_of(workbook))).replace("<main>", f"{frame}<main>")
        )
        pages[-1].wait_for_selector(".cw-playbook h3")
        return pages[-1]

    yield show
    for page in pages:
        page.close()
    assert errors == []


def full(size=1.0):
    """Return a workbook with every answer of the page as long as `size` of its limit."""
    words = "We keep change alive after the money is spent and defend one another when budgets move. " * 8
    cut = lambda limit: words[: int(limit * size)]  # noqa: E731 - read as one word
    names = ("Harbour", "Lantern", "Kite", "Christopher-Bartholomew Longfellow", "")
    people = [
        Person(
            id=f"k{n}", name=name, seat="five", function="operations", cadence=4, last_contact="2026-11-01"
        )
        for n, name in enumerate(names, 1)
    ]
    people[4] = Person(id="k5", seat="five", role_needed=True, function="finance")
    plans = [
        Plan(id=f"p{n}", person=f"k{n}", kind="ask", trigger=cut(200), action=cut(200), due="2027-01-31")
        for n in (1, 2, 3)
    ]  # fmt: skip
    purpose = Purpose(
        sentence=cut(280), horizon=5, values=("fairness", "customer", "responsibility"), own_value="Grit"
    )
    agenda = {f"agenda_{at}": cut(120) for at in ("first", "second", "third", "fourth")}
    held = Forum(
        form="group", name=cut(60), place=cut(120), cadence=4, ritual=cut(200), convener="k1", **agenda
    )
    deciders = [Decider(f"d{n}", "Investment committee of the group", ("k1",)) for n in range(6)]
    return Workbook(
        people=people, plans=plans, purpose=purpose, ties=(Tie("k1~k2", "yes", 3), Tie("k1~k3", "unsure")),
        commitment=Commitment(refresh_months=6), forum=held, deciders=deciders,
    )  # fmt: skip


def unfolded(state):
    """The state as it travels once the reasons were asked for."""
    widget = PlaybookWidget(state=state)
    widget._handle_custom_msg({"kind": "reasons"}, [])
    return widget._told(widget.state)


def state_of(workbook):
    state = workbook if isinstance(workbook, dict) else playbook_state({}, workbook, date(2026, 11, 22))
    words = {**harness.WORDS, **harness.WHY, "playbook_reasons": "The reasons behind it"}
    return {"page": "p1", "step": "s", "title": "Your playbook", "verdicts": [], "words": words, **state}


def with_picture(*marks):
    """The state of a playbook that is one picture."""
    table = {"head": ["Person", "Trust"], "rows": [["Kite", "4"]]}
    panel = Panel("map", "A picture", picture=Drawing(200, 100, marks, "Kite and Rook.", table))
    made = Playbook("Mine", "Made today.", "en", (Sheet("one", "One", 1, ((Cell(12, panel),),)),))
    return {"playbook": attrs.asdict(made)}


def pages_in(pdf):
    """Return the number of pages of a PDF made by Chromium."""
    return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") or pdf.count(b"/Type /Page/")


@pytest.mark.parametrize("frame", ["", FRAME], ids=["alone", "inside a notebook"])
@pytest.mark.parametrize("size", [0, 0.4, 1.0])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_on_one_page(shown, paper, size, frame):
    """A workbook with every text at its limit is one sheet of either paper, as is one with hardly a word."""
    page = shown(full(size), frame=frame)
    assert pages_in(page.pdf(format=paper)) == 1


def test_letters_on_paper_are_as_large_as_there_is_room(shown):
    """What is printed is read: a page with less to say has larger letters, none has letters for ants."""
    sizes = []
    for size in (0.1, 1.0):
        page = shown(full(size))
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        shown_as = "parseFloat(document.querySelector('.cw-playbook').style.getPropertyValue('--size'))"
        sizes.append(page.evaluate(shown_as))
    assert sizes[0] > sizes[1] >= 6


def test_reasons_that_are_open_are_printed_on_pages_of_their_own(shown):
    page = shown(worked("making-change-stick").workbook)
    page.get_by_text("The reasons behind it").click()
    assert pages_in(page.pdf(format="A4")) == 2


def test_the_screen_is_as_before_once_it_is_printed(shown):
    page = shown(full())
    before = page.evaluate("document.querySelector('.cw-playbook').getBoundingClientRect().toJSON()")
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.querySelector('.cw-playbook').getBoundingClientRect().toJSON()") == before


def test_only_the_playbook_is_printed(shown):
    """On paper there is no header, no journey, no other cell and no button."""
    page = shown(full(), frame=FRAME)
    page.emulate_media(media="print")
    parts = ("header >> nth=0", "nav", "text=Another cell", "button", ".cw-playbook")
    assert [page.is_visible(name) for name in parts] == [
        False, False, False, False, True,
    ]  # fmt: skip


def test_an_empty_workbook_is_an_honest_page(shown):
    """Each part says what is missing and where it is written."""
    page = shown(Workbook())
    said = page.inner_text(".cw-playbook")
    assert said.count("Not written yet") == 2
    assert "open Five people" in said


def test_a_picture_has_its_marks_and_its_name(shown):
    """Every mark is drawn where it belongs, and the picture is called what it shows."""
    marks = (
        Line(10, 20, 30, 40, "accent", 2, "dashed"), Box(1, 2, 30, 10, "card", "ink"),
        Circle(50, 50, 9, "accent-soft", "accent"), Label(50, 50, "KI", 8, "ink", "middle", bold=True),
    )  # fmt: skip
    page = shown(with_picture(*marks))
    svg = page.locator("svg.cw-drawing")
    assert (svg.get_attribute("role"), svg.get_attribute("aria-label")) == ("img", "Kite and Rook.")
    assert svg.evaluate("node => [...node.children].map((each) => each.tagName)") == [
        "line", "rect", "circle", "text",
    ]  # fmt: skip
    assert svg.locator("line").get_attribute("stroke-dasharray")
    assert (
        svg.locator("text").evaluate("node => Math.abs(node.getBBox().y + node.getBBox().height / 2 - 50)")
        < 2
    )


@pytest.mark.parametrize("text", ["Kite", "سلمى", "דנה (2)", "👩🏽‍🚀 سلمى"])
@pytest.mark.parametrize(("anchor", "part"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_a_label_stands_where_the_drawing_puts_it_in_any_script(shown, text, anchor, part):
    """What is written from right to left still begins, or ends, at the place that the drawing names."""
    page = shown(with_picture(Label(100, 50, text, 8, "ink", anchor)))
    left, width = page.locator("svg text").evaluate("node => [node.getBBox().x, node.getBBox().width]")
    assert left + part * width == pytest.approx(100, abs=0.6)


def test_a_picture_comes_with_its_table(shown):
    page = shown(with_picture(Label(5, 5, "Kite")))
    page.get_by_text("Show as a table").click()
    assert page.inner_text(".cw-chart-table table").split() == ["Person", "Trust", "Kite", "4"]


def test_colours_follow_the_dark(shown):
    """A picture is drawn in the colours of the screen."""
    ink = "node => getComputedStyle(node).fill"
    light, dark = (
        shown(with_picture(Label(5, 5, "Kite")), color_scheme=scheme).locator("svg text").evaluate(ink)
        for scheme in ("light", "dark")
    )
    assert light != dark


def test_words_of_a_participant_are_text(shown):
    """Markup in an answer, or in a picture, is shown as it was typed."""
    page = shown(Workbook(purpose=Purpose(sentence="<img src=x onerror=alert(1)>")))
    assert page.inner_text(".cw-said.is-lead") == "<img src=x onerror=alert(1)>"
    page = shown(with_picture(Label(5, 5, "<b>Kite</b>")))
    assert page.locator("svg text").text_content() == "<b>Kite</b>"


def test_the_reasons_are_folded_away_until_asked_for(shown):
    page = shown(full())
    assert not page.is_visible("text=Why the bars stand where they stand")
    page.get_by_text("The reasons behind it").click()
    assert page.is_visible("text=Why the bars stand where they stand")


def test_the_reasons_travel_when_they_are_asked_for(shown):
    """Unfolding them asks the kernel, which sends them then and keeps them up to date."""
    page = shown(full())
    page.get_by_text("The reasons behind it").click()
    page.wait_for_function("harness.sent.length")
    assert page.evaluate("harness.sent") == [{"kind": "reasons"}]
    widget = PlaybookWidget(state=state_of(full()))
    assert {"state.panel purpose", "state.panel trust"} & set(widget.get_state()) == {"state.panel purpose"}
    widget._handle_custom_msg({"kind": "reasons"}, [])
    assert {"state.panel purpose", "state.panel trust"} <= set(widget.get_state())


def test_a_new_answer_leaves_the_reasons_open(shown):
    """What was unfolded stays so while somebody types elsewhere on the page."""
    page = shown(full())
    page.get_by_text("The reasons behind it").click()
    page.evaluate("model.set({ ...model.state, title: 'x' })")
    assert page.get_attribute(".cw-playbook-reasons", "open") is not None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(shown, width, scheme):
    """The sheet passes axe, and is never wider than the screen."""
    page = shown(full(), viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_words_it_says_the_same():
    """As text the widget says its headings and what is missing."""
    said = repr(PlaybookWidget(state=state_of(Workbook())))
    assert "Our purpose" in said
    assert "Not written yet: open Purpose." in said

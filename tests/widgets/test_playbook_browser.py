"""The playbook in a real browser: honest, safe, and one page on paper."""

from datetime import date

import pictures_harness as harness
import pytest
from chromium import violations

from workshop.model import Person, Plan, Purpose, Workbook
from workshop.model.workbook import Commitment, Tie
from workshop.takeaway import sections
from workshop.widgets import Playbook

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
            harness.page_of(Playbook, state_of(workbook)).replace("<main>", f"{frame}<main>")
        )
        pages[-1].wait_for_selector(".cw-playbook-head")
        return pages[-1]

    yield show
    for page in pages:
        page.close()
    assert errors == []


def full(size=1.0):
    """Return a workbook with every answer of the playbook as long as `size` of its limit."""
    words = "We keep change alive after the money is spent and defend one another when budgets move. " * 8
    cut = lambda limit: words[: int(limit * size)]  # noqa: E731 - read as one word
    names = ("Harbour", "Lantern", "Kite", "Christopher-Bartholomew Longfellow", "")
    people = [
        Person(id=f"k{n}", name=name, seat="five", function="operations") for n, name in enumerate(names, 1)
    ]
    people[4] = Person(id="k5", seat="five", role_needed=True, function="finance")
    plans = [
        Plan(id=f"p{n}", person=f"k{n}", kind="ask", trigger=cut(200), action=cut(200), due="2027-01-31")
        for n in (1, 2, 3)
    ]  # fmt: skip
    purpose = Purpose(
        sentence=cut(280), horizon=5, values=("fairness", "customer", "responsibility"), own_value="Grit"
    )
    return Workbook(
        people=people, plans=plans, purpose=purpose, ties=(Tie("k1~k2", "yes", 3), Tie("k1~k3", "unsure")),
        commitment=Commitment(refresh_months=6),
    )  # fmt: skip


def state_of(workbook):
    picture = harness.coalition(
        ("Harbour", "Lantern", "Kite", "Christopher-Bartholomew Longfellow"), harness.KNOWN
    )
    picture["ties"] += [
        {**pair, "a": pair["id"][:2], "b": pair["id"][3:], "kind": "pair"} for pair in picture["pairs"]
    ]
    picture["nodes"] += [
        {"id": "k5", "name": "Open seat", "initials": "OS", "kind": "role", "x": None, "y": None},
        *({"id": f"d{n}", "name": "Investment committee of the group", "initials": "IC", "kind": "decider"}
          for n in range(6)),
    ]  # fmt: skip
    glue = "The others hold together after 4 of 6 losses; the loss of Harbour and Kite splits them. " * 2
    made = sections(workbook, harness.WORDS, picture=picture, glue=glue, today=date(2026, 11, 22))
    frame = {
        "page": "p1",
        "step": "s",
        "title": "Your playbook",
        "verdicts": [],
        "words": {**harness.WORDS, **harness.WHY},
    }
    return {**frame, "sections": made}


def pages_in(pdf):
    """Return the number of pages of a PDF made by Chromium."""
    return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") or pdf.count(b"/Type /Page/")


@pytest.mark.parametrize("frame", ["", FRAME], ids=["alone", "inside a notebook"])
@pytest.mark.parametrize("size", [0.4, 1.0])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_on_one_page(shown, paper, size, frame):
    """A full workbook, every text at its limit, is one sheet of either paper."""
    page = shown(full(size), frame=frame)
    assert pages_in(page.pdf(format=paper)) == 1


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


def test_the_map_is_a_picture_with_words(shown):
    """The map has the drawing of the exercise, no button in it, and a name."""
    page = shown(full())
    assert page.get_attribute(".cw-playbook svg", "role") == "img"
    assert page.locator(".cw-playbook svg [tabindex]").count() == 0
    assert page.locator(".cw-playbook svg .cw-tie-yes").count() > 0


def test_words_of_a_participant_are_text(shown):
    """Markup in an answer is shown as it was typed."""
    page = shown(Workbook(purpose=Purpose(sentence="<img src=x onerror=alert(1)>")))
    assert page.inner_text(".cw-playbook-sentence") == "<img src=x onerror=alert(1)>"


def test_the_button_prints(shown):
    """The button opens the browser's own print dialogue."""
    page = shown(full())
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print or save as PDF").click()
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(shown, width, scheme):
    """The sheet passes axe, and is never wider than the screen."""
    page = shown(full(), viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_words_it_says_the_same():
    """As text the widget says its headings and what is missing."""
    assert "Our purpose Not written yet: open Purpose." in repr(Playbook(state=state_of(Workbook())))

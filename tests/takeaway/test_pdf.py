"""The playbook on paper: its pages, its words, and what a screen reader finds in it."""

import io
import re
from datetime import date
from itertools import cycle, islice

import attrs
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import workbooks

from workshop.content import words
from workshop.content.worked import worked
from workshop.exercise.playbook import playbook_of
from workshop.model import Workbook
from workshop.takeaway.drawing import Box, Circle, Drawing, Label, Line
from workshop.takeaway.pdf import pdf
from workshop.takeaway.sheet import Cell, Panel, Playbook, Sheet
from workshop.takeaway.sheet import Line as Said

CASES = words("wording")["cases"]
CASE = worked("making-change-stick").workbook
DAY = date(2026, 9, 22)
POINTS = {"a4": (595, 842), "letter": (612, 792)}
HOSTILE = (
    "<b>Kite</b> & =1+1",
    "#let x = $a$",
    "+1 @x -2 \\\\ *_",
    '"O\'Neil" // #panic()',
    "👨‍👩‍👧‍👦 👩🏽‍🚀",
)
LONG = ("We keep what we promised. ", "W", "نحن نفي بما وعدنا به ", "👨‍👩‍👧‍👦", "a\n", "\u0378")
few = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def book(workbook=CASE, day=DAY, *, reasons=False):
    return playbook_of(workbook, day).of_pages(reasons=reasons)


def read(playbook, paper="a4"):
    return pypdf.PdfReader(io.BytesIO(pdf(playbook, paper)))


def flat(text):
    return "".join(text.split())


def text_of(reader):
    return flat("".join(page.extract_text() for page in reader.pages))


def cut(text, limit):
    return "".join(islice(cycle(text), limit)).strip()


def filled(text):
    """A workbook in which each answer is as long as it may be."""
    plan = {"trigger": cut(text, 200), "action": cut(text, 200)}
    agenda = {f"agenda_{place}": cut(text, 120) for place in ("first", "second", "third", "fourth")}
    forum = {"name": cut(text, 60), "place": cut(text, 120), "ritual": cut(text, 200), **agenda}
    return attrs.evolve(
        CASE,
        people=tuple(attrs.evolve(one, name=cut(f"{n} {text}", 40)) for n, one in enumerate(CASE.people)),
        deciders=tuple(attrs.evolve(one, role=cut(text, 60)) for one in CASE.deciders),
        purpose=attrs.evolve(CASE.purpose, sentence=cut(text, 280), own_value=cut(text, 40)),
        plans=tuple(attrs.evolve(one, **plan) for one in CASE.plans),
        forum=attrs.evolve(CASE.forum, **forum),
    )


def one_panel(*said, picture=None):
    panel = Panel("purpose", "Panel", tuple(Said("text", text) for text in said), picture)
    return Playbook("Title", "Note", "en", (Sheet("one", "Sheet", 1, ((Cell(12, panel),),)),))


def elements(reader):
    """Each element of the structure tree, in reading order."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        node = waiting.pop(0).get_object()
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, dict) and "/S" in node:
            yield node
            waiting = [node.get("/K", pypdf.generic.ArrayObject()), *waiting]


def tags(reader):
    return [element["/S"] for element in elements(reader)]


def fonts(reader):
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            yield font["/DescendantFonts"][0] if "/DescendantFonts" in font else font


def pieces(page):
    """Each run of text on a page, where it begins, and its size."""
    found = []

    def met(text, to_page, in_text, _font, size):
        where = _product(in_text, to_page)
        found.append((text, where[4], where[5], abs(size * where[0])))

    page.extract_text(visitor_text=met)
    return [piece for piece in found if piece[0].strip()]


def spilled(reader):
    """What is written past the margins of its page."""
    return [
        said
        for page in reader.pages
        for said, x, y, _ in pieces(page)
        if not (20 < x < float(page.mediabox.width) - 20 and 20 < y < float(page.mediabox.height) - 20)
    ]


def _product(one, other):
    a, b, c, d, e, f = one
    k, m, n, o, p, q = other
    turned = a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o
    return *turned, e * k + f * n + p, e * m + f * o + q


@pytest.mark.parametrize("paper", POINTS)
@pytest.mark.parametrize("name", CASES)
def test_a_case_is_one_page_of_its_paper_and_one_of_reasons(name, paper):
    playbook = book(worked(name).workbook, date.fromisoformat(str(CASES[name]["day"])), reasons=True)
    pages = read(playbook, paper).pages
    assert [tuple(map(round, page.mediabox[2:])) for page in pages] == [POINTS[paper]] * 2
    assert len(read(playbook.of_pages(reasons=False), paper).pages) == 1


def test_the_page_says_purpose_names_plans_forum_and_dates():
    text = text_of(read(book()))
    plans = [said for plan in CASE.plans for said in (plan.trigger.removeprefix("when "), plan.action)]
    names = [person.name for person in CASE.five]
    said = [CASE.purpose.sentence, *names, *plans, CASE.forum.name, CASE.forum.ritual, "9 October 2026"]
    assert [one for one in said if flat(one) not in text] == []


def test_every_word_of_a_playbook_is_on_paper():
    playbook = book(reasons=True)
    panels = [cell.panel for sheet in playbook.sheets for row in sheet.rows for cell in row]
    lines = [line for one in panels for group in (one.lines, *one.entries, one.notes) for line in group]
    labels = [mark for one in panels if one.picture for mark in one.picture.marks if mark.kind == "label"]
    text = text_of(read(playbook))
    assert [one.text for one in (*lines, *labels) if flat(one.text) not in text] == []


def test_it_is_an_accessible_file_with_title_and_language():
    reader = read(book())
    root = reader.trailer["/Root"]
    assert (reader.metadata.title, reader.metadata.author) == ("My coalition playbook", None)
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_it_names_neither_the_day_nor_the_hour_in_its_properties():
    assert read(book()).metadata.creation_date is None


def test_headings_lists_and_figures_are_tagged():
    found = tags(read(book(reasons=True)))
    assert found[0] == "/Document"
    assert found[1] == "/H1"
    assert found.count("/H2") == 7 + 2
    assert found.count("/H3") == 6
    assert found.count("/Figure") == 2 + 5
    assert found.count("/LI") == sum(
        len(cell.panel.entries) for sheet in book(reasons=True).sheets for row in sheet.rows for cell in row
    )


def test_every_figure_has_its_text_twin():
    pictures = [
        cell.panel.picture.alt
        for sheet in book(reasons=True).sheets
        for row in sheet.rows
        for cell in row
        if cell.panel.picture
    ]
    found = [one for one in elements(read(book(reasons=True))) if one["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in found] == pictures


def test_a_picture_without_a_text_twin_is_called_by_its_panel():
    picture = Drawing(50, 50, (Circle(20, 20, 10, fill="accent"),), "")
    [figure] = [one for one in elements(read(one_panel(picture=picture))) if one["/S"] == "/Figure"]
    assert figure["/Alt"] == "Panel"


def test_every_font_is_embedded():
    files = ("/FontFile", "/FontFile2", "/FontFile3")
    reader = read(book(filled("Ab אב اب 👍 "), reasons=True))
    assert all(any(file in font["/FontDescriptor"] for file in files) for font in fonts(reader))
    assert len({font["/BaseFont"] for font in fonts(reader)}) >= 5


def test_the_map_and_the_charts_are_vectors():
    for page in read(book(reasons=True)).pages:
        assert "/XObject" not in page["/Resources"] or not len(page.images)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_comes_out_as_it_was_typed(name):
    people = tuple(attrs.evolve(one, name=name) for one in CASE.people)
    purpose = attrs.evolve(CASE.purpose, sentence=f"{name} *b* _i_ $x$ [c] <l> @r")
    text = text_of(read(book(attrs.evolve(CASE, people=people, purpose=purpose))))
    assert text.count(flat(name)) > 5
    assert flat(purpose.sentence) in text


@pytest.mark.parametrize("name", ["مريم عبد الرحمن", "דוד בן־גוריון"])
def test_a_name_from_right_to_left_is_shown_by_glyphs_of_its_own(name):
    people = tuple(attrs.evolve(one, name=name) for one in CASE.people)
    reader = read(book(attrs.evolve(CASE, people=people)))
    assert set(flat(name)) <= set(text_of(reader)) | set("\u064a")
    assert b"pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_data()


def test_a_sign_that_no_font_can_show_costs_the_mark_of_the_standard_and_nothing_else():
    reader = read(one_panel("Before \u0378 after"))
    assert {"Before", "after"} <= set(reader.pages[0].extract_text().split())
    assert "/H1" in tags(reader)
    assert b"pdfuaid:part" not in reader.trailer["/Root"]["/Metadata"].get_data()


def test_an_empty_workbook_gives_one_honest_page():
    reader = read(book(Workbook()))
    text = text_of(reader)
    missing = ("purpose", "five", "map", "plans", "forum", "dates", "blocks")
    assert len(reader.pages) == 1
    said = words("playbook")["words"]
    assert [key for key in missing if flat(said[f"playbook_no_{key}"]) not in text] == []
    assert "/Figure" not in tags(reader)


@pytest.mark.parametrize("text", LONG)
def test_the_longest_answers_stay_on_one_page_each(text):
    reader = read(book(filled(text), reasons=True), "letter")
    assert (len(reader.pages), spilled(reader)) == (2, [])


@pytest.mark.parametrize("paper", POINTS)
def test_the_longest_answers_are_whole_and_legible(paper):
    [page] = read(book(filled(LONG[0])), paper).pages
    text = flat(page.extract_text())
    plan = [flat(f"{begin} {cut(LONG[0], 200)}") for begin in ("When:", "Then I will:")]
    assert [text.count(said) for said in plan] == [len(CASE.plans)] * 2
    assert flat(cut(LONG[0], 280)) in text
    assert min(size for said, _, _, size in pieces(page) if len(said) > 50) > 6.9


def test_a_word_wider_than_its_column_is_broken_and_keeps_its_letters():
    [page] = read(book(filled("W"))).pages
    assert max(map(len, page.extract_text().split())) < 150
    assert flat(page.extract_text()).count("W") > 280 + 6 * 200 + 4 * 120


def test_short_answers_are_set_larger_than_long_ones():
    def largest(workbook):
        return max(
            size for said, _, _, size in pieces(read(book(workbook)).pages[0]) if "Then I will" in said
        )

    assert largest(attrs.evolve(CASE, plans=CASE.plans[:1])) > largest(filled(LONG[0]))


def test_a_label_hangs_on_its_anchor():
    marks = tuple(
        Label(100, 20 * n, "WWWW", anchor=anchor) for n, anchor in enumerate(("start", "middle", "end"), 1)
    )
    [page] = read(one_panel(picture=Drawing(200, 80, marks, "Labels"))).pages
    start, middle, end = (x for said, x, _, _ in pieces(page) if said.strip() == "WWWW")
    assert start - middle == pytest.approx(middle - end, abs=0.2)
    assert start > middle


def test_every_mark_of_a_drawing_is_drawn():
    marks = (
        Line(0, 0, 90, 90, colour="accent", dash="dashed"),
        Line(0, 90, 90, 0, dash="dotted"),
        Box(10, 10, 30, 20, fill="accent-soft", colour="edge", radius=4),
        Circle(60, 60, 12, colour="warn", dash="dashed"),
    )
    drawn = read(one_panel(picture=Drawing(100, 100, marks, "Marks"))).pages[0].get_contents().get_data()
    plain = read(one_panel("Marks")).pages[0].get_contents().get_data()
    assert len(re.findall(rb"\[[\d.]+ [\d.]+\]0 d", drawn)) == 3
    assert len(re.findall(rb" c\b", drawn)) - len(re.findall(rb" c\b", plain)) == 8 + 4


def test_the_same_answers_give_the_same_bytes():
    assert pdf(book(reasons=True)) == pdf(book(reasons=True))
    assert pdf(book()) != pdf(book(attrs.evolve(CASE, plans=())))


@few
@given(st.lists(st.text(max_size=300), max_size=6))
def test_any_words_are_one_page(texts):
    reader = read(one_panel(*texts))
    assert (len(reader.pages), spilled(reader)) == (1, [])


@few
@given(workbooks, st.sampled_from(list(POINTS)))
def test_any_answers_are_one_page_and_one_of_reasons(workbook, paper):
    reader = read(book(workbook, reasons=True), paper)
    assert (len(reader.pages), spilled(reader)) == (2, [])

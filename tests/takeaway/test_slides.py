"""The playbook as PowerPoint: native, editable, whole, and inside its slides."""

import re
import shutil
import subprocess
import zipfile
from datetime import date
from functools import cache
from io import BytesIO

import attrs
import pytest
from hostile import half_filled, hostile
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.util import Inches, Pt
from pypdf import PdfReader

from workshop.content import words
from workshop.content.worked import worked
from workshop.exercise.playbook import playbook_of
from workshop.model import Workbook
from workshop.takeaway.drawing import Box, Circle, Drawing, Label, Line
from workshop.takeaway.sheet import Cell, Panel, Playbook, Sheet
from workshop.takeaway.sheet import Line as Said
from workshop.takeaway.slides import slides
from workshop.takeaway.slides_cut import height_of
from workshop.takeaway.slides_fit import blocks

CASES = {name: case["day"] for name, case in words("wording")["cases"].items()}
TODAY = date(2026, 11, 22)
PROSE = "Responsibility for the whole of our operations, told by those who do the work each day; "
DRAWING = Drawing(
    200,
    120,
    (
        Line(40, 40, 160, 40, "accent", 2, "", ("a", "b")),
        Line(160, 40, 100, 100, "muted", 1, "dashed", ("b", "c")),
        Line(0, 110, 200, 110, "line"),
        Circle(40, 40, 20, "card", "accent", 2, "", "a"),
        Circle(160, 40, 20, "card", "edge", 2, "dashed", "b"),
        Box(85, 85, 30, 30, "accent-soft", "", 1, "", 6, "c"),
        Label(40, 40, "HA", 10, "ink", "middle"),
        Label(40, 66, "Harbour", 9, "ink", "middle", bold=True),
        Label(160, 66, "Kite", 9, "muted", "middle"),
        Label(100, 100, "CE", 9, "ink", "middle"),
    ),
    "Harbour knows Kite.",
    {"head": ["Person", "Ties"], "rows": [["Harbour", "1"], ["Kite", "2"]]},
)


def prose(length):
    """So many characters of plain text."""
    return (PROSE * 10)[:length]


def longest():
    """A workbook with every answer of the playbook as long as it may be."""
    whole = worked("making-change-stick").workbook
    agenda = {f"agenda_{which}": prose(120) for which in ("first", "second", "third", "fourth")}
    forum = attrs.evolve(whole.forum, name=prose(60), place=prose(120), ritual=prose(200), **agenda)
    people = tuple(attrs.evolve(one, name=f"{one.name} {prose(40)}"[:40]) for one in whole.people)
    plans = tuple(attrs.evolve(one, trigger=prose(200), action=prose(200)) for one in whole.plans)
    purpose = attrs.evolve(whole.purpose, sentence=prose(280), own_value=prose(40))
    return attrs.evolve(whole, forum=forum, people=people, plans=plans, purpose=purpose)


@cache
def playbook(name):
    """The playbook of a case, or of a workbook that is hard to lay out."""
    if name in CASES:
        return playbook_of(worked(name).workbook, date.fromisoformat(str(CASES[name])))
    made = {"empty": Workbook, "half": half_filled, "hostile": hostile, "longest": longest}
    return playbook_of(made[name](), TODAY)


def one_panel(panel, title="A sheet"):
    return Playbook("A playbook", "Made today.", "en-GB", (Sheet("s", title, 1, ((Cell(12, panel),),)),))


@cache
def made_once(name):
    return slides(playbook(name))


def opened(made):
    return Presentation(BytesIO(slides(made)))


def deck_of(name):
    return Presentation(BytesIO(made_once(name)))


def every(shapes):
    """All shapes, those inside groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every(shape.shapes)


def texts(slide):
    return "\n".join(shape.text_frame.text for shape in every(slide.shapes) if shape.has_text_frame)


def drawn(drawing=DRAWING):
    """The group of shapes that `drawing` becomes."""
    [slide] = opened(one_panel(Panel("map", "Who knows whom", picture=drawing))).slides
    [group] = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    return group


def said(panel):
    """Every paragraph of `panel`."""
    return [
        line.text for line in (*panel.lines, *(one for entry in panel.entries for one in entry), *panel.notes)
    ]


def panels(sheet):
    return [cell.panel for row in sheet.rows for cell in row]


ALL = [*CASES, "empty", "half", "hostile", "longest"]
everybody = pytest.mark.parametrize("name", ALL)


def test_a_slide_is_sixteen_to_nine():
    deck = deck_of("empty")
    assert (deck.slide_width, deck.slide_height) == (Inches(13.333) + 305, Inches(7.5))


@everybody
def test_each_sheet_is_a_slide_with_its_title_in_the_outline(name):
    titles = [slide.shapes.title.text_frame.text for slide in deck_of(name).slides]
    assert titles == [sheet.title for sheet in playbook(name).sheets]


@pytest.mark.parametrize("name", [*CASES, "empty", "half"])
def test_a_slide_says_all_that_its_sheet_says(name):
    made = playbook(name)
    for slide, sheet in zip(deck_of(name).slides, made.sheets, strict=True):
        shown = texts(slide)
        wanted = [text for panel in panels(sheet) for text in (panel.title, *said(panel))]
        assert [text for text in wanted if " ".join(text.split()) not in shown] == []


@everybody
def test_the_notes_have_the_whole_text(name):
    """What was cut on the slide stands below it, and every picture in words."""
    made = playbook(name)
    for slide, sheet in zip(deck_of(name).slides, made.sheets, strict=True):
        notes = re.sub(r"\s+", " ", slide.notes_slide.notes_text_frame.text)
        alts = [panel.picture.alt for panel in panels(sheet) if panel.picture]
        wanted = [*alts, *(text for panel in panels(sheet) for text in said(panel))]
        assert [text for text in wanted if re.sub(r"\s+", " ", text).strip() not in notes] == []


def test_the_notes_have_the_table_of_a_picture():
    [slide] = opened(one_panel(Panel("map", "Who knows whom", picture=DRAWING))).slides
    assert "Person: Kite · Ties: 2" in slide.notes_slide.notes_text_frame.text


def test_a_slide_that_is_lifted_out_says_where_it_comes_from():
    made = playbook("making-change-stick")
    for slide in deck_of("making-change-stick").slides:
        assert f"{made.title} · {made.note}" in texts(slide)


@everybody
def test_nothing_is_a_bitmap_and_no_placeholder_is_empty(name):
    file = zipfile.ZipFile(BytesIO(made_once(name)))
    assert [part for part in file.namelist() if not part.endswith((".xml", ".rels"))] == []
    for slide in deck_of(name).slides:
        assert [one.name for one in every(slide.shapes) if one.shape_type == MSO_SHAPE_TYPE.PICTURE] == []
        held = [*slide.placeholders, *slide.notes_slide.placeholders]
        texted = [one for one in held if one.placeholder_format.type != PP_PLACEHOLDER.SLIDE_IMAGE]
        assert all(one.text_frame.text.strip() for one in texted)


@everybody
def test_every_shape_is_on_its_slide(name):
    deck = deck_of(name)
    for slide in deck.slides:
        for shape in every(slide.shapes):
            assert shape.left >= 0, shape.name
            assert shape.top >= 0, shape.name
            assert shape.left + shape.width <= deck.slide_width, shape.name
            assert shape.top + shape.height <= deck.slide_height, shape.name


@everybody
def test_no_text_runs_out_of_its_panel(name):
    for sheet in playbook(name).sheets:
        for block in blocks(sheet):
            assert_inside(block.text, block.text_area, block.area)
            if block.after:
                assert_inside(block.after, block.after_area, block.area)


def assert_inside(paragraphs, area, panel):
    high = height_of(paragraphs, area.width)
    assert high <= area.height + 0.1
    assert area.top + high <= panel.top + panel.height + 0.1
    assert area.left + area.width <= panel.left + panel.width + 0.1


@everybody
def test_panels_of_a_slide_do_not_overlap(name):
    for sheet in playbook(name).sheets:
        found = [block.area for block in blocks(sheet)]
        for index, one in enumerate(found):
            for other in found[index + 1 :]:
                beside = one.left + one.width <= other.left
                assert beside or one.top + one.height <= other.top


@everybody
def test_type_is_neither_tiny_nor_huge(name):
    sizes = [
        paragraph.size
        for sheet in playbook(name).sheets
        for block in blocks(sheet)
        for paragraph in (*block.text, *block.after)
    ]
    assert 9 <= min(sizes) <= max(sizes) <= 20.5


def test_what_has_no_room_ends_in_an_ellipsis():
    panel = Panel("plans", "Plans", entries=tuple((Said("text", prose(850)),) * 2 for _ in range(9)))
    [block] = blocks(one_panel(panel).sheets[0])
    cut = [paragraph for paragraph in block.text if paragraph.text.endswith("…")]
    assert len(cut) > 9
    assert all(PROSE.startswith(paragraph.text[:60]) for paragraph in cut)


def test_a_list_too_long_for_a_slide_loses_its_end():
    """Even one line of each is too much: the last that is shown has the ellipsis."""
    panel = Panel("dates", "Dates", entries=tuple((Said("text", f"Item {number}"),) for number in range(99)))
    [block] = blocks(one_panel(panel).sheets[0])
    assert block.text[1].text == "Item 0"
    assert block.text[-1].text.endswith("…")


def test_longer_text_is_set_in_smaller_type():
    short, long = (Panel("plans", "Plans", lines=(Said("text", prose(length)),) * 9) for length in (50, 800))
    [first], [second] = blocks(one_panel(short).sheets[0]), blocks(one_panel(long).sheets[0])
    assert first.text[1].size > second.text[1].size


def test_marks_become_native_shapes():
    kinds = [
        shape.auto_shape_type for shape in drawn().shapes if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE
    ]
    assert kinds == [MSO_SHAPE.OVAL, MSO_SHAPE.OVAL, MSO_SHAPE.ROUNDED_RECTANGLE]


def test_a_tie_is_glued_to_the_people_at_both_ends():
    assert glued(drawn()) == [("Harbour", "Kite"), ("Kite", "CE"), (None, None)]


def glued(group):
    """The names of the shapes that each line joins."""
    names = {shape.shape_id: shape.name for shape in group.shapes}
    lines = [shape for shape in group.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    ends = [
        [line.element.xpath(f"p:nvCxnSpPr/p:cNvCxnSpPr/a:{end}/@id") for end in ("stCxn", "endCxn")]
        for line in lines
    ]
    return [tuple(names[int(found[0])] if found else None for found in pair) for pair in ends]


def test_a_tie_leaves_a_person_towards_the_other():
    """Sites of an oval are counted from the top against the clock: 6 is right, 2 left, 4 below."""
    first, second, _axis = (shape for shape in drawn().shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE)
    sites = [line.element.xpath(".//a:stCxn/@idx | .//a:endCxn/@idx") for line in (first, second)]
    assert sites == [["6", "2"], ["3", "0"]]


def test_gluing_moves_no_line():
    """A line begins and ends where it was drawn, from the middle of one shape to that of the other."""
    group = drawn()
    [harbour] = [shape for shape in group.shapes if shape.name == "Harbour" and not shape.text_frame.text]
    line = next(shape for shape in group.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE)
    assert abs(line.begin_x - (harbour.left + harbour.width / 2)) <= 2
    assert abs(line.begin_y - (harbour.top + harbour.height / 2)) <= 2


def test_every_tie_of_a_real_map_is_glued_at_each_end_that_it_names():
    made = playbook("making-change-stick")
    [panel] = [panel for panel in panels(made.sheets[0]) if panel.key == "map"]
    wanted = sum(len(mark.ends) for mark in panel.picture.marks if isinstance(mark, Line))
    tied = deck_of("making-change-stick").slides[0].shapes.element.xpath(".//a:stCxn | .//a:endCxn")
    assert len(tied) == wanted > 20


def test_a_picture_is_a_group_with_its_text_twin():
    group = drawn()
    assert group.element.xpath("p:nvGrpSpPr/p:cNvPr/@descr") == ["Harbour knows Kite."]
    assert group.name.startswith("Who knows whom")


@everybody
def test_every_picture_is_there_with_its_text_twin(name):
    made = playbook(name)
    for slide, sheet in zip(deck_of(name).slides, made.sheets, strict=True):
        found = slide.shapes.element.xpath("./p:grpSp/p:nvGrpSpPr/p:cNvPr/@descr")
        shown = [panel.picture.alt for panel in panels(sheet) if panel.picture and panel.picture.marks]
        assert found == [" ".join(alt.split()) for alt in shown]


def test_lines_above_panels_are_not_read_aloud():
    [slide] = opened(one_panel(Panel("five", "The five"))).slides
    [line] = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    assert 'decorative" val="1"' in etree.tostring(line.element).decode()


def test_a_label_keeps_its_size_when_it_is_reworded():
    label = next(
        shape for shape in drawn().shapes if shape.has_text_frame and shape.text_frame.text == "Kite"
    )
    assert label.element.xpath(".//a:noAutofit")


def test_shapes_are_read_in_the_order_of_the_layout():
    made = playbook("making-change-stick")
    for slide, sheet in zip(deck_of("making-change-stick").slides, made.sheets, strict=True):
        titles = [panel.title for panel in panels(sheet)]
        assert [shape.name for shape in slide.shapes if shape.name in titles] == titles


def test_all_text_says_its_language():
    deck = opened(one_panel(Panel("map", "Karte", lines=(Said("lead", "Ein Satz"),), picture=DRAWING)))
    [slide] = deck.slides
    found = [run.get("lang") for part in (slide, slide.notes_slide) for run in part.element.iter("{*}rPr")]
    assert set(found) == {"en-GB"}
    assert len(slide.element.xpath(".//a:r[not(a:rPr)]")) == 0


@pytest.mark.parametrize(
    ("text", "turned"), [("ليلى حداد", True), ("(דנה) Cohen", True), ("Dana דנה", False), ("7 · 🦊", False)]
)
def test_a_paragraph_runs_from_the_right_when_its_first_letter_does(text, turned):
    [slide] = opened(one_panel(Panel("purpose", "Purpose", lines=(Said("lead", text),)))).slides
    [paragraph] = slide.element.xpath(f'.//a:p[a:r/a:t="{text}"]')
    assert (paragraph.pPr.get("rtl") == "1") is turned


def test_the_file_names_its_title_and_nobody():
    said = deck_of("empty").core_properties
    assert said.title == "My coalition playbook"
    assert (said.author, said.last_modified_by, said.comments, said.keywords) == ("", "", "", "")
    file = zipfile.ZipFile(BytesIO(made_once("empty")))
    assert b"Canny" not in b"".join(map(file.read, file.namelist()))


def test_the_theme_is_that_of_the_kit():
    """New shapes take its colours and typefaces, and cast no shadow."""
    theme = zipfile.ZipFile(BytesIO(made_once("empty"))).read("ppt/theme/theme1.xml").decode()
    assert '<a:accent1><a:srgbClr val="0D6660"/></a:accent1>' in theme
    assert 'majorFont><a:latin typeface="Georgia"' in theme
    assert 'minorFont><a:latin typeface="Arial"' in theme
    assert "outerShdw" not in theme


NASTY = st.text(alphabet=st.characters(codec=None), max_size=60) | st.sampled_from(
    [
        "\x00\x0b\ufffe",
        "\ud800",
        "a\x0bb",
        "_x000B_",
        "\u202eabc",
        "<b>x</b>",
        "=1+1",
        "👩🏽‍🚀" * 9,
        "ש\n\nב",
        "W" * 300,
    ]
)


@settings(max_examples=40, deadline=None)
@given(NASTY, NASTY)
@example("\x08", "0\r1")
def test_no_text_can_break_the_file(first, second):
    """Every part still parses, and the words that a file may hold are there."""
    picture = Drawing(
        90, 60, (Circle(40, 30, 9, id=first or "a"), Label(40, 30, second, anchor="middle")), first
    )
    panel = Panel(
        "map", first, (Said("lead", second),), picture, ((Said("strong", first), Said("text", second)),)
    )
    made = slides(attrs.evolve(one_panel(panel, title=second), title=first, note=second))
    file = zipfile.ZipFile(BytesIO(made))
    assert file.testzip() is None
    for part in file.namelist():
        etree.fromstring(file.read(part))
    [slide] = Presentation(BytesIO(made)).slides
    letters = re.sub(r"[^a-zA-Z0-9<>=+]", "", second)
    if len(second) <= 60:
        assert letters in re.sub(r"[^a-zA-Z0-9<>=+]", "", slide.notes_slide.notes_text_frame.text)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.text(max_size=400), min_size=1, max_size=12),
    st.sampled_from(["lead", "strong", "text", "note"]),
)
def test_no_panel_runs_over_whatever_it_says(paragraphs, role):
    entries = tuple((Said(role, text), Said("text", text)) for text in paragraphs)
    narrow = Panel("plans", "Plans", entries=entries)
    pictured = Panel("map", "Map", picture=DRAWING, notes=tuple(Said("note", text) for text in paragraphs))
    sheet = Sheet("s", "S", 1, ((Cell(5, narrow), Cell(7, pictured)), (Cell(12, narrow),)))
    for block in blocks(sheet):
        assert_inside(block.text, block.text_area, block.area)
        assert block.area.top + block.area.height <= 500


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Cases and extremes as LibreOffice shows them: a PDF each."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed: slides are checked by structure alone")
    folder = tmp_path_factory.mktemp("slides")
    for name in ALL:
        (folder / f"{name}.pptx").write_bytes(made_once(name))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    files = [str(folder / f"{name}.pptx") for name in ALL]
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@everybody
def test_libreoffice_opens_every_slide(converted, name):
    made = playbook(name)
    pages = PdfReader(converted / f"{name}.pdf").pages
    assert len(pages) == len(made.sheets)
    for page, sheet in zip(pages, made.sheets, strict=True):
        shown = re.sub(r"\s", "", page.extract_text())
        titles = [sheet.title, *(panel.title for panel in panels(sheet))]
        assert [title for title in titles if re.sub(r"\s", "", title) not in shown] == []


def test_a_rendered_slide_has_ink_and_white(converted):
    """A page that came out blank, or all dark, is none."""
    drawer = shutil.which("pdftoppm")
    if drawer is None:
        pytest.skip("pdftoppm is not installed: nothing here turns a page into pixels")
    page = str(converted / "making-change-stick.pdf")
    made = subprocess.run([drawer, "-r", "30", "-gray", page], check=True, capture_output=True).stdout
    pixels = made.split(b"\n", 3)[3]
    assert 0.6 < sum(pixel > 250 for pixel in pixels) / len(pixels) < 0.99
    assert min(pixels) < 80


def test_points_and_slides_agree():
    """A panel stands on the slide where it was laid out."""
    made = playbook("making-change-stick")
    slide = deck_of("making-change-stick").slides[0]
    for block in blocks(made.sheets[0]):
        shape = next(shape for shape in slide.shapes if shape.name == block.panel.title)
        assert (shape.left, shape.width) == (Pt(block.text_area.left), Pt(block.text_area.width))

"""A brand in a customised folder: what is said of it, how it stays, and where it goes."""

import re
from io import BytesIO

import pytest
from click.testing import CliRunner
from pptx import Presentation
from pypdf import PdfReader

from workshop.app import customise
from workshop.app.check import findings
from workshop.app.customise import customised
from workshop.app.kit_files import BRAND, kit_files
from workshop.cli import main
from workshop.content import forget
from workshop.content.brand import LIGHT, shades
from workshop.content.custom import CUSTOM

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z" fill="#b5123e"/></svg>'
)

RED = re.compile(rb"\b0?\.70\d* 0?\.07\d* 0?\.24\d* (?:rg|scn)\b")
"""The colour of the logo, as a PDF says it."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "ours"
    customised(folder)
    return folder


@pytest.fixture
def ours(made):
    """A folder whose brand is put back after each test."""
    (made / "logo.svg").write_text(LOGO, encoding="utf-8")
    yield made
    for name in (BRAND, f".kit/{BRAND}"):
        (made / name).write_bytes(kit_files()[BRAND])


@pytest.fixture
def branded(ours, monkeypatch):
    """The folder in use, with name, accent and logo."""
    choose(ours, name="Northwind Academy", accent="#b5123e", logo="logo.svg")
    monkeypatch.setenv(CUSTOM, str(ours))
    forget()
    yield ours
    monkeypatch.undo()
    forget()


def choose(folder, **values):
    lines = (folder / BRAND).read_text(encoding="utf-8").splitlines()
    told = [
        next((f'{key} = "{value}"' for key, value in values.items() if line.startswith(f"{key} =")), line)
        for line in lines
    ]
    (folder / BRAND).write_text("\n".join(told) + "\n", encoding="utf-8")


def test_the_brand_lies_at_the_top_of_the_folder_and_nowhere_else(ours):
    assert (ours / BRAND).is_file()
    assert not (ours / "content" / BRAND).exists()


def test_a_brand_that_works_is_well(ours):
    choose(ours, name="European Institute for Executive Leaders", accent="#b5123e", logo="logo.svg")
    assert findings(ours) == []


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"name": " "}, "name: this is empty"),
        ({"name": "N" * 41}, "name: 41 characters; 40 is the most"),
        ({"accent": "teal"}, "accent: teal is no colour. Write # and six digits"),
        ({"accent": "#ffcc00"}, "accent: #ffcc00 cannot be read well on light pages. Its contrast is 1.4"),
        ({"accent_dark": "#333333"}, "accent_dark: #333333 cannot be read well on a dark screen"),
        ({"logo": "none.svg"}, "logo: none.svg is not there"),
        ({"logo": "brand.toml"}, "logo: brand.toml is neither a PNG nor an SVG"),
        ({"logo": "../logo.svg"}, "logo: ../logo.svg must be the name of a file beside brand.toml"),
    ],
)
def test_what_does_not_work_is_said(ours, values, says):
    choose(ours, **values)
    [line] = findings(ours)
    assert line.startswith(f"{BRAND}, {says}")


def test_the_colour_that_is_offered_works(ours):
    choose(ours, accent="#ffcc00")
    assert shades(findings(ours)[0].rpartition(" ")[2], LIGHT).works


def test_a_dark_accent_beside_one_that_does_not_work_is_not_used(ours):
    choose(ours, accent="#ffcc00", accent_dark="#ffaaaa")
    assert "accent_dark: this is not used" in findings(ours)[1]


@pytest.mark.parametrize(
    ("drawn", "says"), [("<svg", "cannot be drawn"), (LOGO.replace("path", "script"), "has a script")]
)
def test_a_logo_that_is_not_shown_is_named(ours, drawn, says):
    (ours / "logo.svg").write_text(drawn, encoding="utf-8")
    choose(ours, logo="logo.svg")
    assert says in findings(ours)[0]


def test_an_upgrade_keeps_the_brand_and_leaves_the_logo_alone(ours, monkeypatch):
    choose(ours, name="Northwind Academy", accent="#b5123e", logo="logo.svg")
    kit = kit_files()
    kit[BRAND] = b"# A new remark.\n" + kit[BRAND].replace(b"#0d6660", b"#0d6661")
    monkeypatch.setattr(customise, "kit_files", lambda: kit)
    customised(ours)
    text = (ours / BRAND).read_text(encoding="utf-8")
    assert all(word in text for word in ("A new remark", "Northwind Academy", "#b5123e", "logo.svg"))
    assert (ours / "logo.svg").read_text(encoding="utf-8") == LOGO


def made_of_a_case(out):
    said = CliRunner().invoke(main, ["playbook", "--case", "making-change-stick", "--out", str(out)])
    assert said.exit_code == 0, said.output
    return (out / "coalition-playbook.pdf").read_bytes(), (out / "coalition-playbook.pptx").read_bytes()


@pytest.mark.usefixtures("branded")
def test_files_have_name_accent_and_logo(tmp_path):
    pdf, pptx = made_of_a_case(tmp_path / "out")
    first, *rest = PdfReader(BytesIO(pdf)).pages
    assert all("Northwind Academy ·" in page.extract_text() for page in (first, *rest))
    slide, *_ = Presentation(BytesIO(pptx)).slides
    [logo] = [shape for shape in slide.shapes if shape.name == "Northwind Academy"]
    assert slide.shapes.title.left + slide.shapes.title.width < logo.left
    assert logo.width / logo.height == pytest.approx(3, abs=0.05)
    assert b"B5123E" in theme_of(pptx)


def theme_of(pptx):
    return (
        Presentation(BytesIO(pptx))
        .part.part_related_by("http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme")
        .blob
    )


@pytest.mark.usefixtures("branded")
@pytest.mark.parametrize(
    ("what", "with_logo"),
    [("workbook", {0}), ("run-sheet", set()), ("posters", {*range(9)})],
)
def test_paper_has_the_name_and_the_logo(tmp_path, what, with_logo):
    assert CliRunner().invoke(main, ["print", what, "--out", str(tmp_path / "out")]).exit_code == 0
    pages = PdfReader(tmp_path / "out" / f"{what}.pdf").pages
    assert all("Northwind Academy" in page.extract_text() for page in pages)
    drawn = [page.get_contents().get_data() for page in pages]
    assert {number for number, content in enumerate(drawn) if RED.search(content)} == with_logo

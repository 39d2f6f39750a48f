"""Every word of every file and of all paper can be translated: pseudo-language leaves no plain one."""

import csv
import email
import io
import re
import subprocess
import sys
import tomllib
from email import policy
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import openpyxl
import pptx
import pypdf
import pytest
from pseudo import pseudo_folder

from workshop.content import kit_words
from workshop.content.custom import own_file
from workshop.content.leaves import words_of
from workshop.content.merging import merged

CONTENT = Path(str(files("workshop.content")))
NAMES = sorted(file.relative_to(CONTENT).with_suffix("").as_posix() for file in CONTENT.rglob("*.toml"))
PLAIN = re.compile(r"[A-Za-z]{2,}")
COMMANDS = re.compile(r"workshop\s+demo(\s+[a-z]+(-\s*[a-z]+)*)?")
"""What facilitators type is as it is in any language."""
IDS = re.compile(r"\b(?:[A-Z]{2}\d(?:, )?)+")
"""Ids of the method."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with everything that is taken away and printed, of one case."""
    folder = tmp_path_factory.mktemp("pseudo")
    custom = str(pseudo_folder(folder / "ours"))
    for command in (["playbook", "--case", "making-change-stick"], ["print", "all"]):
        told = ["--custom", custom, *command, "--out", str(folder / "made")]
        subprocess.run([sys.executable, "-m", "workshop", *told], check=True, capture_output=True)
    return folder / "made"


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_translation_is_taken(made, name):
    """None falls back to the kit's own, which would hide what was forgotten."""
    own = tomllib.loads(own_file(made.parent / "ours", name).read_text("utf-8"))
    kit = kit_words(name)
    assert dict(words_of(name, merged(name, kit, kit, own))) == dict(words_of(name, own))


def plain(texts):
    told = (COMMANDS.sub("", IDS.sub("", text)) for text in texts if text)
    return sorted({line.strip() for text in told for line in text.splitlines() if PLAIN.search(line)})


@pytest.mark.parametrize("name", ["coalition-playbook", "workbook", "cards", "posters", "run-sheet"])
def test_a_pdf_has_no_plain_word(made, name):
    document = pypdf.PdfReader(made / f"{name}.pdf")
    assert plain([document.metadata.title, document.metadata.subject]) == []
    assert plain(page.extract_text() for page in document.pages) == []
    assert document.trailer["/Root"]["/Lang"] == "en-XA"


def test_slides_have_no_plain_word(made):
    slides = pptx.Presentation(made / "coalition-playbook.pptx").slides
    told = [text for slide in slides for text in _texts(slide.shapes)]
    assert plain([*told, *(slide.notes_slide.notes_text_frame.text for slide in slides)]) == []


def _texts(shapes):
    for shape in shapes:
        yield shape.text_frame.text if shape.has_text_frame else ""
        yield shape._element._nvXxPr.cNvPr.get("descr")
        yield from _texts(getattr(shape, "shapes", ()))


def test_dates_have_no_plain_word(made):
    dates = icalendar.Calendar.from_ical((made / "coalition-dates.ics").read_bytes())
    assert (
        plain(str(part.get(name, "")) for part in dates.walk() for name in ("SUMMARY", "DESCRIPTION")) == []
    )


def test_messages_have_no_plain_word(made):
    found = sorted((made / "messages").glob("*.eml"))
    mails = [email.message_from_bytes(file.read_bytes(), policy=policy.default) for file in found]
    assert len(mails) == 6
    assert plain(text for mail in mails for text in (mail["Subject"], mail.get_content())) == []


def test_tables_have_no_plain_heading_or_choice(made):
    book = openpyxl.load_workbook(made / "coalition-tables.xlsx")
    assert plain(book.sheetnames) == []
    assert plain(str(cell.value or "") for cell in book.worksheets[0]["A"]) == []
    for sheet in book.worksheets[1:]:
        heads = [cell.value for cell in next(sheet.iter_rows())]
        assert plain(heads) == []


def test_tables_as_text_have_the_same_headings(made):
    for file in (made / "tables").glob("*.csv"):
        heads = next(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
        assert plain(heads) == [], file.name


def test_the_network_has_no_plain_label(made):
    network = ET.parse(made / "coalition-map.graphml")
    [key] = [node.get("id") for node in network.iter() if node.get("attr.name") == "label"]
    assert plain(node.text for node in network.iter() if node.get("key") == key) == []

"""Widths of words without a font library: as in the font, for names that break careless programs too."""

import struct
import unicodedata
from importlib.resources import files

import pytest
from hostile import NAMES
from hypothesis import given
from hypothesis import strategies as st

from workshop.takeaway.measure import (
    WIDTHS,
    clusters,
    lines_of,
    shortened,
    text_width,
    wrapped_height,
)

names = st.text(max_size=60) | st.sampled_from(NAMES)
widths = st.floats(5, 300)
sizes = st.floats(4, 40)
FAMILY = "👨‍👩‍👧‍👦"


def widths_in(font, letters):
    """Thousandths of the size by letter, read from the tables `head`, `hhea`, `hmtx` and `cmap` of a font."""
    data = (files("workshop.takeaway") / "fonts" / font).read_bytes()
    count = struct.unpack(">H", data[4:6])[0]
    entries = [struct.unpack(">4sLLL", data[12 + 16 * n : 28 + 16 * n]) for n in range(count)]
    table = {tag.decode(): data[start : start + size] for tag, _, start, size in entries}
    unit = struct.unpack(">H", table["head"][18:20])[0]
    full = struct.unpack(">H", table["hhea"][34:36])[0]
    glyphs = {letter: glyph_in(table["cmap"], ord(letter)) for letter in letters}
    places = {letter: 4 * min(glyph, full - 1) for letter, glyph in glyphs.items()}
    return {
        letter: round(struct.unpack(">H", table["hmtx"][place : place + 2])[0] * 1000 / unit)
        for letter, place in places.items()
    }


def glyph_in(cmap, code):
    """The number of the glyph of a character, from the subtable of format 12."""
    records = [struct.unpack(">HHL", cmap[4 + 8 * n : 12 + 8 * n]) for n in range(cmap[3])]
    start = next(place for *_, place in records if cmap[place : place + 2] == b"\0\x0c")
    groups = struct.unpack(">L", cmap[start + 12 : start + 16])[0]
    ranges = (struct.unpack(">LLL", cmap[start + 16 + 12 * n : start + 28 + 12 * n]) for n in range(groups))
    return next(first + code - low for low, high, first in ranges if low <= code <= high)


@pytest.mark.parametrize(("bold", "font"), [(False, "Inter-Regular.ttf"), (True, "Inter-SemiBold.ttf")])
def test_widths_are_those_of_the_font(bold, font):
    """The table that stands in for a font library is the font's own."""
    assert widths_in(font, WIDTHS[bold]) == WIDTHS[bold]
    assert {chr(code) for code in range(32, 127)} < set(WIDTHS[bold])


def test_width_grows_with_size():
    """Twice the size is twice the width."""
    assert text_width("Harbour", 18) == pytest.approx(2 * text_width("Harbour", 9))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Zoë", "Zoe"),
        ("Zoe\u0308", "Zoe"),
        ("a\u200d\ufeffb", "ab"),
        ("\u202eabc", "abc"),
        (FAMILY, "👩"),
        ("👩🏽‍🚀", "🚀"),
    ],
)
def test_what_joins_or_is_not_seen_takes_no_room(text, same):
    """Accents, joiners and marks of direction are not counted."""
    assert text_width(text, 10) == text_width(same, 10)


@pytest.mark.parametrize("text", ["山", "한", "＝", "👩", "❤️", "🇫🇷"])
def test_wide_ones_are_wide(text):
    """Letters of East Asia and pictures take more room than any letter of a name in Latin."""
    assert text_width(text, 10) > text_width("O", 10)


@pytest.mark.parametrize(
    "parts",
    [
        ["a", FAMILY, "b"],
        ["e\u0301", "x"],
        ["👩🏽‍🚀", "👍🏿"],
        ["🇫🇷", "🇩🇪", "x"],
        ["❤️", "1️⃣"],
        ["क\u094dष"[:2], "ष"],
    ],
)
def test_clusters_are_what_a_reader_counts(parts):
    """A picture made of several, a flag, a letter with its accents: each is one."""
    assert clusters("".join(parts)) == parts


@given(names, widths, sizes, st.booleans())
def test_shortened_fits_and_says_so(text, width, size, bold):
    """What was cut is no wider than the room, but for its first character; what fits is left alone."""
    cut = shortened(text, width, size, bold=bold)
    if text_width(text, size, bold=bold) <= width:
        assert cut == text
    else:
        assert cut.endswith("…")
        fits = text_width(cut, size, bold=bold) <= width + 1e-6
        assert fits or len(clusters(cut.removesuffix("…"))) <= 1


@given(st.lists(st.sampled_from([FAMILY, "e\u0301", "🇫🇷", "👍🏿", "x"]), min_size=1, max_size=12), widths)
def test_cut_never_goes_through_a_character(parts, width):
    """Between the first and the last that is kept, all are whole."""
    kept = shortened("".join(parts), width, 10).removesuffix("…")
    assert kept == "".join(parts[: len(clusters(kept))])


@given(names, widths, sizes, st.integers(1, 3))
def test_lines_hold_the_text_or_say_that_they_do_not(text, width, size, most):
    """No more lines than allowed; together they are the text, or the last ends in an ellipsis."""
    lines = lines_of(text, width, size, most)
    assert len(lines) <= most
    whole = " ".join(text.split())
    assert " ".join(lines) == whole or lines[-1].endswith("…")
    assert all(text_width(line, size) <= width + 1e-6 or line.endswith("…") for line in lines)


def test_lines_break_at_blanks():
    """As many words on a line as fit."""
    assert lines_of("Head of the works council", 60, 10, 3) == ("Head of the", "works", "council")
    assert lines_of("Head of the works council", 60, 10, 2) == ("Head of the", "works cou…")


@given(names, widths, sizes)
def test_a_narrower_paragraph_is_never_lower(text, width, size):
    """Height is finite, whole lines, and grows as the width shrinks."""
    heights = [wrapped_height(text, room, size, 1.2) for room in (width, width / 2)]
    assert heights[0] <= heights[1] + 1e-6
    lines = heights[0] / (size * 1.2)
    assert lines == pytest.approx(round(lines))


@given(st.text(st.characters(categories=["Ll", "Zs"]), min_size=1, max_size=60), widths)
def test_a_paragraph_is_as_high_as_its_lines(text, width):
    """Where no word has to be broken, height and lines agree."""
    lines = lines_of(text, width, 10, 100)
    if not any(line.endswith("…") for line in lines):
        assert wrapped_height(text, width, 10, 1) == pytest.approx(10 * len(lines))


@given(st.text(max_size=30))
def test_clusters_lose_nothing(text):
    """All characters are still there, and no cluster but the first begins with an accent."""
    found = clusters(text)
    assert "".join(found) == text
    assert not any(unicodedata.category(part[0]) == "Mn" for part in found[1:])

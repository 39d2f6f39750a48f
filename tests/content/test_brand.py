"""A brand shows where it works, the kit's stands where it does not, and no colour is ever hard to read."""

import re
import struct
import zlib
from pathlib import Path

import pytest
from folders import own_folder
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.content import forget, kit_words
from workshop.content.brand import DARK, LEAST, LIGHT, brand, nearest, own_shades, shades
from workshop.content.brand_styles import brand_styles
from workshop.content.colour import contrast, lightness, lit
from workshop.content.custom import CUSTOM
from workshop.content.logo import LARGEST, Logo, logo_in

TOKENS = (Path(__file__).parents[2] / "workshop/widgets/css/tokens.css").read_text(encoding="utf-8")
KIT = kit_words("brand")["accent"]
COLOURS = st.builds("#{:06x}".format, st.integers(0, 0xFFFFFF))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def png(wide=3, tall=2):
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", wide, tall, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(tall * (wide + 1)))),
        (b"IEND", b""),
    ]
    told = (struct.pack(">I", len(data)) + kind + data for kind, data in parts)
    checks = (struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(part + check for part, check in zip(told, checks, strict=True))


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """Choose a folder with these values in its brand, as `--custom` does."""

    def choose(**values):
        def change(text):
            for key, value in values.items():
                text = re.sub(rf"(?m)^{key} = .*$", f'{key} = "{value}"', text)
            return text

        folder = own_folder(tmp_path / "ours", "brand", change)
        monkeypatch.setenv(CUSTOM, str(folder))
        forget()
        return folder

    yield choose
    monkeypatch.undo()
    forget()


def all_read(found, theme):
    on_soft = [contrast(text, found.accent_soft) for text in (found.accent, *theme.texts)]
    on_ground = [contrast(found.accent, ground) for ground in theme.grounds]
    return min(*on_soft, *on_ground, contrast(found.on_accent, found.accent)) >= LEAST


@settings(deadline=None)
@given(COLOURS)
def test_any_accent_is_read_everywhere_or_refused_with_a_near_one_that_is(accent):
    for theme in (LIGHT, DARK):
        found = shades(accent, theme)
        assert found.works == all_read(found, theme)
        assert all_read(shades(nearest(accent, theme), theme), theme)


@settings(deadline=None)
@given(COLOURS, COLOURS | st.sampled_from(["", "red"]))
def test_whatever_is_chosen_both_themes_can_be_read(accent, dark):
    for found, theme in zip(
        own_shades({"accent": accent, "accent_dark": dark}, KIT), (LIGHT, DARK), strict=True
    ):
        assert found is None or all_read(found, theme)


@settings(deadline=None)
@given(COLOURS)
def test_a_colour_in_its_own_lightness_is_itself(accent):
    pairs = zip(bytes.fromhex(lit(accent, lightness(accent))[1:]), bytes.fromhex(accent[1:]), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 2


def test_black_on_white_has_the_contrast_that_wcag_gives():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("theme", "part"), [(LIGHT, 0), (DARK, 1)])
def test_the_grounds_and_texts_are_those_of_the_screen(theme, part):
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", TOKENS.split("@media")[part]))
    assert {tokens["paper"], tokens["card"].replace("#fff", "#ffffff")} == set(theme.grounds)
    assert [tokens["ink"], tokens["muted"]] == list(theme.texts)


def test_the_kits_accent_is_the_one_of_the_screen():
    assert f"--accent: {KIT};" in TOKENS


def test_without_a_customised_folder_the_kits_brand_stands():
    assert (brand().name, brand().signature, brand().light) == (kit_words("brand")["name"], "", None)
    assert brand_styles() == ""


def test_own_name_and_accent_stand_and_dark_screens_get_a_lighter_one(chosen):
    chosen(name="Northwind Academy", accent="#B5123E")
    found = brand()
    assert (found.name, found.signature, found.light.accent) == (*["Northwind Academy"] * 2, "#b5123e")
    assert contrast(found.dark.accent, DARK.grounds[0]) > contrast("#b5123e", DARK.grounds[0])
    assert brand_styles().count("--accent:") == 3


@pytest.mark.parametrize("accent", ["#ffcc00", "red", "#12", "#0d66601", "rgb(1,2,3)", "#0d6660;"])
def test_an_accent_that_does_not_work_leaves_the_kits(chosen, accent):
    chosen(accent=accent, accent_dark="#ffaaaa")
    assert (brand().light, brand().dark, brand_styles()) == (None, None, "")


def test_a_dark_accent_that_does_not_work_is_made_from_the_light_one(chosen):
    chosen(accent="#b5123e", accent_dark="#222222")
    assert brand().dark.works


def test_a_logo_beside_the_brand_is_shown(chosen):
    folder = chosen(logo="Mark.PNG")
    (folder / "Mark.PNG").write_bytes(png())
    assert brand().logo == Logo("png", png())


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("none.png", None, "logo_missing"),
        ("folder/a.png", None, "logo_place"),
        ("..\\a.png", None, "logo_place"),
        ("a.gif", b"GIF89a", "logo_kind"),
        ("a.png", b"GIF89a", "logo_broken"),
        ("a.png", png()[:-3], "logo_broken"),
        ("a.png", png(5000), "logo_broken"),
        ("a.png", png() + bytes(LARGEST), "logo_large"),
        ("a.svg", b"\xff\xfe", "logo_broken"),
        ("a.svg", b"<svg", "logo_broken"),
        ("a.svg", b"<html/>", "logo_broken"),
    ],
)
def test_a_file_that_is_no_logo_is_not_shown(tmp_path, name, content, reason):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert logo_in(tmp_path, name) == reason


@pytest.mark.parametrize(
    "drawn",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<a href="java&#115;cript:alert(1)"/>',
        '<image href="http://example.org/a.png"/>',
        '<image xlink:href="//example.org/a.png"/>',
        '<use href="other.svg#a"/>',
        '<image href="data:image/svg+xml,x"/>',
        "<style>@import 'a.css';</style>",
        '<path style="fill: url(http://example.org/#a)"/>',
        '<path fill="url( &#34;other.svg#a&#34;)"/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<path style="fill: u&#114;l(http://example.org/#a)"/>',
        "<foreignObject><p/></foreignObject>",
    ],
)
def test_an_svg_that_runs_or_fetches_something_is_not_shown(tmp_path, drawn):
    (tmp_path / "a.svg").write_text(SVG.format(drawn), encoding="utf-8")
    assert logo_in(tmp_path, "a.svg") == "logo_unsafe"


@pytest.mark.parametrize("before", ['<!DOCTYPE svg [<!ENTITY a "b">]>', '<?xml-stylesheet href="a.css"?>'])
def test_what_stands_before_a_picture_is_looked_at_too(tmp_path, before):
    (tmp_path / "a.svg").write_text(before + SVG.format(""), encoding="utf-8")
    assert logo_in(tmp_path, "a.svg") == "logo_unsafe"


@pytest.mark.parametrize(
    "drawn",
    [
        '<path id="a" fill="url(#b)" d="M0 0"/><use href="#a"/>',
        '<image xlink:href="data:image/png;base64,AAAA"/>',
        "<!-- made by a program --><title>Ours</title><style>path { fill: url('#b') }</style>",
    ],
)
def test_an_svg_that_stays_in_its_file_is_shown(tmp_path, drawn):
    (tmp_path / "a.svg").write_text(SVG.format(drawn), encoding="utf-8")
    assert logo_in(tmp_path, "a.svg") == Logo("svg", SVG.format(drawn).encode())

"""Every word for a reader stands in a content file or a notebook: none in code, templates or styles."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

KIT = Path(__file__).parents[1] / "workshop"
TEMPLATES = KIT / "app" / "share" / "voila" / "templates" / "coalition"
WORDS = re.compile(r"[^\W\d_]{2,}[,:;.!?…]? +[^\W\d_]{2,}|^[A-Z][a-z]+[.!?…:]?$")
"""Two words with a space between them, or one that begins with a capital."""
LOGGED = {"debug", "info", "warning", "error", "exception", "critical"}
FOR_MACHINES = {
    # Still English: compared with what a person wrote, not shown.
    "analysis/mention.py": {"go live", "project plan", "roll out"},
    "app/assets.py": {
        "public, max-age=31536000, immutable", "text/css; charset=UTF-8", "text/javascript; charset=UTF-8",
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
    },
    "app/guide.py": {
        r"^<!-- (?P<name>[a-z ]+: [\w-]+) -->\n(?P<text>.*?)^<!-- end of (?P=name) -->", "<!-- end of ",
    },
    "app/guide_parts.py": {"run sheet: ", "step lines: "},  # marks in the guide, never shown
    "app/identity.py": {"Lax"},
    "app/kernels.py": {  # help texts of Jupyter's own settings
        "further arguments of a kernel", "environment variables of a kernel", "Any",
        "name of the provisioner; empty for Jupyter's own",
        "how many kernels wait, started, for the next page",
    },
    "app/page_kernel.py": {"it does not answer", "import os; os.environ.update(", "); del os"},
    "app/pages.py": {"Strict"},
    "app/settings.py": {"img-src 'self' data: blob:"},
    "app/zone.py": {"Zulu", "Universal", "Greenwich"},
    "charts/spread.py": {"Label"},
    "content/brand_styles.py": {"screen and (prefers-color-scheme: dark)"},
    "content/coverage.py": {"| id | what it stands for | practised in |"},  # for who develops the kit
    "takeaway/mail.py": {"Subject", "Date"},  # names of headers
    "takeaway/measure.py": {"Mn", "Me", "Mc", "Cf", "Cc"},
    "takeaway/slides_base.py": {
        "Georgia", "Arial", "Title Only", '><a:srgbClr val="', 'Font><a:latin typeface=)"[^"]*"',
    },
    "widgets/bundle.py": {"^export default ", "const widget_"},
    "widgets/parts.py": {"rows of"},
    "js/fields.js": {"long choice"},
    "js/game_once.js": {"give give", "give hold", "hold hold"},
    "js/lists.js": {"input, select"},
    "js/state.js": {"words of the page", "rows of"},
}  # fmt: skip
"""By file, what is read by a program or by who develops the kit. All else is refused."""
KEYS = {"Alt", "Backspace", "Control", "Delete", "End", "Enter", "Escape", "Home", "Meta", "Shift"}
"""Names of keys, as browsers call them."""


def test_no_python_file_has_words_for_readers() -> None:
    found = {
        path.relative_to(KIT).as_posix(): python_words(path.read_text("utf-8")) for path in KIT.rglob("*.py")
    }
    assert refused(found) == {}


def test_no_script_has_words_for_readers() -> None:
    scripts = [*KIT.glob("widgets/js/*.js"), *TEMPLATES.glob("static/*.js")]
    assert refused({_place(path): script_words(path.read_text("utf-8")) for path in scripts}) == {}


def test_nothing_is_excused_that_is_no_longer_there() -> None:
    scripts = [*KIT.glob("widgets/js/*.js"), *TEMPLATES.glob("static/*.js")]
    found = {_place(path): set(script_words(path.read_text("utf-8"))) for path in scripts}
    found |= {
        path.relative_to(KIT).as_posix(): set(python_words(path.read_text("utf-8")))
        for path in KIT.rglob("*.py")
    }
    assert {
        name: left for name, said in FOR_MACHINES.items() if (left := said - found.get(name, set()))
    } == {}


def test_no_template_has_words_for_readers() -> None:
    templates = [*TEMPLATES.glob("*.html"), *TEMPLATES.glob("*.j2")]
    found = {path.name: list(template_words(path.read_text("utf-8"))) for path in templates}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_style_sheet_has_words_for_readers() -> None:
    sheets = [*KIT.glob("widgets/css/*.css"), *TEMPLATES.glob("static/*.css")]
    found = {path.name: list(style_words(path.read_text("utf-8"))) for path in sheets}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "planted", ['x = "Your map"', 'x = f"{n} people left"', 'x = ["Map"]', 'call(title="Who is it?")']
)
def test_a_word_planted_in_python_is_found(planted: str) -> None:
    assert list(python_words(planted))


@pytest.mark.parametrize(
    "planted",
    [
        'root.textContent = "saved";',
        "const x = `Moved ${n} of them`;",
        'element("p", {}, "Not saved yet");',
        '{ "aria-label": "map" }',
    ],
)
def test_a_word_planted_in_a_script_is_found(planted: str) -> None:
    assert list(script_words(planted))


@pytest.mark.parametrize(
    "planted", ["<p>saved</p>", '<nav aria-label="steps"></nav>', "<b>{{ words.day }} left</b>"]
)
def test_a_word_planted_in_a_template_is_found(planted: str) -> None:
    assert list(template_words(planted))


def test_a_word_planted_in_a_style_sheet_is_found() -> None:
    assert list(style_words('.done::after { content: " done"; }'))


def _place(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def refused(found: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return, by file, the words found in it that are not excused there."""
    left = {name: set(said) - FOR_MACHINES.get(name, set()) for name, said in found.items()}
    return {name: words for name, words in left.items() if words}


def python_words(text: str) -> Iterator[str]:
    """Yield what looks like words for readers in Python: no docstring, no log, no author's error."""
    tree = ast.parse(text)
    passed = {id(part) for node in ast.walk(tree) if _is_for_authors(node) for part in ast.walk(node)}
    literals = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in passed)
    yield from (node.value for node in literals if isinstance(node.value, str) and WORDS.search(node.value))


def _is_for_authors(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            return True
        case ast.Call(func=ast.Attribute(attr=name)):
            return name in LOGGED
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in {"msg", "__all__"}
    return False


def script_words(text: str) -> Iterator[str]:
    """Yield the literals of a script that look like words, or that go straight to where readers meet them."""
    bare = re.sub(
        r"/\*.*?\*/|^\s*//.*?$|\s//\s.*?$|new Error\([^()]*\)", "", text, flags=re.DOTALL | re.MULTILINE
    )
    place = r"""(?:textContent\s*=|["']?(?:aria-label|title|placeholder|alt)["']?\s*[:=])"""
    text_there = r"""\s*["'`]([^"'`$]*[^\W\d_][^"'`]*)["'`]"""
    yield from re.findall(place + text_there, bare)
    literals = re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`", bare)
    texts = (re.sub(r"\$\{[^}]*\}", "…", "".join(parts)) for parts in literals)
    yield from (said for said in texts if WORDS.search(said) and said not in KEYS and not _is_code(said))


def _is_code(text: str) -> bool:
    """Class names of ours, a media query, or a selector with attributes."""
    classes = all(re.match(r"(cw|is|as)(-|$)|…$", name) for name in text.split())
    return (
        classes
        or text.startswith("(prefers-")
        or re.search(r"\[(role|data|href|contenteditable|type)\b", text) is not None
    )


def template_words(text: str) -> Iterator[str]:
    """Yield the text and the read-aloud attributes of a template that do not come from its words."""
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!doctype[^>]*>", "", text, flags=re.DOTALL)
    shown = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', bare)
    nodes = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]*>", "\n", bare, flags=re.DOTALL).split("\n")
    yield from (said.strip() for said in (*shown, *nodes) if re.search(r"[^\W\d_]", said))


def style_words(text: str) -> Iterator[str]:
    """Yield the letters that a style sheet would write on a page; a lone “i” is a sign."""
    written = re.findall(r"content:\s*[\"']([^\"']*)[\"']", text)
    yield from (said for said in written if re.search(r"[^\W\d_]{2,}", said))

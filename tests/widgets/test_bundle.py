"""Widgets' scripts and styles: joined rightly, free of words, free of markup from people."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from workshop.widgets import assets, bundle

WIDGETS = Path(bundle.__file__).parent
SCRIPTS = sorted(WIDGETS.glob("js/*.js"))
CONTENT = WIDGETS.parent / "content"
ENTRIES = [path.stem for path in SCRIPTS if "export default" in path.read_text(encoding="utf-8")]
TOP_LEVEL = re.compile(
    r"^(?:export )?(?:const|let|function|class|async function) (\w+|[\[{][^=]*[\]}])", re.MULTILINE
)
USED = re.compile(r'"([a-z]+_[a-z_]+|[a-z]{3,})"')


def words():
    files = (CONTENT / "app.toml", CONTENT / "pictures.toml")
    return [tomllib.loads(file.read_text(encoding="utf-8"))["words"] for file in files]


def words_of_steps():
    """The words that a step brings along for its own widget."""
    exercises = (tomllib.loads(path.read_text("utf-8")) for path in CONTENT.glob("exercises/*.toml"))
    return {key for one in exercises for step in one["steps"].values() for key in step.get("words", ())}


@pytest.mark.parametrize("name", ENTRIES)
def test_script_holds_every_module_once_and_imports_nothing(name):
    """A bundle is self-contained and exports only its widget."""
    script = bundle.script(name)
    assert not re.search(r"^import ", script, re.MULTILINE)
    assert re.findall(r"^export \w+", script, re.MULTILINE) == ["export default"]
    assert len(bundle.parts(name)) == len(set(bundle.parts(name)))


def test_modules_share_no_name():
    """Any two modules may be joined: none declares the same top-level name as another."""
    names = Counter(name for path in SCRIPTS for name in top_level(bundle.source(path.stem)))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    "line", ["const X = 1;", "export function X() {}", "const [A, X] = b;", "let {X} = b;"]
)
def test_a_name_is_seen_however_it_is_given(line):
    assert "X" in top_level(line)


def top_level(text):
    return [name for given in TOP_LEVEL.findall(text) for name in re.findall(r"\w+", given)]


def test_one_module_has_every_widget_by_its_name():
    """What a server hands out holds each module once, and exports the widgets and nothing else."""
    joined = bundle.modules()
    assert not re.search(r"^import |^export default", joined, re.MULTILINE)
    exported = re.findall(r"^export \{ (.+) \};$", joined, re.MULTILINE)
    assert [one.split(" as ")[1] for one in exported[0].split(", ")] == ENTRIES
    assert len(re.findall("^export", joined, re.MULTILINE)) == 1


def test_the_name_of_an_asset_changes_with_its_text(monkeypatch):
    """A browser may keep an asset for ever: other text has another name."""
    before = assets.named(assets.MODULES)
    assert re.fullmatch(r"widgets-[0-9a-f]{10}\.js", before)
    assert assets.assets()[before].endswith(bundle.modules())
    monkeypatch.setitem(assets._MADE, assets.MODULES, lambda: "// another")
    assert assets.named.__wrapped__(assets.MODULES) != before


def test_styles_begin_with_the_tokens():
    """Every widget carries the design tokens, so that it looks the same anywhere."""
    assert bundle.styles("form").startswith(bundle.styles().split("\n", 1)[0])
    assert "--paper" in bundle.styles()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_script_never_writes_markup(path):
    """What people typed becomes text, never HTML; no script calls another host."""
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", source)
    assert not re.search(r"https?://(?!www\.w3\.org)", source)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_script_is_small(path):
    """A module of JavaScript is as small as one of Python."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_every_word_asked_for_exists():
    """Each key that a script looks up has its sentence."""
    known = {key for file in words() for key in file} | words_of_steps()
    asked = set()
    for path in SCRIPTS:
        asked |= set(re.findall(r'\bword\([^"`]*?"(\w+)"', path.read_text(encoding="utf-8")))
    assert asked - known == set()


def test_every_word_of_the_app_is_said_somewhere():
    """No sentence of app.toml is left over."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    built = {"tone", "why", "unfinished", "evidence"}
    left = [key for key in words()[0] if f'"{key}"' not in source and key.split("_")[0] not in built]
    assert left == []


def test_no_word_has_two_homes():
    """app.toml and pictures.toml are joined: a key stands in one of them."""
    app, pictures = words()
    assert set(app) & set(pictures) == set()

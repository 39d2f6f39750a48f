"""The documents say what is true now."""

import re
from pathlib import Path

import pytest

from workshop import __version__
from workshop.content import exercise, exercise_names, journey

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("facilitator_guide.md", "README.md", "CONTRIBUTING.md", "docs/architecture.md")
GUIDE = (ROOT / "facilitator_guide.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "entry", [entry for entry in journey() if entry["name"] in exercise_names()], ids=str
)
def test_the_guide_has_every_exercise_with_its_minutes(entry):
    short = entry["express_minutes"] if entry["express"] else "–"
    heading = f"### `{entry['name']}` · {entry['title']} · {short} / {entry['full_minutes']} min"
    assert heading in GUIDE


@pytest.mark.parametrize("name", exercise_names())
def test_the_guide_has_the_facilitators_line_for_every_step(name):
    for step in exercise(name)["steps"].values():
        assert f"- **{step['title']}** ({', '.join(step['ids'])}). {step['facilitator']}" in GUIDE


def test_the_changelog_has_this_version():
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_readme_begins_with_one_picture_and_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    beginning = readme[: readme.index("\n## ")]
    assert "docs/screenshot.png" in beginning
    assert "make app" in beginning
    assert "make test" in beginning


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_of_the_documents_leads_somewhere(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]*)(?:#([^)]*))?\)", text)
    assert [link for link in links if not leads(document, *link)] == []


def leads(document, file, anchor):
    """Whether there is such a file, and such a heading in it."""
    target = (ROOT / document).parent / file if file else ROOT / document
    return target.exists() and (not anchor or anchor in anchors(target.read_text(encoding="utf-8")))


def anchors(text):
    """Return the anchors of a document's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}

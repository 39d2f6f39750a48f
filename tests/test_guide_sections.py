"""The guide has an answer wherever a facilitator looks for one."""

import re
import tomllib
from pathlib import Path

import pytest

from workshop.content import words

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "facilitator_guide.md").read_text(encoding="utf-8")
SECTIONS = (
    "What this is, and the hour of preparation",
    "Four weeks before",
    "One week before",
    "The day before",
    "The day: room and materials",
    "The blocks",
    "Your line for each step",
    "The close",
    "Right after",
    "After 30 days, six and twelve months",
    "The ten safety rules for naming colleagues",
    "When something goes wrong",
    "Accessibility",
    "10, 25, 50 or 200 people",
    "Shorter workshops",
    "Demonstrations",
    "Paper",
    "Your own words and brand",
    "Technical runbook",
)
CONTINGENCIES = (
    "there is no Wi-Fi",
    "a proxy blocks websockets",
    "the server is slow or down",
    "a tab was closed",
    "a laptop died",
    "a phone died",
    "one laptop between two",
    "somebody cannot name five",
    "everyone in the room knows each other",
    "twenty minutes late",
    "in tears, or two are in conflict",
    "half the room is remote",
    "somebody’s assistant does the typing",
    "the number of people is odd",
)
SAID_ON_THE_PAGE = (
    ("app", "status_kept"),
    ("app", "reload"),
    ("app", "download"),
    ("app", "restore"),
    ("app", "erase"),
    ("frame", "skip"),
)
GENERATED = re.compile(r"<!-- (?!end of).*?<!-- end of .*?-->", re.DOTALL)


def section(title):
    """Return the text below a heading, up to the next one of its rank."""
    rank = re.search(rf"^(#+) {re.escape(title)}$", GUIDE, re.MULTILINE)
    return re.split(rf"^#{{1,{len(rank[1])}}} ", GUIDE[rank.end() :], maxsplit=1, flags=re.MULTILINE)[0]


def rows(text):
    """Return the cells of every row of the tables in `text`, without headings."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    ruled = [number for number, row in enumerate(cells) if set("".join(row)) <= set("-: ")]
    return [row for number, row in enumerate(cells) if not {number, number + 1} & set(ruled)]


def prose():
    """Yield every sentence that was written by hand: of paragraphs, points and the cells of tables."""
    text = re.sub(r"^```.*?^```", "", GENERATED.sub("", GUIDE), flags=re.MULTILINE | re.DOTALL)
    text = text.replace(section("Your line for each step"), "")
    text = re.sub(r"`[^`]*`", "code", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text))
    for line in re.split(r"\n\n|\n(?=[-|>#]|\d+\.)|\|", text):
        yield from re.split(r"[.!?:;·](?:[”*]*)(?:\s|$)", line.strip("-|># \n"))


def test_the_sections_stand_in_the_order_of_the_days():
    headings = [title for title in re.findall(r"^## (.*)$", GUIDE, re.MULTILINE) if title in SECTIONS]
    assert headings == list(SECTIONS)


@pytest.mark.parametrize("title", SECTIONS)
def test_the_first_table_leads_to_every_section_and_no_section_is_empty(title):
    assert f"[{title}](#" in GUIDE[: GUIDE.index("\n## ")] or title.startswith("The ten")
    assert section(title).strip()


def test_the_hour_of_preparation_is_an_hour():
    assert sum(int(row[0]) for row in rows(section("The hour"))) == 60


@pytest.mark.parametrize("what", CONTINGENCIES)
def test_every_contingency_has_an_answer(what):
    assert [row[1] for row in rows(section("When something goes wrong")) if what in row[0]]


@pytest.mark.parametrize("card", words("cards")["contingency"], ids=lambda card: card["if"])
def test_every_contingency_card_is_a_row_of_the_guide(card):
    assert card["if"] in [row[0] for row in rows(section("When something goes wrong"))]


def test_the_neutral_sentence_is_the_one_on_the_card():
    said = re.search(r"“.*”", section("The neutral sentence"))[0]
    assert said in [card["then"] for card in words("cards")["contingency"]]


def test_the_keys_of_the_presenter_view_are_those_it_lists():
    assert rows(section("The presenter view")) == [
        [key["keys"], key["does"]] for key in words("presenter")["key"]
    ]


def test_there_are_ten_rules_each_with_practice_and_remedy():
    table = rows(section("The ten safety rules for naming colleagues"))
    assert [row[0] for row in table] == [str(number) for number in range(1, 11)]
    assert all(len(row) == 4 and all(row) for row in table)


def test_the_ten_rules_are_those_of_the_first_page():
    page = (ROOT / "exercises" / "00_start.ipynb").read_text(encoding="utf-8")
    for row in rows(section("The ten safety rules for naming colleagues")):
        assert row[1].rstrip(".") in page.replace("**", "")


def test_every_size_has_every_fact():
    table = rows(section("10, 25, 50 or 200 people"))
    assert len(table) >= 10
    assert all(len(row) == 5 and all(row) for row in table)


@pytest.mark.parametrize("name", SAID_ON_THE_PAGE, ids=str)
def test_what_the_guide_says_of_a_page_stands_there(name):
    file, key = name
    told = words(file).get("words", words(file))[key]
    assert told.rstrip("…") in GUIDE


def test_the_doctor_counts_the_packages_that_the_kit_needs():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert f"All {len(needed)} packages are there" in GUIDE


def test_the_sentences_are_short():
    long = [sentence for sentence in prose() if len(sentence.split()) > 20]
    assert long == []

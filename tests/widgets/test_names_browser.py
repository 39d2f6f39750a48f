"""Real names in the place of code names, as pages put them in: the same rule as in the files."""

import json
from pathlib import Path

import pytest

from workshop.widgets.bundle import script

pytestmark = pytest.mark.browser

SHARED = Path(__file__).parents[1] / "takeaway" / "names.json"
EXAMPLES = json.loads(SHARED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def renamed(chromium):
    """A function of a text, code names by id and real names by id, run in the browser."""
    page = chromium.new_page()
    page.add_script_tag(content=script("names"))

    def call(text, codes, names):
        people = [{"id": id, "name": name} for id, name in codes.items()]
        return page.evaluate(
            "([text, people, names]) => renamedText(text, people, names)", [text, people, names]
        )

    call.page = page
    yield call
    page.close()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_the_rule_that_files_follow_too(renamed, example):
    codes = {f"p{n}": code for n, code in enumerate(example["names"])}
    names = {id: example["names"][code] for id, code in codes.items()}
    assert renamed(example["text"], codes, names) == example["expected"]


@pytest.mark.parametrize("names", [{"a": "Anna"}, {"b": "Bo"}, {"a": "Anna", "b": "Bo"}])
def test_a_code_name_of_two_people_stays(renamed, names):
    assert renamed("with Kite", {"a": "Kite", "b": "Kite "}, names) == "with Kite"


def test_a_person_without_a_code_name_changes_nothing(renamed):
    assert renamed("  and so on", {"a": " ", "b": ""}, {"a": "Anna", "b": "Bo"}) == "  and so on"


def test_a_name_of_somebody_unknown_changes_nothing(renamed):
    assert renamed("Kite calls", {"a": "Kite"}, {"kite": "Anna"}) == "Kite calls"


def test_an_id_that_objects_have_by_nature_is_an_id_like_others(renamed):
    """A restored file may have any id."""
    assert (
        renamed.page.evaluate("""() => {
        const names = realNames({});
        names.put("kite", "Anna");
        const people = [{ id: "constructor", name: "Rook" }, { id: "kite", name: "Kite" }];
        return renamedText("Rook calls Kite", people, names.all());
    }""")
        == "Rook calls Anna"
    )


def test_an_everyday_word_stays_though_somebody_has_it_as_a_code_name(renamed):
    assert (
        renamed.page.evaluate("""() => {
        const people = [{ id: "m", name: "May", everyday: true }, { id: "k", name: "Kite" }];
        return renamedText("In May we meet Kite.", people, { m: "Anna", k: "Bo" });
    }""")
        == "In May we meet Bo."
    )

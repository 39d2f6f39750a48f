"""The printed workbook: every exercise on paper, with the words and in the order of the screen."""

import copy
import re

import attrs
import pytest
from hostile import NAMES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from printed import addresses, flat, printed, prose, read, shown, steps, text_of

from workshop.content import exercise, exercise_names, words
from workshop.errors import Complaint
from workshop.model import Workbook
from workshop.model.clinic import STORIES
from workshop.paper.numbers import step_numbers
from workshop.paper.workbook import book, workbook

STEPS = {address: (told, drawn) for address, told, drawn in steps()}
WAYS = [("a4", False), ("letter", False), ("a4", True), ("letter", True)]
MARGINS = {"a4": (595.3, 841.9), "letter": (612, 792)}
GAME = {f"game/{partner}" for partner in ("mirror", "wall", "patient", "grudge")}
BY_HAND = {
    "people/x/ally": "being listed in the first exercise says it",
    "people/x/role_needed": "the name of the role says it",
    "drafts/x/subject": "a message on paper has none",
    "positions/x/x": "where a circle stands in the drawing",
    "positions/x/y": "where a circle stands in the drawing",
}
"""Answers that paper leaves no line for, and why."""
KEPT = (
    "snapshots/x/sentence",
    "snapshots/x/people",
    "snapshots/x/ties",
    "snapshots/x/plans",
    "snapshots/x/forum",
)
few = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def stored(kind=Workbook, before=""):
    """Each address at which a workbook keeps an answer, with x for the id of an item."""
    for field in attrs.fields(kind):
        if field.name in {"id", "key"}:
            continue
        how, path = field.metadata["kind"], f"{before}{field.name}"
        if how in {"part", "items"}:
            yield from stored(field.metadata["item"], f"{path}/x/" if how == "items" else f"{path}/")
        else:
            yield path


@pytest.mark.parametrize("address", STEPS)
def test_a_step_stands_under_its_number_and_title_with_its_question(address):
    told, drawn = STEPS[address]
    assert flat(step_numbers()[address] + told["title"] + drawn["question"]) in text_of(printed())


@pytest.mark.parametrize("address", STEPS)
def test_a_step_has_room_for_answers_or_a_way_on_paper(address):
    told, drawn = STEPS[address]
    assert drawn["room"] or drawn["way"]
    assert drawn["way"] or not (told.get("verdicts") or told["widget"] != "form")


@pytest.mark.parametrize("address", STEPS)
def test_every_label_of_a_step_is_printed_and_none_before_its_time(address):
    text, begin = text_of(printed()), 0
    fields = STEPS[address][0].get("fields", ())
    for field in fields:
        label = flat(field.get("label", ""))
        assert label in text[begin:]
        assert all(flat(sub["label"]) in text for sub in field.get("fields", ()))
        begin = text.index(label) if label else begin


def test_every_answer_that_a_page_stores_has_a_place_on_paper():
    room = {re.sub(r"^clinic/[a-z]+/", "clinic/x/", path) for path in addresses(book(prose()))}
    kept = {path for path in stored() if path.startswith((*KEPT, "snapshots/x/refresh"))}
    assert set(stored()) - room - kept - set(BY_HAND) - GAME == set()


def test_an_answer_has_room_in_large_type_too():
    assert addresses(book(prose(), large=True)) == addresses(book(prose()))


def test_moves_and_choices_of_play_have_room():
    room = addresses(book(prose()))
    assert {"game/moves", "clinic/loop/choices", "clinic/loop/takeaway", "stress/drawn"} <= room


@pytest.mark.parametrize("name", exercise_names())
def test_steps_come_in_the_order_of_the_page(name):
    assert [f"{name}.{step}" for step in shown(name)] == [
        one for one in step_numbers() if one.startswith(name)
    ]


def test_no_number_of_a_step_is_left_unresolved():
    assert not re.search(r"\{\d\d_", str(book(prose())))


def test_the_first_page_has_the_ten_rules_and_asks_for_no_name():
    first = read(printed()).pages[0].extract_text()
    rules = [line for line in prose()["00_start"][1][1].splitlines() if line[:1].isdigit()]
    assert len(rules) == 10
    assert all(flat(rule.partition(". ")[2]) in flat(first) for rule in rules)
    assert "Code names only" in first


def test_the_last_page_says_how_to_type_it_in():
    assert words("paper")["words"]["type_in"] in read(printed()).pages[-1].extract_text()


def test_an_outcome_stands_on_a_later_page_than_its_prediction():
    told = words("stories/fragile")
    pages = [flat(page.extract_text()) for page in read(printed()).pages]
    predicted = next(number for number, page in enumerate(pages) if flat(told["prediction"]["lasts"]) in page)
    happened = next(number for number, page in enumerate(pages) if flat(told["lesson"]["title"]) in page)
    assert happened > predicted


def test_no_page_tells_how_two_stories_ended():
    lessons = [flat(words(f"stories/{name}")["lesson"]["title"]) for name in STORIES]
    pages = [flat(page.extract_text()) for page in read(printed()).pages]
    assert [
        sum(lesson in page for lesson in lessons) for page in pages if any(one in page for one in lessons)
    ] == [1] * 4


@pytest.mark.parametrize(("paper", "large"), WAYS)
def test_nothing_begins_outside_the_margins(paper, large):
    width, height = MARGINS[paper]
    for page in read(printed(paper, large=large)).pages:
        assert [float(side) for side in page.mediabox[2:]] == pytest.approx([width, height], abs=1)
        for x, y in _places(page):
            assert 40 < x < width - 40
            assert 18 < y < height - 38


def test_the_workbook_has_at_most_forty_eight_pages():
    assert len(read(printed()).pages) <= 48


def test_large_type_is_eighteen_points():
    sizes = [size for page in read(printed(large=True)).pages[3:8] for size in _sizes(page)]
    assert max(set(sizes), key=sizes.count) == 18
    assert min(sizes) >= 14


def test_large_cards_have_the_letters_that_the_way_counts():
    text = text_of(printed(large=True, only="01_alliances"))
    assert flat("B Something we both care about") in text
    assert flat("Count the B of each row") in text


def test_it_is_black_and_grey():
    for page in read(printed()).pages:
        for red, green, blue in re.findall(
            rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)\b", page.get_contents().get_data()
        ):
            assert red == green == blue


def test_it_is_tagged_and_has_a_language_a_title_and_an_outline():
    reader = read(printed())
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"].startswith("en")
    assert reader.metadata.title == words("paper")["words"]["title"]
    assert not reader.metadata.author
    assert sum(not isinstance(one, list) for one in reader.outline) == 1 + len(exercise_names()) + 2


def test_the_same_words_give_the_same_bytes():
    assert workbook(prose(), only="02_purpose") == workbook(prose(), only="02_purpose")


def test_one_exercise_alone_keeps_its_numbers():
    text = text_of(printed(only="03_five_people"))
    assert flat("03.2 Where each one stands") in text
    assert flat("04.1 Who knows whom") not in text


def test_an_unknown_exercise_is_refused():
    with pytest.raises(Complaint):
        workbook(prose(), only="99_nothing")


def test_reworded_prose_is_printed():
    reworded = {
        **prose(),
        "02_purpose": [("question", "# Our own question"), ("why-ask", "## Why so?\n\nOur *own* prose.")],
    }
    text = text_of(workbook(reworded, only="02_purpose"))
    assert flat("Our own question") in text
    assert flat("Why so? Our own prose.") in text


def test_reworded_labels_are_printed(monkeypatch):
    own = copy.deepcopy(dict(exercise("02_purpose")))
    own["steps"]["why"]["fields"][0]["label"] = "What shall be different, {here}, #now?"
    monkeypatch.setattr("workshop.paper.workbook.exercise", lambda _name: own)
    assert flat("What shall be different, {here}, #now?") in text_of(workbook(prose(), only="02_purpose"))


@few
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6).map("\n\n".join))
def test_no_prose_breaks_the_workbook(source):
    made = workbook({"02_purpose": [("question", source), ("why-ask", source)]}, only="02_purpose")
    assert flat("02.1 A ladder of three whys") in text_of(made)


def test_prose_is_never_read_as_markup():
    source = "# #panic()\n\n#let x = $a$ and \\*stars\\* `#eval(1)`"
    text = text_of(workbook({"02_purpose": [("question", source)]}, only="02_purpose"))
    assert "#panic()" in text
    assert "#letx=$a$and*stars*#eval(1)" in text


def _places(page):
    found = []

    def note(text, matrix, place, _font, _size):
        if text.strip():
            across = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
            found.append((across, place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]))

    page.extract_text(visitor_text=note)
    return found


def _sizes(page):
    found = []

    def note(text, _matrix, _place, _font, size):
        found.extend([round(size)] * len(text.strip()))

    page.extract_text(visitor_text=note)
    return found

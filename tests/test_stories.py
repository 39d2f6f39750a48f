"""The four stories: every way through them ends, and nothing is told before it was earned."""

import json
import re
from itertools import product

import attrs
import pytest
from participant import Participant

from workshop.analysis.progress import done
from workshop.content import case, case_names
from workshop.content.story import story
from workshop.exercise.cast import cast_of
from workshop.exercise.outcome import continue_href, told
from workshop.exercise.story import opened
from workshop.model import Document, Workbook
from workshop.model.clinic import STORIES, Played
from workshop.model.document import read
from workshop.session import Session
from workshop.storage import MemoryStore

DECISIONS = 3
LONGEST_SENTENCE = 19
LONGEST_SCENE = 60
SENTENCE = re.compile(r"(?<=[.?!:;])[”\s]\s*")
every_story = pytest.mark.parametrize("name", STORIES)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def spoken(name):
    """Every sentence of a story, with its names and counts in it."""
    return [told(text, story(name)) for text in strings(dict(story(name).told))]


def ways(one, letters=()):
    """Every way through a story from its start to an ending, as letters."""
    _, scene = one.walk(letters)
    if not scene.choices or len(letters) > DECISIONS:
        return [letters]
    return [way for choice in scene.choices for way in ways(one, (*letters, choice.letter))]


@pytest.fixture(name="person")
def _person():
    return Participant(Session(MemoryStore())).open("11_case_clinic")


def shown(person, name):
    return next(one for one in person.widgets["play"].state["stories"] if one["id"] == name)


def play(person, name, letters="aaa", stays=(), predicted="unsure"):
    """Decide and predict as the page does, and ask for the outcome."""
    for count in range(len(letters)):
        person.say(f"clinic/{name}/choices", list(letters[: count + 1]))
    person.say(f"clinic/{name}/stays", list(stays))
    person.say(f"clinic/{name}/predicted", predicted)
    opening = shown(person, name)["prediction"]["opening"]
    person.say(f"clinic/{name}/choices", [*letters, opening])


def page(person):
    return json.dumps([widget.state for widget in person.widgets.values()], ensure_ascii=False)


@every_story
def test_every_way_through_a_story_takes_three_decisions_to_an_ending(name):
    assert {len(way) for way in ways(story(name))} == {DECISIONS}


@every_story
def test_every_choice_leads_to_a_scene_and_every_scene_is_reached(name):
    one = story(name)
    targets = {choice.to for scene in one.scenes.values() for choice in scene.choices}
    assert targets | {one.start.id} == set(one.scenes)


@every_story
def test_branches_differ(name):
    """Two endings at least, and no two first choices with the same words."""
    one = story(name)
    assert len({one.walk(way)[1].id for way in ways(one)}) > 1
    choices = [choice for scene in one.scenes.values() for choice in scene.choices]
    assert len({choice.label for choice in choices}) == len(choices)


@every_story
def test_choices_are_two_or_three_in_order(name):
    found = {tuple(choice.letter for choice in scene.choices) for scene in story(name).scenes.values()}
    assert found <= {(), ("a", "b"), ("a", "b", "c")}


@every_story
def test_the_leader_of_the_case_comes_to_an_end_too(name):
    assert len(story(name).of_the_leader()) == DECISIONS


@every_story
def test_people_are_the_five_of_the_case(name):
    one = story(name)
    assert one.case in case_names()
    assert set(one.told["people"]) == {person.id for person in cast_of(one.case).workbook.five}
    assert set(one.told["outcome"]["stays"]) <= set(one.told["people"])


@every_story
def test_nobody_is_named_but_by_the_case(name):
    """A name stands in a story as the id of somebody in the case: renaming there renames here."""
    raw = " ".join(strings(dict(story(name).told)))
    names = set(cast_of(story(name).case).names.values())
    assert not [known for known in names if re.search(rf"\b{known}\b", raw)]


@every_story
def test_sentences_and_scenes_are_short(name):
    long = [
        part for text in spoken(name) for part in SENTENCE.split(text) if len(part.split()) > LONGEST_SENTENCE
    ]
    assert long == []
    texts = [told(scene.text, story(name)) for scene in story(name).scenes.values()]
    assert max(len(text.split()) for text in texts) <= LONGEST_SCENE


@every_story
def test_no_word_of_the_lesson_is_said_before_it(name):
    facts = dict(story(name).told)
    lesson = facts.pop("lesson")
    facts.pop("case")
    before = " ".join(told(text, story(name)) for text in strings(facts)).casefold()
    assert lesson["words"]
    assert [word for word in lesson["words"] if word in before] == []
    assert all(word in " ".join(strings(lesson)).casefold() for word in lesson["words"])


def test_each_lesson_of_the_method_has_its_story():
    assert [story(name).told["lesson"]["id"] for name in STORIES] == ["EX1", "EX2", "EX3", "EX4"]


def test_nothing_is_given_away_on_an_untouched_page(person):
    assert not [name for name in STORIES if story(name).told["lesson"]["title"] in page(person)]
    assert {one["status"] for one in person.widgets["play"].state["stories"]} == {"new"}
    assert person.widgets["maps"].state["maps"] == []


@every_story
def test_outcome_and_lesson_stay_with_the_kernel_until_they_were_earned(person, name):
    """All decisions, then the prediction, then the wish to see: none of them alone shows anything."""
    secrets = [told(text, story(name)) for text in story(name).told["outcome"]["told"]]
    secrets.append(story(name).told["lesson"]["title"])
    for path, value in (
        ("choices", ["a"]),
        ("stays", list(story(name).told["people"])),
        ("predicted", "lasts"),
        ("choices", ["a", "a"]),
        ("choices", ["a", "a", "a"]),
        ("predicted", None),
        ("choices", ["a", "a", "a", "a"]),
    ):
        person.say(f"clinic/{name}/{path}", value)
        assert not [secret for secret in secrets if secret in page(person)], (path, value)
    person.say(f"clinic/{name}/predicted", "lasts")
    assert all(secret in page(person) for secret in secrets)


@every_story
def test_every_way_is_played_to_its_lesson(name):
    for letters in ways(story(name)):
        person = Participant(Session(MemoryStore())).open("11_case_clinic")
        play(person, name, letters)
        parts = shown(person, name)["outcome"]["parts"]
        assert [part["kind"] for part in parts][-1] == "lesson"
        assert len(shown(person, name)["trail"]) == DECISIONS


def test_last_choice_can_be_changed(person):
    person.say("clinic/change/choices", ["a"])
    there = shown(person, "change")["scene"]["id"]
    person.say("clinic/change/choices", ["a", "b"])
    person.say("clinic/change/choices", ["a"])
    assert shown(person, "change")["scene"]["id"] == there


def test_a_reload_comes_back_to_the_same_place(person):
    person.say("clinic/fragile/choices", ["b", "b"])
    again = Participant(person.session).open("11_case_clinic")
    assert again.widgets["play"].state["open"] == "fragile"
    assert again.widgets["play"].state["stories"] == person.widgets["play"].state["stories"]


def test_a_story_with_a_takeaway_is_not_opened_again(person):
    play(person, "loop")
    assert person.widgets["play"].state["open"] == "loop"
    person.say("clinic/loop/takeaway", "A stage costs me nothing.")
    assert person.widgets["play"].state["open"] == ""


def test_choices_that_fit_no_scene_are_passed_over(person):
    person.say("clinic/change/choices", ["a", "c", "c", "b"])
    assert shown(person, "change")["decided"] == ["a"]


def test_prediction_is_counted_against_the_case(person):
    """Drift alone stayed: two wrongly expected, one rightly, two rightly not."""
    play(person, "fragile", "bbb", ["drift", "onyx", "bramble"], "lasts")
    said, choices = shown(person, "fragile")["outcome"]["parts"][1:3]
    assert said["text"] == ["You expected 3 to stay; in the case 1 did. You foresaw 3 of 5 people."]
    assert [row["same"] for row in said["rows"]] == [False, False, True, True, True, False]
    assert choices["text"] == ["Where you stood at the same point: 3 of 3 decisions alike."]


def test_nobody_named_is_no_prediction_of_who_stays(person):
    """Nothing was said, so nothing is counted, right or wrong."""
    play(person, "loop")
    said = shown(person, "loop")["outcome"]["parts"][1]
    assert said["text"] == ["You did not say who stays; in the case 5 did."]
    people = said["rows"][:-1]
    assert {row["sides"][0][1] for row in people} == {"not said"}
    assert not any(row["same"] for row in people)
    assert person.widgets["play"].state["tally"] == ""
    play(person, "fragile", "aaa", ["drift"])
    assert person.widgets["play"].state["tally"] == "So far you foresaw 5 of 5: who stays, and who leaves."


@every_story
def test_a_story_is_opened_by_decisions_a_prediction_and_the_wish_to_see(name):
    """Each of the three alone, or two of them, leave it closed; the journey marks it by the same rule."""
    for way in ways(story(name)):
        for predicted in (None, "unsure"):
            for choices, takeaway in product((way[:-1], way, (*way, "a")), ("", "A line.")):
                answers = Played(name, predicted=predicted, choices=choices, takeaway=takeaway)
                other = attrs.evolve(answers, id=next(one for one in STORIES if one != name))
                earned = predicted is not None and len(choices) + bool(takeaway) > DECISIONS
                assert opened(answers) == earned
                both = Workbook(clinic=(answers, other))
                assert ("11_case_clinic" in done(both)) == earned


def test_without_a_prediction_a_story_stays_at_its_question(person):
    person.say("clinic/loop/choices", ["a", "a", "a", "a"])
    assert shown(person, "loop")["status"] == "begun"
    assert shown(person, "loop")["prediction"]["ready"] is False


def test_stories_add_up(person):
    play(person, "fragile", "aaa", ["drift"])
    play(person, "loop", "aaa", ["cedar"])
    assert person.widgets["play"].state["tally"] == "So far you foresaw 6 of 10: who stays, and who leaves."


def test_playing_again_clears_one_story_and_undo_brings_it_back(person):
    play(person, "change")
    play(person, "loop")
    person.say("clinic/change", None)
    assert shown(person, "change")["status"] == "new"
    assert shown(person, "loop")["status"] == "done"
    person.send(kind="undo")
    assert shown(person, "change")["status"] == "done"


def test_maps_show_only_what_was_seen_to_its_end(person):
    person.say("clinic/loop/choices", ["a", "a", "a"])
    play(person, "fragile", "bbb", ["onyx"])
    [one] = person.widgets["maps"].state["maps"]
    scene = one["removals"]["without"]
    assert scene["out"] == ["onyx", "bramble", "tundra", "cipher"]
    assert scene["groups"] == [["drift"]]
    assert scene["headline"] == "Without Onyx, Bramble, Tundra and Cipher, only Drift is left."


def test_maps_of_the_others_hold_together(person):
    for name in ("change", "loop", "outlived"):
        play(person, name)
    scenes = [one["removals"]["without"] for one in person.widgets["maps"].state["maps"]]
    assert [len(scene["groups"]) for scene in scenes] == [1, 1, 1]
    assert {scene["tone"] for scene in scenes} == {"good"}


def test_the_newest_map_is_the_open_one(person):
    play(person, "outlived")
    play(person, "change")
    assert [one["newest"] for one in person.widgets["maps"].state["maps"]] == [True, False]


def test_the_app_leads_on_to_the_case_and_the_lab_does_not(monkeypatch):
    monkeypatch.delenv("WORKSHOP_STATIC", raising=False)
    assert continue_href("fragile-alliance") == ""
    monkeypatch.setenv("WORKSHOP_STATIC", "/static")
    assert continue_href("fragile-alliance") == "01_alliances.ipynb?case=fragile-alliance"


@pytest.mark.parametrize("name", case_names())
def test_every_way_of_looking_at_a_case_has_its_clinic(name):
    """The cases have played all four stories; their page says so in words."""
    person = Participant(Session(MemoryStore(Document(read(case(name)).workbook, 1)))).open("11_case_clinic")
    assert repr(person.widgets["play"]).count("What it shows: ") == len(STORIES)
    assert len(person.widgets["maps"].state["maps"]) == len(STORIES)


def test_stories_are_different_from_each_other():
    titles = [story(name).told["title"] for name in STORIES]
    assert len(set(titles)) == len(STORIES)
    assert not [
        one for one, name in product(titles, case_names()) if name.replace("-", " ") in one.casefold()
    ]


def test_no_place_among_the_choices_is_always_the_leaders(person):
    """Whoever presses the first button everywhere does not follow the leader of the case."""
    places = set()
    for name in STORIES:
        one, letters = story(name), []
        for turn in one.of_the_leader():
            person.say(f"clinic/{name}/choices", letters)
            told = next(each for each in person.widgets["play"].state["stories"] if each["id"] == name)
            places |= {
                choice["mark"]
                for choice in told["scene"]["choices"]
                if choice["letter"] == turn.choice.letter
            }
            letters.append(turn.choice.letter)
    assert len(places) > 1

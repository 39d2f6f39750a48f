"""Messages: written from the answers in whole sentences, kind, exact, and never over somebody's own words."""

import re
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import workbooks
from test_every_page import WORKBOOKS

from workshop.content import case_names, words
from workshop.content.worked import worked
from workshop.exercise.exports import Wishes, exported
from workshop.exercise.messages import MARK, messages_of, messages_state
from workshop.model import Exchange, Forum, Person, Plan, Purpose, Tie, Workbook, changed
from workshop.model.draft import Draft, thanks_id
from workshop.model.fields import clean
from workshop.model.reciprocity import Intent, Reciprocity
from workshop.model.sustain import Defence, Dial

TODAY = date(2026, 11, 22)
WRITTEN = {key: text for key, text in words("messages")["words"].items() if not key.startswith("messages_")}
KINDS = ["forum", "introduction", "credit", "ask", "thanks", "cover"]
HOSTILE = [
    "👩🏽‍🚀",
    "سلمى",
    "דנה",
    "“Q”",
    "<b>x</b>",
    "=1+1",
    "+1",
    "@x",
    "-2",
    "#let x",
    "$a$",
    "\\",
    "*_",
    "{name}",
    "{0}",
    "%s",
    "x" * 40,
]
KITE = Person("k", name="Kite", seat="five", function="finance", gain="budgets that hold")
ROOK = Person("r", name="Rook", seat="five", function="technology")
FIVE = Workbook(people=(KITE, ROOK))


def written(workbook, today=TODAY):
    """The messages by id; a thank-you by the name of the person it is for."""
    titles = {thanks_id(person.id): person.name for person in workbook.people}
    return {titles.get(found.id, found.id): found for found in messages_of(workbook, today)}


def forum(**answers):
    return attrs.evolve(FIVE, forum=Forum(**answers))


def said(workbook, id):
    return written(workbook)[id].body


def test_an_empty_workbook_says_for_each_message_what_to_answer():
    found = messages_of(Workbook(), TODAY)
    assert [message.id for message in found] == KINDS
    assert all(message.missing and not message.subject + message.body for message in found)


@pytest.mark.parametrize(
    "answers",
    [
        {"name": "The table"},
        {"form": "coffee"},
        {"cadence": 4},
        {"next_day": "2026-12-01"},
        {"agenda_third": "Who?"},
    ],
)
def test_one_answer_about_the_forum_is_enough_to_invite(answers):
    assert not written(forum(**answers))["forum"].missing


def test_the_invitation_says_when_where_and_what_about():
    held = {"name": "The table", "form": "group", "place": "The back room", "cadence": 4}
    day = {"next_day": "2026-11-03", "time": "08:30", "minutes": 90}
    body = said(forum(**held, **day, agenda_second="who needs cover?"), "forum")
    assert body.startswith("Dear Kite and Rook,\n\nI would like to invite you to “The table”: a small group")
    assert "The next date is Tuesday 1 December 2026, at 08:30. It takes an hour and a half." in body
    assert "After that, we meet every four weeks. It has its place here: The back room." in body
    assert "What I would like us to talk about:\n– Who needs cover?\n" in body


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [(45, "45 minutes"), (60, "an hour"), (120, "two hours"), (135, "135 minutes")],
)
def test_how_long_it_takes_is_said_as_people_say_it(minutes, sentence):
    assert f"It takes {sentence}." in said(forum(form="coffee", minutes=minutes), "forum")


def test_a_forum_without_a_day_asks_for_one():
    body = said(forum(cadence=1, time="08:30"), "forum")
    assert "We would meet every week. We would begin at 08:30." in body
    assert "Which day would suit you?" in body


def test_a_day_that_has_passed_and_never_comes_again_is_not_named():
    assert written(forum(name="The table", next_day="2026-01-06"))["forum"].subject == "The table"


@pytest.mark.parametrize(("audience", "is_told"), [("public", True), ("members", True), ("private", False)])
def test_a_private_purpose_is_not_written_to_the_members(audience, is_told):
    purpose = Purpose(sentence="what we start is still in use later")
    workbook = attrs.evolve(forum(form="coffee"), purpose=purpose, dial=Dial(purpose=audience))
    assert ("“What we start is still in use later.”" in said(workbook, "forum")) == is_told


def test_who_the_members_are_is_not_told_where_that_is_private():
    workbook = attrs.evolve(forum(form="coffee"), dial=Dial(members="private"))
    assert said(workbook, "forum").startswith("Dear all,")


def test_a_purpose_of_three_words_is_no_sentence_to_send():
    workbook = attrs.evolve(forum(form="coffee"), purpose=Purpose(sentence="Better change, faster"))
    assert "Better" not in said(workbook, "forum")


def test_whether_it_outlives_a_project_is_promised_only_by_those_who_said_so():
    for answer in (None, "no", "unsure", "yes"):
        body = said(forum(form="coffee", without_project=answer), "forum")
        assert ("whether or not a project" in body) == (answer == "yes")


def three(*known):
    people = (KITE, ROOK, Person("j", name="Juniper", seat="five"))
    ties = tuple(Tie(pair, "yes" if pair in known else "no") for pair in ("j~k", "j~r", "k~r"))
    return Workbook(people=people, ties=ties)


def test_the_introduction_is_the_one_that_the_map_asks_for():
    assert written(three("j~k", "k~r"))["introduction"].subject == "Rook and Juniper"


def test_it_says_what_each_does_and_hopes_for_and_nothing_about_how_good_they_are():
    rated = attrs.evolve(KITE, authority=1, influence=5, level="junior")
    workbook = attrs.evolve(three("j~k", "j~r"), people=(rated, *three().people[1:]))
    body = said(workbook, "introduction")
    assert (
        "Kite works in finance, and cares about this: budgets that hold.\nRook works in technology.\n" in body
    )


def test_a_plan_to_introduce_comes_first():
    plan = Plan("p1", person="k", kind="introduce", action="seat Kite beside Juniper")
    message = written(attrs.evolve(three("j~k", "k~r"), plans=(plan,)))["introduction"]
    assert message.subject == "Rook and Juniper"
    message = written(attrs.evolve(three("k~r"), plans=(plan,)))["introduction"]
    assert message.subject == "Kite and Juniper"
    assert "seat Kite" not in message.body


def test_a_code_name_of_one_letter_is_not_an_article():
    people = (KITE, Person("a", name="A", seat="five"))
    plan = Plan("p1", person="k", kind="introduce", action="bring Kite to a table")
    assert written(Workbook(people=people, plans=(plan,)))["introduction"].missing


def test_where_all_know_each_other_nobody_is_left_to_introduce():
    missing = written(three("j~k", "j~r", "k~r"))["introduction"].missing
    assert missing == WRITTEN["introduction_known"]


def intending(**intents):
    return attrs.evolve(FIVE, reciprocity=Reciprocity(**intents))


def test_a_credit_names_who_did_it():
    message = written(intending(credit=Intent("r", "the warning came from Rook")))["credit"]
    assert message.subject == "What we owe to Rook"
    assert "\n\nThe warning came from Rook.\n\n" in message.body


def test_an_ask_is_to_one_person_and_easy_to_decline():
    message = written(intending(ask=Intent("k", "Half an hour on Monday?")))["ask"]
    assert message.body.startswith(
        "Dear Kite,\n\nMay I ask you for one thing?\n\nHalf an hour on Monday?\n\n"
    )
    assert "A no is a good answer too" in message.body


@pytest.mark.parametrize("kind", ["credit", "ask"])
@pytest.mark.parametrize("intent", [Intent("k"), Intent(words="Half an hour"), Intent("k", "   ")])
def test_half_an_intent_is_no_message(kind, intent):
    assert written(intending(**{kind: intent}))[kind].missing


@pytest.mark.parametrize(("kept", "is_there"), [(None, True), ("partly", True), ("yes", False)])
@pytest.mark.parametrize("kind", ["credit", "ask"])
def test_a_plan_stands_in_until_it_is_kept(kind, kept, is_there):
    plan = Plan("p1", person="k", kind=kind, action="say it on Monday", kept=kept)
    message = written(attrs.evolve(FIVE, plans=(plan,)))[kind]
    assert ("My own note for this says: “say it on Monday.”" in message.body) == is_there


def leaving(**answers):
    return Person("m", name="Marble", seat="thanked", **answers)


def test_each_who_has_left_is_thanked():
    gale = Person("g", name="Gale", seat="thanked")
    found = written(Workbook(people=(leaving(), gale)))
    assert {"Marble", "Gale"} <= set(found)
    assert re.fullmatch("t[0-9a-f]{12}", found["Gale"].id)


def test_thanks_remember_the_project_and_what_was_received():
    kinds = ("advice", "cover", "advice")
    passed = [Exchange(f"e{n}", "m", "received", kind) for n, kind in enumerate(kinds)]
    given_too = Exchange("e9", "m", "given", "visibility")
    workbook = Workbook(people=(leaving(project="Anvil"),), exchanges=(*passed, given_too))
    remembered = "I think back to our work on Anvil. You stood up for me and you gave me your advice."
    assert f"\n\n{remembered} I have not forgotten it.\n\n" in said(workbook, "Marble")


def test_what_bound_somebody_is_never_quoted_to_them():
    body = said(Workbook(people=(leaving(bond="I needed her vote"),)), "Marble")
    assert "vote" not in body
    assert body.startswith("Dear Marble,\n\nWe may see less of each other")


def test_words_of_cover_answer_a_charge_in_the_lines_that_were_written():
    held = Defence("k", "the numbers were late", "they were right", "", "I will bring them on Monday")
    message = written(attrs.evolve(FIVE, defence=held))["cover"]
    assert message.subject == "About Kite"
    assert "“The numbers were late.” Here is how I see it.\n\nThey were right. I will bring" in message.body


@pytest.mark.parametrize(
    "held", [Defence("k", "the numbers were late"), Defence(line_fact="they were right")]
)
def test_cover_needs_somebody_and_something_to_say(held):
    assert written(attrs.evolve(FIVE, defence=held))["cover"].missing


def own(draft, workbook=FIVE):
    return attrs.evolve(workbook, drafts=(draft,))


def test_own_words_stay_whatever_is_answered_later():
    workbook = own(Draft("forum", "Come", "Please come."), forum(name="The table"))
    later = changed(workbook, "forum/name", "The long table")
    message = written(later)["forum"]
    assert (message.subject, message.body, message.own) == ("Come", "Please come.", ("Come", "Please come."))
    assert message.written[0] == "The long table"


def test_own_words_stay_when_the_answers_go():
    message = written(own(Draft("forum", body="Please come.")))["forum"]
    assert (message.body, message.missing) == ("Please come.", "")


@pytest.mark.parametrize("cleared", ["", "  ", "\n"])
def test_clearing_brings_the_written_text_back(cleared):
    plain = forum(name="The table")
    assert said(own(Draft("forum", cleared, cleared), plain), "forum") == said(plain, "forum")


def test_a_reworded_subject_leaves_the_text_to_the_answers():
    message = written(own(Draft("forum", "Come"), forum(name="The table")))["forum"]
    assert (message.subject, message.body) == ("Come", message.written[1])


def test_a_thank_you_goes_with_the_person_it_was_for():
    workbook = changed(own(Draft("forum", "Come"), Workbook(people=(leaving(),))), "purpose/horizon", 5)
    workbook = changed(workbook, f"drafts/{thanks_id('m')}/body", "Thank you, Marble")
    assert [draft.id for draft in changed(workbook, "people/m", None).drafts] == ["forum"]


def test_what_an_edit_may_hold_fits_what_is_written():
    """The longest answers give a text that can still be reworded."""
    state = messages_state({}, longest(), TODAY)
    for message in state["messages"]:
        assert not message["missing"], message["id"]
        assert len(message["subject"]) <= state["limits"]["subject"] - 20
        assert len(message["body"]) <= state["limits"]["body"]


def longest():
    """A workbook with every answer that a message is written from, each at its limit."""
    people = [
        Person(f"k{n}", name=chr(65 + n) * 40, seat="five", function="risk", gain="g" * 200) for n in range(5)
    ]
    gone = Person("m", name="M" * 40, seat="thanked", project="p" * 80)
    agenda = {f"agenda_{at}": "a" * 120 for at in ("first", "second", "third", "fourth")}
    held = {"name": "n" * 60, "form": "charter", "place": "p" * 120, "cadence": 11, "minutes": 475}
    plan = Plan("p1", person="k0", kind="introduce", action=f"{'w' * 150} {'B' * 40}")
    return Workbook(
        people=(*people, gone),
        purpose=Purpose(sentence="word " * 55),
        plans=(plan,),
        forum=Forum(**held, **agenda, next_day="2026-12-02", time="23:45", without_project="yes"),
        reciprocity=Reciprocity(credit=Intent("k1", "w" * 200), ask=Intent("k2", "w" * 200)),
        defence=Defence("k3", *["l" * 200] * 4),
        exchanges=tuple(
            Exchange(f"e{n}", "m", "received", kind)
            for n, kind in enumerate(("visibility", "resources", "cover", "advice", "introduction"))
        ),
    )


FORBIDDEN = re.compile(
    r"coalition|allian|exercise|workbook|trust|rating|rated|score|stakeholder|leverag|synerg|network"
    r"|influence|strateg|!|\bmust\b|urgent|deserve",
    re.IGNORECASE,
)


def test_what_the_kit_writes_is_plain_and_never_pushes():
    frame = {key: text for key, text in WRITTEN.items() if key != "function_view_strategy"}
    assert {key: text for key, text in frame.items() if FORBIDDEN.search(text)} == {}


def test_no_sentence_of_ours_is_long():
    """Fewer than 25 words each, what is set in counted as one word."""
    sentences = [part for text in WRITTEN.values() for part in re.split(r"(?<=[.?:])\s", text)]
    assert [part for part in sentences if len(part.split()) >= 25] == []


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_message_is_whole_sentences(name):
    for message in messages_of(WORKBOOKS[name], TODAY):
        assert bool(message.missing) != bool(message.subject and message.body)
        assert is_whole(message.body), message.body


def is_whole(body):
    holes = re.search(r"[{}]|  |\n\n\n|^\s|\s$|\bNone\b|\bnan\b|[ (“]\.|,,|\.\.", body)
    lines = [line for line in body.split("\n") if line and not line.startswith("–")]
    unended = [line for line in lines if not line.endswith((".", "?", ".”", "?”", ",", ":", "Best wishes"))]
    return not holes and not unended


@pytest.mark.parametrize("name", case_names())
def test_the_cases_have_the_messages_that_their_answers_give(name):
    missing = {message.id for message in messages_of(worked(name).workbook, TODAY) if message.missing}
    assert missing == {"fragile-alliance": {"forum"}, "reciprocity-loop": {"thanks"}}.get(name, set())


@given(workbooks)
def test_whatever_is_answered_each_message_is_there_or_says_why_not(workbook):
    for message in messages_of(workbook, TODAY):
        assert bool(message.missing) != bool(message.body)
        assert not re.search(r"\n\n\n|^\s|\s\Z", message.body)
        assert "\n" not in message.subject


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stands_as_it_was_typed(name):
    person = Person("k", name=name, seat="five")
    workbook = Workbook(people=(person,), reciprocity=Reciprocity(ask=Intent("k", "Half an hour")))
    assert said(workbook, "ask").startswith(f"Dear {name},\n\n")


@given(st.text(min_size=1, max_size=200).map(clean).filter(str.strip))
def test_typed_words_stand_exactly_but_for_blanks_and_the_first_capital(text):
    body = said(intending(ask=Intent("k", text)), "ask")
    line = " ".join(text.split())
    assert line[1:] in body
    assert line[:1] in body or line[:1].upper() in body


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("half an hour", "Half an hour."),
        ("Half an hour.", "Half an hour."),
        ("half  an\nhour?", "Half an hour?"),
        ("eBay, for an hour", "eBay, for an hour."),
        ("an hour (or “two.”)", "An hour (or “two.”)"),
    ],
)
def test_typed_words_become_a_sentence(typed, shown):
    assert f"\n\n{shown}\n\n" in said(intending(ask=Intent("k", typed)), "ask")


def test_a_name_that_ends_with_a_stop_gets_no_second_one():
    workbook = attrs.evolve(FIVE, people=(attrs.evolve(KITE, name="K."),))
    credit = Reciprocity(credit=Intent("k", "She saw it first"))
    assert "we owe to K.\n" in said(attrs.evolve(workbook, reciprocity=credit), "credit")


def test_real_names_stand_where_the_marks_of_the_page_are():
    """What the page fills in for itself is what a file says."""
    workbook, names = worked("making-change-stick").workbook, {"kite": "Anna Berg", "harbour": "<b>Bo</b>"}
    marked = messages_state({}, workbook, TODAY)["messages"]
    for message, twin in zip(messages_of(workbook, TODAY, names), marked, strict=True):
        body = twin["marked"][1]
        for person in workbook.people:
            body = body.replace(MARK.format(id=person.id), names.get(person.id, person.name))
        assert body == message.body


def test_real_names_do_not_change_who_is_introduced():
    """Where the map has no favourite the code names decide, in a file with real names too."""
    assert written(three())["introduction"].subject == "Kite and Juniper"
    file = exported("message", three(), TODAY, Wishes(names={"k": "Zoe"}, message="introduction"))
    assert b"Subject: Zoe and Juniper\r\n" in file.content

"""Six tests of a purpose."""

import pytest

from workshop.analysis.mention import TACTICS, mentioned, tactics_in
from workshop.analysis.purpose import gaining, purpose_tests
from workshop.model import Person, Purpose, Workbook

SENTENCE = "Customers get what they were promised."


def case(key, people=(), **purpose):
    workbook = Workbook(purpose=Purpose(**purpose), people=people)
    return next(finding.case for finding in purpose_tests(workbook) if finding.key == f"purpose.{key}")


def ally(project="", gain="", id="a"):
    return Person(id, name="Harbour", ally=True, project=project, gain=gain)


def test_every_test_of_an_empty_purpose_stays_open():
    assert [finding.tone for finding in purpose_tests(Workbook())] == ["open"] * 6


@pytest.mark.parametrize("question", ["project_cancelled", "employer_changed"])
@pytest.mark.parametrize("answer", ["yes", "no", "unsure"])
def test_the_persons_own_judgement_counts_once_there_is_a_sentence(question, answer):
    assert case(question, sentence=SENTENCE, **{question: answer}) == answer
    assert case(question, **{question: answer}) == "open"


@pytest.mark.parametrize(
    ("sentence", "project", "said"),
    [
        ("We want ATLAS to last.", "Atlas", "named"),
        ("We want Atlas\nTwo to last.", "atlas  two", "named"),
        ("An atlasphere of trust.", "Atlas", "free"),
        ("Die Straße gehört allen.", "STRASSE", "named"),
        ("Fair (by design).", "(by", "named"),
        ("", "Atlas", "open"),
        (SENTENCE, " ", "open"),
    ],
)
def test_names_of_initiatives_are_found_as_whole_words(sentence, project, said):
    assert case("initiative", (ally(project),), sentence=sentence) == said


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        ({"sentence": SENTENCE, "values": ("care",)}, "values"),
        ({"sentence": SENTENCE, "own_value": "calm"}, "values"),
        ({"sentence": SENTENCE}, "open"),
        ({"values": ("care",)}, "open"),
        ({"sentence": "A Rollout by May.", "values": ("care",)}, "tactic"),
    ],
)
def test_values_rather_than_tactics(purpose, said):
    assert case("values", **purpose) == said


@pytest.mark.parametrize("tactic", TACTICS)
def test_each_tactic_word_is_found_in_a_sentence(tactic):
    assert tactic in tactics_in(f"Our {tactic.upper()} matters.")


def test_a_tactic_inside_another_word_is_not_one():
    assert tactics_in("We autopilot nothing, and sprinters are welcome.") == ()


def test_an_empty_phrase_is_never_mentioned():
    assert mentioned("anything", ["", " "]) == ()


@pytest.mark.parametrize(
    ("years", "said"), [(None, "open"), (1, "short_one"), (2, "short"), (3, "long"), (20, "long")]
)
def test_the_outcome_lies_three_or_more_years_out(years, said):
    assert case("horizon", horizon=years) == said


@pytest.mark.parametrize(
    ("gains", "said"), [((), "open"), (("", ""), "open"), (("calm", ""), "some"), (("a", "b"), "all")]
)
def test_every_member_gains(gains, said):
    people = tuple(ally(gain=gain, id=f"k{number}") for number, gain in enumerate(gains))
    assert case("gains", people) == said


def test_the_five_and_the_bench_gain_and_allies_only_while_no_seat_is_taken():
    listed = ally()
    seated = Person("b", name="Kite", seat="bench")
    role = Person("c", name="A role", seat="five", role_needed=True)
    assert gaining(Workbook(people=(listed, role))) == (listed,)
    assert gaining(Workbook(people=(listed, role, seated))) == (seated,)

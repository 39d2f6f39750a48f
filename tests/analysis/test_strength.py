from itertools import product

import pytest
from answered import five
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.strength import BANDS, SIGNS, band, mean_strength, strength
from workshop.model import Person, Workbook
from workshop.model.person import Strength

answers = st.none() | st.integers(1, 5)


def tie(*said):
    return Person("a", name="Harbour", seat="five", strength=Strength(*said))


@pytest.mark.parametrize(
    ("said", "mean", "word"),
    [
        ((1, 1), 0, "thin"),
        ((2, 2, 2, 3), 5 / 16, "thin"),
        ((2, 2, 3), 1 / 3, "middling"),
        ((3, 3, 3, 3), 0.5, "middling"),
        ((4, 3, 4, 3), 10 / 16, "middling"),
        ((4, 4, 3), 2 / 3, "strong"),
        ((5, 5, 5, 5), 1, "strong"),
    ],
)
def test_strength_is_the_mean_of_what_was_answered_said_in_thirds(said, mean, word):
    assert mean_strength(tie(*said)) == pytest.approx(mean)
    assert band(tie(*said)) == word


@pytest.mark.parametrize("said", [(), (5,), (None, None, None, 1)])
def test_one_sign_alone_says_nothing(said):
    assert mean_strength(tie(*said)) is None
    assert band(tie(*said)) is None
    assert {finding.tone for finding in strength(Workbook(people=(tie(*said),)))} == {"open"}


@given(st.tuples(answers, answers, answers, answers))
def test_strength_lies_between_nothing_and_one_and_agrees_with_its_word(said):
    mean = mean_strength(tie(*said))
    if mean is not None:
        assert 0 <= mean <= 1
        assert band(tie(*said)) == BANDS[(mean >= 1 / 3 - 1e-9) + (mean >= 2 / 3 - 1e-9)]


@given(
    st.lists(answers, min_size=4, max_size=4).flatmap(
        lambda said: st.tuples(st.just(said), st.permutations(said))
    )
)
def test_no_sign_weighs_more_than_another(pair):
    one, other = pair
    assert mean_strength(tie(*one)) == mean_strength(tie(*other))


def test_no_strength_is_worth_more_than_another():
    tones = {strength(Workbook(people=(tie(*said),)))[1].tone for said in product((1, 3, 5), repeat=2)}
    assert tones == {"plain"}


def test_only_named_members_are_spoken_of_and_counted():
    people = (*five(2, strength=Strength(5, 5)), Person("z", seat="five", role_needed=True))
    count, *ties = strength(Workbook(people=people))
    assert (count.case, count.values["people"], len(ties)) == ("all_strong", 2, 2)
    assert [sign for sign, _ in ties[0].answers] == [f"strength_{sign}" for sign in SIGNS]

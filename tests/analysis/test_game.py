"""One round and twenty: known answers of the repeated game, and machines that keep to their rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.game import MACHINES, PAYOFFS, STRATEGIES, finished, game, played, strategic
from workshop.model import Game, Workbook
from workshop.model.reciprocity import MOVES, PARTNERS, ROUNDS

sequences = st.lists(st.sampled_from(MOVES), max_size=ROUNDS)


@pytest.mark.parametrize(
    ("strategy", "partner", "yours", "theirs"),
    [
        ("answer", "mirror", 60, 60),
        ("answer", "wall", 19, 24),
        ("hold", "wall", 20, 20),
        ("hold", "mirror", 24, 19),
        ("give", "wall", 0, 100),
        ("answer", "grudge", 60, 60),
        ("hold", "grudge", 24, 19),
        ("hold", "patient", 28, 18),
        ("give", "patient", 60, 60),
    ],
)
def test_twenty_rounds_earn_what_is_known(strategy, partner, yours, theirs):
    match = strategic(strategy, partner)
    assert (match.yours, match.partners) == (yours, theirs)


def test_one_round_favours_holding_whatever_the_other_does():
    assert all(PAYOFFS["hold", other][0] > PAYOFFS["give", other][0] for other in MOVES)


def test_two_who_give_earn_more_than_two_who_take_turns():
    assert 2 * PAYOFFS["give", "give"][0] > sum(PAYOFFS["give", "hold"])


def test_every_partner_of_the_model_has_a_machine_that_answers_every_move():
    assert tuple(MACHINES) == PARTNERS
    for machine in (*MACHINES.values(), *STRATEGIES.values()):
        assert machine.start in machine.plays
        for state in machine.plays:
            assert set(machine.after[state]) == set(MOVES)
            assert set(machine.after[state].values()) <= set(machine.plays)


@pytest.mark.parametrize("partner", PARTNERS)
@given(moves=sequences)
def test_points_stay_within_what_a_round_can_earn(partner, moves):
    match = played(partner, moves)
    assert len(match.theirs) == len(moves)
    assert 0 <= match.yours <= 5 * len(moves)
    assert 2 * len(moves) <= match.yours + match.partners <= 6 * len(moves)


@pytest.mark.parametrize("partner", PARTNERS)
@given(moves=sequences, more=st.sampled_from(MOVES))
def test_what_is_played_next_changes_nothing_before(partner, moves, more):
    assert played(partner, [*moves, more]).theirs[: len(moves)] == played(partner, moves).theirs


@given(sequences)
def test_each_partner_keeps_to_its_rule(moves):
    before = [("give", *moves)[: len(moves)], ("give", "give", *moves)[: len(moves)]]
    assert played("mirror", moves).theirs == tuple(before[0])
    assert set(played("wall", moves).theirs) <= {"hold"}
    held = ["hold" if "hold" in moves[:at] else "give" for at in range(len(moves))]
    assert played("grudge", moves).theirs == tuple(held)
    twice = ["hold" if pair == ("hold", "hold") else "give" for pair in zip(*before, strict=True)]
    assert played("patient", moves).theirs == tuple(twice)


def test_the_partner_chosen_last_is_told_of_first():
    whole = ("give",) * ROUNDS
    assert finished(Workbook(game=Game(mirror=whole, wall=whole, partner="wall"))) == "wall"
    assert finished(Workbook(game=Game(mirror=whole, wall=whole[1:], partner="wall"))) == "mirror"
    assert finished(Workbook()) is None


def test_an_unfinished_game_is_not_judged():
    assert game(Workbook(game=Game(partner="wall", wall=("give",) * 19)))[1].tone == "open"

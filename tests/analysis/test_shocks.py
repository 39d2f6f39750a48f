"""Who and what remains after a shock, in the worst reading and in the best."""

from itertools import combinations, permutations, product

import attrs
import networkx as nx
import pytest
from answered import five, map_of, relabelled, workbooks
from every_stress_verdict import PATH, RING, TRIANGLE, under
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.analysis.glue import removals
from workshop.analysis.shock import judged_shocks, shocks
from workshop.analysis.survivors import largest_group, survivors
from workshop.model import YOU, Stand, Workbook
from workshop.model.stress import SHOCKS

CLIQUE = ("ab", "ac", "ad", "ae", "bc", "bd", "be", "cd", "ce", "de")
SAID = st.text("ynu-", min_size=5, max_size=5)


def found(workbook, shock="budget"):
    """The finding about one shock."""
    return next(one for one in shocks(workbook)[1:] if one.bars == () or one.bars[0][0] == f"shock_{shock}")


@pytest.mark.parametrize(
    ("known", "unsure", "said", "case"),
    [
        (RING, (), "yyyyy", "holds"),
        (RING, (), "nyyyy", "leans"),
        (PATH, (), "yyyyy", "leans"),
        (CLIQUE, (), "nyyyy", "holds"),
        (TRIANGLE, (), "yyyyy", "core"),
        (PATH, (), "yynyy", "scattered"),
        (RING, (), "nnnnn", "none"),
        (RING, (), "ynnnn", "one"),
        (RING, (), "yynnn", "few"),
        (TRIANGLE, ("cd", "de"), "yyyyy", "one_group_ties"),
        ((*TRIANGLE, "cd"), ("de",), "yyyyy", "one_group_tie"),
        ((*TRIANGLE, "cd"), ("ce", "de"), "yyyyy", "one_group_any"),
        (TRIANGLE, ("de",), "yyyyy", "core_unsure"),
        (("ab",), ("cd",), "yyyyy", "scattered_unsure"),
        (("ab",), ("bc",), "yyyyy", "depends"),
        ((), ("ab", "bc"), "yyyyy", "depends_together"),
        (("ab", "bc"), ("ac",), "yyynn", "leans_unsure"),
        (PATH, ("ac",), "yyyyy", "leans"),
        (("ab",), ("bc",), "yyynu", "unsure_depends"),
        ((), ("ab", "bc"), "yyynu", "unsure_depends_together"),
        (RING, (), "yyyyu", "unsure_holds"),
        (RING, (), "yyunn", "unsure_depends"),
        (RING, (), "yunnn", "unsure_few"),
        (RING, (), "yyy-y", "open_people"),
        (RING, (), "-----", "open"),
    ],
)
def test_what_remains_after_one_shock(known, unsure, said, case):
    assert found(under(map_of(known, unsure), budget=said)).case == case


def test_it_is_said_how_many_stay_of_how_many_answered():
    values = found(under(map_of(RING), budget="yyn-u")).values
    assert (values["stay"], values["answered"], values["missing"]) == (2, 4, 1)


@pytest.mark.parametrize(
    ("known", "unsure", "said", "named"),
    [
        (("ab",), ("bc",), "yyyun", ("Lantern–Kite",)),
        (("ab", "bc"), ("de",), "yyunu", ("Kite",)),
        (("ab",), ("bc",), "yyunn", ("Kite", "Lantern–Kite")),
        ((), ("ab", "bc", "de"), "yyyyy", ("Harbour–Lantern", "Lantern–Kite")),
        (("ab", "bc"), ("ad",), "yyuun", ("Kite",)),
    ],
)
def test_only_those_whose_answer_decides_are_named(known, unsure, said, named):
    assert found(under(map_of(known, unsure), budget=said)).values["deciders"] == named


def test_a_tie_that_eases_nothing_is_not_named():
    values = found(under(map_of(("ab", "bc", "cd", "ad", "de"), ("ce", "ac")), budget="yyyyy")).values
    assert (values["names"], values["ties"]) == (("Rook",), ("Kite–Juniper",))


def test_a_pair_without_an_answer_waits_only_if_both_may_stay():
    workbook = map_of(RING)
    drawn = attrs.evolve(workbook, ties=workbook.ties[1:])
    assert found(under(drawn, budget="yyyyy")).case == "open_map"
    assert found(under(drawn, budget="nyyyy")).case == "leans"


def test_a_shock_in_which_all_stay_leaves_the_map_without_you():
    for known in (RING, PATH, TRIANGLE, CLIQUE, ()):
        workbook = under(map_of(known), employer="yyyyy")
        left = survivors(workbook, "employer").worst
        assert largest_group(left) == max(map(len, removals(workbook)[YOU].groups))


def test_one_leaving_is_the_loss_of_the_glue_test():
    for known, place in product((RING, PATH, TRIANGLE, CLIQUE), range(5)):
        said = "".join("n" if place == at else "y" for at in range(5))
        left = survivors(under(map_of(known), budget=said), "budget").worst
        groups = removals(map_of(known))["abcde"[place]].groups
        assert largest_group(left) == max(map(len, groups))


def test_the_one_under_attack_is_asked_about_and_named():
    workbook = under(map_of(RING), attack="nyyyy")
    stressed = attrs.evolve(workbook, stress=attrs.evolve(workbook.stress, attacked="a"))
    answers = shocks(stressed)[1].answers
    assert answers[:2] == (("attacked", "=Harbour"), ("=Harbour", "stays_no"))


@pytest.mark.parametrize(
    ("first", "others", "case", "named"),
    [
        ("yyyyy", "yyyyy", "all", ()),
        ("nnnnn", "nnnnn", "none", ("shock_merger", "shock_sponsor", "shock_employer")),
        ("nnnnn", "yyyyy", "some", ("shock_merger",)),
        ("uuuuu", "yyyyy", "depends", ("shock_merger",)),
        ("-yyyy", "yyyyy", "open_more", ()),
        ("-----", "-----", "open", ()),
    ],
)
def test_three_shocks_make_a_test(first, others, case, named):
    summary = shocks(under(map_of(RING), merger=first, sponsor=others, employer=others))[0]
    assert (summary.case, summary.values["shocks"]) == (case, named)


def test_where_unsure_answers_decide_only_those_shocks_are_named():
    [summary, *_] = shocks(under(map_of(RING), merger="uuuuu", sponsor="nnnnn", employer="yyyyy"))
    assert summary.values["open_shocks"] == ("shock_merger",)


def test_a_coalition_that_passes_every_single_loss_may_fail_every_shock():
    """The fragile alliance: strong on the day, gone the next."""
    workbook = under(map_of(CLIQUE), strategy="ynnnn", budget="ynnnn", sponsor="nnnnn")
    assert {one.case for one in removals(workbook).values()} == {"holds"}
    assert shocks(workbook)[0].case == "none"


def test_a_shock_put_back_is_not_counted_and_its_answers_stay():
    workbook = under(map_of(RING), budget="yyyyy", merger="nnnnn")
    without = attrs.evolve(workbook, stress=attrs.evolve(workbook.stress, drawn=("merger",)))
    assert [one.shock for one in judged_shocks(without)] == ["merger"]
    assert without.stands == workbook.stands


@given(workbooks(), st.sampled_from(SHOCKS))
def test_the_worst_reading_is_part_of_the_best(workbook, shock):
    left = survivors(workbook, shock)
    assert set(left.worst) <= set(left.best)
    assert set(map(frozenset, left.worst.edges)) <= set(map(frozenset, left.best.edges))
    assert largest_group(left.worst) <= largest_group(left.best)
    assert left.possibly or not left.surely


@given(st.sets(st.sampled_from(CLIQUE)), st.sets(st.sampled_from(CLIQUE)), SAID, SAID)
def test_whatever_unsure_answers_turn_out_to_be_the_verdict_lies_between(known, unsure, said, resolved):
    """Each unsure person and tie made certain in some way never leaves the range that was said."""
    workbook = under(map_of(known, unsure - known), budget=said)
    left = survivors(workbook, "budget")
    turned = "".join(
        ("y" if new == "y" else "n") if old == "u" else old for old, new in zip(said, resolved, strict=True)
    )
    real = known | {pair for place, pair in enumerate(sorted(unsure - known)) if resolved[place % 5] in "yu"}
    truth = survivors(under(map_of(real), budget=turned), "budget")
    assert largest_group(left.worst) <= largest_group(truth.worst) <= largest_group(left.best)


def outcomes(known, unsure, said, count):
    """Whether three stay in one group, and how many groups there are, for every reading of what is unsure."""
    people = [place for place in range(count) if said[place] == "u"]
    for reading in product((False, True), repeat=len(people) + len(unsure)):
        there = [place for place in people if reading[people.index(place)]]
        staying = {"abcde"[place] for place in range(count) if said[place] == "y" or place in there}
        ties = known | {pair for pair, real in zip(unsure, reading[len(people) :], strict=True) if real}
        graph = nx.Graph(tuple(pair) for pair in ties if staying.issuperset(pair))
        graph.add_nodes_from(staying)
        names = frozenset("abcde"[place] for place in there) | frozenset(ties.intersection(unsure))
        yield names, graph


def names_of(ids):
    called = dict(zip("abcde", (person.name for person in five()), strict=True))
    people = [called[id] for id in sorted(ids) if len(id) == 1]
    return {*people, *("–".join(called[end] for end in pair) for pair in ids if len(pair) > 1)}


@settings(max_examples=200, deadline=None)
@given(st.integers(3, 5), st.data())
def test_the_words_about_a_shock_hold_in_every_reading(count, data):
    pairs = ["".join(pair) for pair in combinations("abcde"[:count], 2)]
    told = data.draw(st.lists(st.sampled_from("ynnu"), min_size=len(pairs), max_size=len(pairs)))
    said = data.draw(st.text("ynu", min_size=count, max_size=count))
    known = {pair for pair, one in zip(pairs, told, strict=True) if one == "y"}
    unsure = [pair for pair, one in zip(pairs, told, strict=True) if one == "u"][:5]
    finding = found(under(map_of(known, unsure, count), budget=said))
    readings = dict(outcomes(known, unsure, said, count))
    stands = {items: largest_group(graph) >= 3 for items, graph in readings.items()}
    whole = {nx.number_connected_components(graph) == 1 for graph in readings.values()}
    cuts = [frozenset(nx.articulation_points(graph)) for graph in readings.values()]
    case = finding.case.removeprefix("unsure_")
    if case in {"depends", "depends_together"}:
        assert set(stands.values()) == {True, False}
        alone = {item for items, held in stands.items() if held and len(items) == 1 for item in items}
        swing = {
            item for items, held in stands.items() for item in items if held and not stands[items - {item}]
        }
        assert set(finding.values["deciders"]) == names_of(alone or swing)
        assert (case == "depends") == bool(alone)
    elif case in {"few", "none", "one", "scattered", "scattered_unsure"}:
        assert set(stands.values()) == {False} or finding.case in {"few", "one", "none"}
    else:
        assert set(stands.values()) == {True}
    if case.startswith("one_group"):
        assert whole == {True, False}
    if finding.case in {"holds", "leans", "leans_unsure"}:
        assert whole == {True}
        assert all(cuts) == (finding.case == "leans")
    if finding.case == "leans":
        always = frozenset.intersection(*cuts)
        assert set(finding.values["names"]) == names_of(always)


@given(st.sets(st.sampled_from(CLIQUE)), SAID, st.sampled_from(list(permutations("abcde"))))
def test_verdicts_do_not_depend_on_ids(known, said, order):
    ids = dict(zip("abcde", order, strict=True))
    workbook = under(map_of(known), budget=said)
    stands = tuple(Stand(f"{stand.shock}~{ids[stand.person]}", stand.stays) for stand in workbook.stands)
    other = attrs.evolve(relabelled(workbook, ids), stands=stands)
    assert shocks(other) == shocks(workbook)


def test_an_empty_workbook_says_nothing():
    assert [finding.tone for finding in shocks(Workbook())] == ["open"]

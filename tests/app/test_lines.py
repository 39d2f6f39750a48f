"""Two sides change one text: nobody's change is lost."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.app.lines import brought, lines_of

LINES = st.lists(st.sampled_from("abcde"), max_size=8)


@given(LINES, LINES)
def test_who_changed_nothing_gets_what_is_new(copied, fresh):
    assert brought(copied, fresh, copied) == fresh


@given(LINES, LINES)
def test_where_nothing_is_new_all_stays(copied, mine):
    assert brought(copied, copied, mine) == mine


@given(LINES, LINES, LINES)
def test_own_lines_stay(copied, fresh, mine):
    told = brought(copied, fresh, ["own", *mine])
    assert "own" in told


def test_both_changes_stand_side_by_side():
    assert brought(["a", "b", "c"], ["A", "b", "c", "d"], ["a", "b", "C"]) == ["A", "b", "C", "d"]


def test_a_line_that_both_changed_is_ones_own():
    assert brought(["a", "b"], ["new", "b"], ["mine", "b"]) == ["mine", "b"]


def test_line_ends_of_other_computers_count_as_one():
    assert lines_of("a\r\nb\n") == ["a", "b", ""]

"""Hypothesis strategies: edits that a page might send, good and bad, and workbooks made of them."""

from hypothesis import strategies as st

from workshop.errors import Refused
from workshop.model import Workbook, changed
from workshop.model.person import FUNCTIONS, LEVELS, PERSPECTIVES, SIDES
from workshop.model.workbook import VALUES

IDS = ("a1", "b2", "c3", "d4", "e5", "f6")
texts = st.text(max_size=50)
days = st.dates().map(str)
ids = st.sampled_from(IDS)
maybe = st.none()


def _on(path, values):
    return st.tuples(st.just(path), values | maybe)


def _on_person(name, values):
    return st.tuples(ids.map(lambda key: f"people/{key}/{name}"), values | maybe)


def _numbers(high):
    return st.integers(0, high)


good_edits = st.one_of(
    _on("start/goal", st.sampled_from(["decision", "behaviour", "purchase"])),
    _on("start/helped", _numbers(50)),
    _on("start/calling", _numbers(50)),
    _on("start/standing", _numbers(5)),
    _on("commitment/standing", _numbers(5)),
    _on("purpose/sentence", texts),
    _on("purpose/horizon", _numbers(20)),
    _on("purpose/values", st.lists(st.sampled_from(VALUES), max_size=3)),
    _on("purpose/project_cancelled", st.sampled_from(["yes", "no", "unsure"])),
    _on("purpose/needs", st.lists(st.sampled_from(FUNCTIONS), max_size=5)),
    st.tuples(
        ids.map(lambda key: f"people/{key}"), st.just({"ally": True}) | st.just({"seat": "five"}) | maybe
    ),
    _on_person("name", texts),
    _on_person("project", texts),
    _on_person("gain", texts),
    _on_person("seat", st.sampled_from(["five", "bench"])),
    _on_person("role_needed", st.booleans()),
    _on_person("last_contact", days),
    _on_person("function", st.sampled_from(FUNCTIONS)),
    _on_person("level", st.sampled_from(LEVELS)),
    _on_person("perspective", st.sampled_from(PERSPECTIVES)),
    _on_person("employer", st.sampled_from(["inside", "outside"])),
    _on_person("authority", _numbers(5)),
    _on_person("influence", _numbers(5)),
    _on_person("cards/news", st.sampled_from(SIDES)),
    _on_person("cards/help", st.sampled_from(SIDES)),
    _on_person("cards/future", st.sampled_from(SIDES)),
    st.tuples(
        st.tuples(ids, ids).map(lambda pair: f"ties/{'~'.join(sorted(pair))}/knows"),
        st.sampled_from(["yes", "no", "unsure"]),
    ),
    st.tuples(ids.map(lambda key: f"positions/{key}/x"), st.integers(0, 1000)),
    st.tuples(st.just("plans/p1"), st.just({}) | maybe),
    st.tuples(st.just("plans/p1/person"), ids | maybe),
    st.tuples(st.just("plans/p1/action"), texts),
    st.tuples(st.just("deciders/q1"), st.just({}) | maybe),
    st.tuples(st.just("deciders/q1/reached_by"), st.lists(ids | st.just("you"), max_size=3)),
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda children: (
        st.lists(children, max_size=4) | st.dictionaries(st.text(max_size=8), children, max_size=4)
    ),
    max_leaves=12,
)

bad_edits = st.tuples(
    st.text(max_size=20)
    | st.sampled_from(
        ["people", "people/a1", "people/a1/id", "ties/x/knows", "plans", "", "/", "purpose", "start/goal"]
    ),
    json_values,
)


def applied(edits):
    """The workbook after `edits`, refused ones left out."""
    workbook = Workbook()
    for path, value in edits:
        try:
            workbook = changed(workbook, path, value)
        except Refused:
            continue
    return workbook


workbooks = st.lists(good_edits, max_size=40).map(applied)

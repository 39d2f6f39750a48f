"""Hypothesis strategies: edits that a page might send, good and bad, and workbooks made of them."""

from hypothesis import strategies as st

from workshop.errors import Refused
from workshop.model import Workbook, changed
from workshop.model.clinic import STORIES
from workshop.model.person import EVIDENCE, FUNCTIONS, LEVELS, PERSPECTIVES, SEATS, SIDES
from workshop.model.reciprocity import DIRECTIONS, INITIATIVES, KINDS, MOVES, PARTNERS
from workshop.model.stress import SHOCKS
from workshop.model.sustain import AUDIENCES, FORMS
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
    _on("commitment/refresh_months", st.integers(6, 12)),
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
    _on_person("seat", st.sampled_from(SEATS)),
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
    st.tuples(st.just("plans/p1/due"), days | maybe),
    _on_person("trust/reliability", st.integers(1, 5)),
    _on_person("trust/discretion", st.integers(1, 5)),
    _on_person("trust/fairness", st.integers(1, 5)),
    _on_person("trust/under_pressure", st.sampled_from(EVIDENCE)),
    _on_person("trust/visibility", st.integers(1, 5)),
    _on_person("strength/closeness", st.integers(1, 5)),
    _on_person("cadence", st.integers(1, 52)),
    st.tuples(st.sampled_from(["exchanges/x1", "exchanges/x2", "exchanges/x3"]), st.just({}) | maybe),
    st.tuples(st.sampled_from(["x1", "x2", "x3"]).map(lambda key: f"exchanges/{key}/person"), ids | maybe),
    st.tuples(
        st.sampled_from(["x1", "x2", "x3"]).map(lambda key: f"exchanges/{key}/direction"),
        st.sampled_from(DIRECTIONS) | maybe,
    ),
    st.tuples(
        st.sampled_from(["x1", "x2", "x3"]).map(lambda key: f"exchanges/{key}/month"),
        days.map(lambda day: day[:7]) | maybe,
    ),
    _on("exchanges/x1/kind", st.sampled_from(KINDS)),
    _on("exchanges/x1/initiative", st.sampled_from(INITIATIVES)),
    _on("game/once", st.sampled_from(MOVES)),
    _on("game/partner", st.sampled_from(PARTNERS)),
    st.tuples(
        st.sampled_from(PARTNERS).map(lambda name: f"game/{name}"),
        st.lists(st.sampled_from(MOVES), max_size=20),
    ),
    _on("reciprocity/give/person", ids),
    _on("reciprocity/ask/words", texts),
    _on("forum/form", st.sampled_from(FORMS)),
    _on("forum/cadence", st.integers(1, 26)),
    _on("forum/next_day", days),
    _on("forum/time", st.times().map(lambda time: f"{time:%H:%M}")),
    _on("forum/minutes", st.integers(15, 480)),
    _on("forum/name", texts),
    _on("forum/convener", ids),
    _on("forum/agenda_first", texts),
    _on("forum/without_project", st.sampled_from(["yes", "no", "unsure"])),
    _on("dial/purpose", st.sampled_from(AUDIENCES)),
    _on("dial/confidences", st.sampled_from(AUDIENCES)),
    _on("defence/person", ids),
    _on("defence/line_fact", texts),
    _on("stress/drawn", st.lists(st.sampled_from(SHOCKS), max_size=7)),
    _on("stress/attacked", ids),
    _on("stress/leaning", st.sampled_from(["yes", "no", "unsure"])),
    st.tuples(
        st.tuples(st.sampled_from(SHOCKS), ids).map(lambda pair: f"stands/{'~'.join(pair)}/stays"),
        st.sampled_from(["yes", "no", "unsure"]) | maybe,
    ),
    _on("refresh/role", st.sampled_from(["yes", "no", "unsure"])),
    _on("snapshots/s1/note", texts),
    st.tuples(st.sampled_from(STORIES).map(lambda name: f"clinic/{name}/stays"), st.lists(ids, max_size=5)),
    st.tuples(
        st.sampled_from(STORIES).map(lambda name: f"clinic/{name}/choices"),
        st.lists(st.sampled_from("abc"), max_size=6),
    ),
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

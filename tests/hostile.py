"""Names and texts that break careless programs, and a workbook full of them."""

from itertools import pairwise

import attrs

from workshop.model import Decider, Exchange, Person, Plan, Purpose, Tie, Workbook, tie_id

NAMES = (
    "=1+1",
    "+1",
    "-2",
    "@x",
    "＝1+1",
    "\t=1+1",
    "<b>x</b>",
    "<script>alert(1)</script>",
    "\"quoted\", 'twice'",
    "#let x",
    "$a$",
    "\\",
    "*_",
    "{name}",
    "%s%d",
    "x" * 40,
    "👩🏽‍🚀 👨‍👩‍👧‍👦",
    "ليلى حداد",
    "דנה כהן",
    "\u202eabc",
    "a\nb",
    "]]>&amp;",
    "{=1+1}",
    "http://example.org",
    "007",
)


def person(number, name):
    """Somebody with this name in every text."""
    seat = "five" if number < 5 else "bench" if number < 10 else None
    return Person(
        f"p{number}",
        name,
        ally=True,
        seat=seat,
        bond=name,
        project=name,
        gain=name,
        last_contact="2026-10-01",
    )


def hostile(names=NAMES):
    """A workbook in which these names are everywhere."""
    people = tuple(person(number, name) for number, name in enumerate(names))
    seated = [one.id for one in people[:5]]
    return Workbook(
        people=people,
        purpose=Purpose(sentence=" ".join(names)[:280], own_value=names[0]),
        ties=tuple(Tie(tie_id(first, second), "yes", 2) for first, second in pairwise(seated)),
        deciders=tuple(Decider(f"q{number}", name, ("you", "p0")) for number, name in enumerate(names[:6])),
        plans=tuple(
            Plan(f"l{number}", f"p{number}", trigger=name, action=name, due="2026-12-24")
            for number, name in enumerate(names[:3])
        ),
        exchanges=(Exchange("x1", "p0", "given", "advice", "2026-11", "asked"),),
    )


def half_filled():
    """A workbook with a little of everything, and something missing everywhere."""
    whole = hostile(("Lantern", "Kite", "", "Rook"))
    ties = (Tie("p0~p1", "unsure"), Tie("p0~p3", "no"))
    seat = Person("p9", seat="five", role_needed=True)
    people = (*(attrs.evolve(one, last_contact=None) for one in whole.people), seat)
    return attrs.evolve(whole, people=people, ties=ties, plans=(Plan("l0"),), exchanges=(Exchange("x1"),))

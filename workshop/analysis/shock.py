"""M21 and M22: who and what remains after each shock that was drawn.

A coalition counts as standing when at least three members stay in one group: this kit's own convention.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import label, literal
from workshop.analysis.cut import cut_people
from workshop.analysis.fragmentation import pairs_among, pairs_apart
from workshop.analysis.graph import groups, is_one_group
from workshop.analysis.members import FEWEST
from workshop.analysis.survivors import Survivors, survivors
from workshop.model import Finding
from workshop.model.stress import DRAWN

if TYPE_CHECKING:
    from workshop.model import Workbook

_TONES = {
    "holds": "good", "unsure_holds": "good", "leans": "plain", "core": "plain", "depends_one": "plain",
    "depends_many": "plain", "unsure_depends": "plain", "none": "watch", "one": "watch", "few": "watch",
    "scattered": "watch", "unsure_few": "watch",
}  # fmt: skip


def shocks(workbook: Workbook) -> tuple[Finding, ...]:
    """Return after how many of the drawn shocks the coalition stands, then one finding for each of them."""
    drawn = tuple(survivors(workbook, shock) for shock in workbook.stress.drawn)
    return (_summary(drawn), *(shock_finding(workbook, found) for found in drawn))


def judged_shocks(workbook: Workbook) -> tuple[Survivors, ...]:
    """Return those of the drawn shocks about which enough was said to know what remains."""
    drawn = (survivors(workbook, shock) for shock in workbook.stress.drawn)
    return tuple(found for found in drawn if found.judged)


def shock_finding(workbook: Workbook, found: Survivors) -> Finding:
    """Return how many stay under one shock, of how many answered, and whether they hang together."""
    case = _case(found)
    people = found.drawn.named(found.best)
    values = {
        "shock": _name(found),
        "stay": len(found.worst),
        "most": len(found.best),
        "answered": len(found.answers) - len(found.said(None)),
        "missing": len(found.said(None)),
        "people": people,
        **_structure(found),
    }
    bars = ((_name(found), len(found.worst), len(found.answers)),) if found.told else ()
    tone = "open" if case.startswith("open") else _TONES[case]
    return Finding("shocks.shock", case, tone, values, _answers(workbook, found), bars)


def _summary(drawn: tuple[Survivors, ...]) -> Finding:
    key, judged = "shocks.summary", tuple(found for found in drawn if found.judged)
    bars = tuple((_name(found), len(found.worst), len(found.answers)) for found in judged)
    answers = tuple((_name(found), "stands_yes" if found.surely else _maybe(found)) for found in judged)
    values = {
        "judged": len(judged),
        "enough": DRAWN,
        "passed": sum(found.surely for found in judged),
        "most": sum(found.possibly for found in judged),
        "shocks": tuple(_name(found) for found in judged if not found.surely),
        "open_shocks": tuple(_name(found) for found in judged if found.possibly and not found.surely),
    }
    if len(judged) < DRAWN:
        return Finding(key, "open_more" if judged else "open", "open", values, answers, bars)
    case, tone = _verdict(len(judged), values["passed"], values["most"])
    return Finding(key, case, tone, values, answers, bars)


def _verdict(judged: int, passed: object, most: object) -> tuple[str, str]:
    if passed != most:
        return "depends", "plain"
    if passed == judged:
        return "all", "good"
    return ("some" if passed else "none"), "watch"


def _maybe(found: Survivors) -> str:
    return "stands_unsure" if found.possibly else "stands_no"


def _case(found: Survivors) -> str:
    if not found.judged:
        return _open_case(found)
    if len(found.worst) != len(found.best):
        return "unsure_holds" if found.surely else "unsure_depends" if found.possibly else "unsure_few"
    if len(found.worst) < FEWEST:
        return ("none", "one", "few")[len(found.worst)]
    if is_one_group(found.worst):
        return "leans" if cut_people(found.worst) else "holds"
    if found.possibly and len(groups(found.worst)) != len(groups(found.best)):
        return "depends_one" if len(_unsure_ties(found)) == 1 else "depends_many"
    return "core" if found.surely else "scattered"


def _open_case(found: Survivors) -> str:
    if len(found.answers) < FEWEST or len(found.said(None)) == len(found.answers):
        return "open"
    return "open_map" if found.told else "open_people"


def _structure(found: Survivors) -> dict[str, object]:
    """What remains of the map: groups, pairs without a path, those who hold it together, unsure ties."""
    worst = found.worst
    return {
        "count": len(groups(worst)),
        "groups": found.drawn.grouped(groups(worst)) if len(worst) else "–",
        "apart": pairs_apart(worst),
        "pairs": pairs_among(len(worst)),
        "names": found.drawn.named(cut_people(worst)),
        "unsure": found.drawn.named(found.said("unsure")),
        "ties": found.drawn.spoken(_unsure_ties(found)),
    }


def _unsure_ties(found: Survivors) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in found.drawn.unsure if all(found.best.has_node(end) for end in pair))


def _answers(workbook: Workbook, found: Survivors) -> tuple[tuple[str, str], ...]:
    stands = tuple(
        (literal(found.drawn.names[person]), f"stays_{said}" if said else label("stays", None))
        for person, said in found.answers.items()
    )
    attacked = workbook.stress.attacked if found.shock == "attack" else None
    hit = found.drawn.names.get(attacked or "")
    return (*((("attacked", literal(hit)),) if hit else ()), *stands)


def _name(found: Survivors) -> str:
    return f"shock_{found.shock}"

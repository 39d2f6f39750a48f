"""M21 and M22: who and what remains after each shock that was drawn.

A coalition counts as standing when at least three members stay in one group: this kit's own convention.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.analysis.answer import label, literal
from workshop.analysis.cut import cut_people
from workshop.analysis.fragmentation import pairs_among, pairs_apart
from workshop.analysis.graph import Pair, groups, is_one_group, with_tie
from workshop.analysis.members import FEWEST
from workshop.analysis.shock_ways import deciders
from workshop.analysis.survivors import Survivors, survivors
from workshop.model import Finding
from workshop.model.recall import recalled
from workshop.model.stress import DRAWN

if TYPE_CHECKING:
    from workshop.model import Workbook

_GOOD = frozenset({"holds", "unsure_holds"})
_WATCH = frozenset({"none", "one", "few", "scattered", "scattered_unsure", "unsure_few"})


def shocks(workbook: Workbook) -> tuple[Finding, ...]:
    """Return after how many of the drawn shocks the coalition stands, then one finding for each of them."""
    drawn = tuple(survivors(workbook, shock) for shock in workbook.stress.drawn)
    return (_summary(drawn), *(shock_finding(workbook, found) for found in drawn))


def judged_shocks(workbook: Workbook) -> tuple[Survivors, ...]:
    """Return those of the drawn shocks about which enough was said to know what remains."""
    drawn = (survivors(workbook, shock) for shock in workbook.stress.drawn)
    return tuple(found for found in drawn if found.judged)


@recalled("stress")
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
    return Finding("shocks.shock", case, _tone(case), values, _answers(workbook, found), bars)


def _tone(case: str) -> str:
    if case.startswith("open"):
        return "open"
    return "good" if case in _GOOD else "watch" if case in _WATCH else "plain"


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
    range_of_people = len(found.worst) != len(found.best)
    if not found.possibly:
        return "unsure_few" if range_of_people else _too_few(found)
    if not found.surely:
        _, alone = deciders(found)
        return ("unsure_" if range_of_people else "") + ("depends" if alone else "depends_together")
    return "unsure_holds" if range_of_people else _standing(found)


def _too_few(found: Survivors) -> str:
    """Tell how few stay, or that no three of them are linked, even by unsure ties."""
    if len(found.worst) < FEWEST:
        return ("none", "one", "few")[len(found.worst)]
    return "scattered" if groups(found.worst) == groups(found.best) else "scattered_unsure"


def _standing(found: Survivors) -> str:
    """Tell whether all who stay are one group, in the worst reading and in the best."""
    if is_one_group(found.worst):
        if not cut_people(found.worst):
            return "holds"
        return "leans" if cut_people(found.best) else "leans_unsure"
    if is_one_group(found.best):
        ties = len(_unsure_ties(found))
        return "one_group_tie" if ties == 1 else "one_group_any" if _apart(found) == 1 else "one_group_ties"
    return "core" if len(groups(found.worst)) == len(groups(found.best)) else "core_unsure"


def _apart(found: Survivors) -> int:
    """Return how many ties it would take to make one group of the worst reading."""
    return len(groups(found.worst)) - 1


def _open_case(found: Survivors) -> str:
    if len(found.answers) < FEWEST or len(found.said(None)) == len(found.answers):
        return "open"
    return "open_map" if found.told else "open_people"


def _structure(found: Survivors) -> dict[str, object]:
    """What remains of the map: groups, pairs without a path, those who hold it together, what is unsure."""
    worst = found.worst
    return {
        "count": len(groups(worst)),
        "fewest": len(groups(found.best)),
        "groups": found.drawn.grouped(groups(worst)) if len(worst) else "–",
        "apart": pairs_apart(worst),
        "pairs": pairs_among(len(worst)),
        "names": found.drawn.named(cut_people(found.best) or cut_people(worst)),
        "unsure": found.drawn.named(found.said("unsure")),
        "ties": found.drawn.spoken(_unsure_ties(found)),
        "deciders": deciders(found)[0],
    }


def _unsure_ties(found: Survivors) -> tuple[Pair, ...]:
    """Return the unsure ties among those who may stay that change what holds: each alone, else together."""
    pairs = [pair for pair in found.drawn.unsure if all(found.best.has_node(end) for end in pair)]
    own = {person: number for number, group in enumerate(groups(found.worst)) for person in group}
    between = [pair for pair in pairs if own.get(pair[0]) != own.get(pair[1])]
    cut = cut_people(found.worst)
    easing = [pair for pair in pairs if cut and cut_people(with_tie(found.worst, pair)) < cut]
    return tuple(between or easing or pairs)


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

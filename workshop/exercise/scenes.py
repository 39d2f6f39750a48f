"""Scenes on the map: several people gone at once, and what remains.

The state of a map in the mode `scenes` is that of `map_state` with two changes:

- `mode` is `scenes`: nothing is drawn or dragged; one button for each scene, and one for everybody.
- `removals` maps the key of each scene, in the order of the buttons, to
  `label`: what its button says;
  `out`: ids of those who are gone, perhaps `you`, perhaps nobody;
  `unsure`: those among `out` of whom it is not certain;
  `groups`: ids of those who remain, a list for each group; empty when not enough is known;
  `headline`, `detail`, `tone`: what is said about it, as in a verdict;
  `repair`, `repair_needed`: one thing to do, or an empty text and False.

A key need not be a person: it is a shock here, and may be "with" and "without" elsewhere. The sentences
around the picture are the words `scenes_…` of `content/pictures.toml`; a step may bring its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop.analysis.graph import groups
from workshop.analysis.shock import shock_finding
from workshop.analysis.survivors import Survivors, survivors
from workshop.exercise.map import map_state
from workshop.exercise.wording import label, verdict
from workshop.model import YOU, Verdict, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

State = dict[str, Any]


def scenes_state(words: Mapping[str, Any], workbook: Workbook, today: date) -> State:
    """Return the map with the scenes that the step names, `shocks`."""
    state = map_state(words, workbook, today)
    return {**state, "mode": "scenes", "pairs": [], "removals": _SCENES[words["scenes"]](workbook)}


def scene(
    name: str,
    out: Iterable[str],
    remaining: Iterable[Iterable[str]],
    told: Verdict,
    unsure: Iterable[str] = (),
) -> State:
    """Return one scene called `name`: who is `out`, in which groups the others remain, and what is said."""
    return {
        "label": name,
        "out": list(out),
        "unsure": list(unsure),
        "groups": [list(group) for group in remaining],
        "headline": told.headline,
        "detail": told.detail,
        "tone": told.tone,
        "repair": "",
        "repair_needed": False,
    }


def shock_scenes(workbook: Workbook) -> dict[str, State]:
    """Return a scene for each shock that was drawn: the worst reading, the unsure ones gone."""
    drawn = (survivors(workbook, shock) for shock in workbook.stress.drawn)
    return {found.shock: _shock_scene(workbook, found) for found in drawn}


_SCENES = {"shocks": shock_scenes}


def _shock_scene(workbook: Workbook, found: Survivors) -> State:
    unsure = found.said("unsure")
    yourself = (YOU,) if found.shock == "employer" else ()
    return scene(
        label(f"shock_{found.shock}"),
        out=(*found.said("no"), *unsure, *yourself),
        unsure=unsure,
        remaining=groups(found.worst) if found.judged else (),
        told=verdict(shock_finding(workbook, found)),
    )

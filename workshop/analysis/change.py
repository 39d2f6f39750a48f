"""What has changed between a snapshot and today: who stayed, joined and left, and the fate of each tie."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from workshop.analysis.members import members, named
from workshop.model import tie_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshop.model import Person, Snapshot, Tie, Workbook

Pair = tuple[str, str]
FATES = ("gained", "faded", "kept", "doubtful", "parted")


@attrs.frozen
class Change:
    """Who and which ties stayed, came and went.

    Attributes:
        stayed: members then and now, as they are now.
        joined: members now who were none then.
        left: members then who are none now, as they were then.
        ties: every pair that knew or knows each other well, as two ids and a word of `FATES`: `gained` since,
            `faded` into a no, `kept`, `doubtful` now (unsure, not answered), `parted` because one has left.
        told: how many pairs of members were answered then.
    """

    stayed: tuple[Person, ...]
    joined: tuple[Person, ...]
    left: tuple[Person, ...]
    ties: tuple[tuple[Pair, str], ...]
    told: int

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who was or is a member."""
        return (*self.stayed, *self.joined, *self.left)

    def spoken(self, fate: str) -> tuple[str, ...]:
        """Return the ties of one fate, each as `Lantern–Kite`."""
        called = {person.id: person.name.strip() for person in self.people}
        return tuple("–".join(called[id] for id in pair) for pair, met in self.ties if met == fate)


def change(snapshot: Snapshot, workbook: Workbook) -> Change:
    """Return what has changed between `snapshot` and the answers as they are now."""
    then, now = named(snapshot.five), members(workbook)
    ids_then, ids_now = {person.id for person in then}, {person.id for person in now}
    left = tuple(person for person in then if person.id not in ids_now)
    said_then = _said(snapshot.ties, ids_then)
    said_now = _said(workbook.ties, ids_now)
    pairs = combinations([person.id for person in (*now, *left)], 2)
    fates = ((pair, _fate(pair, said_then, said_now, ids_then, ids_now)) for pair in pairs)
    return Change(
        stayed=tuple(person for person in now if person.id in ids_then),
        joined=tuple(person for person in now if person.id not in ids_then),
        left=left,
        ties=tuple((pair, fate) for pair, fate in fates if fate),
        told=len(said_then),
    )


def _said(ties: Iterable[Tie], ids: set[str]) -> dict[str, str]:
    return {tie.id: tie.knows for tie in ties if tie.knows and ids.issuperset(tie.ends)}


def _fate(
    pair: Pair, then: dict[str, str], now: dict[str, str], ids_then: set[str], ids_now: set[str]
) -> str | None:
    was, is_now = then.get(tie_id(*pair)), now.get(tie_id(*pair))
    if was == "yes":
        if not ids_now.issuperset(pair):
            return "parted"
        return {"yes": "kept", "no": "faded"}.get(is_now or "", "doubtful")
    told_or_new = was is not None or not ids_then.issuperset(pair)
    return "gained" if is_now == "yes" and told_or_new else None

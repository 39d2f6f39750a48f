"""How much a run measures."""

import attrs
from served import COMMANDS
from table import CROWDS


@attrs.frozen
class Size:
    """How much is measured: a full run takes 20 minutes on two quiet cores, a quick one a few."""

    visits: int = 3
    peers: tuple = tuple(COMMANDS)
    readings: int = 9
    crowds: tuple = CROWDS
    plain_crowds: tuple = (1, 5, 20)
    peer_crowd: int = 5
    active: int = 50
    seconds: int = 20
    strokes: int = 40
    peer_strokes: int = 12
    churns: int = 50
    plain_churns: int = 3
    imports: int = 9


QUICK = Size(
    visits=2, peers=(), readings=3, crowds=(1, 20), plain_crowds=(1, 5), active=20, seconds=9,
    strokes=10, churns=4, plain_churns=1, imports=3,
)  # fmt: skip

"""Many visitors at once: when the last is ready, what they take, and how quickly their edits are stored."""

import asyncio
from statistics import median

import attrs
from edits import active
from visitor import finished, together


@attrs.frozen
class Crowd:
    """So many arrivals at once, and what they cost.

    Attributes:
        ready: seconds until each was ready.
        failures: of those who never were, as text.
        memory: MB of the whole tree per visitor, what is shared counted once.
        private: MB that the median new process shares with nobody.
        edits: seconds from an edit to its receipt.
        lost: edits without a receipt, as text.
    """

    ready: list
    failures: list
    memory: float
    private: float
    edits: list = attrs.field(factory=list)
    lost: list = attrs.field(factory=list)


def crowd(served, number, edit=None, seconds=0):
    """Let `number` visitors arrive at once, stay, edit for so many `seconds`, and leave."""
    served.tree.settle()
    return finished(_crowd(served, number, edit, seconds))


async def _crowd(served, number, edit, seconds):
    tree = served.tree
    memory, known = tree.pss(), set(tree.private())
    visitors, failures = await together([served.page] * number, served.doors(number))
    await asyncio.to_thread(tree.settle)
    taken = (tree.pss() - memory) / max(1, len(visitors))
    private = [size for pid, size in tree.private().items() if pid not in known]
    edits, lost = await active(visitors, seconds, edit) if edit else ([], [])
    await asyncio.gather(*(visitor.leave() for visitor in visitors), return_exceptions=True)
    ready = [visitor.ready for visitor in visitors]
    return Crowd(ready, failures, taken, median(private) if private else 0.0, edits, lost)

"""The ledger of what was given and received, an entry in ten seconds."""

from __future__ import annotations

from workshop.widgets.base import Widget
from workshop.widgets.bundle import script, styles


class Ledger(Widget):
    """A draft of the next entry, the latest entries as sentences, and what the ledger says."""

    _esm = script("ledger")
    _css = styles("form", "verdicts", "ledger")

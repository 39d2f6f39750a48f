"""Every number that decides about pages and their kernels, each with its reason."""

from __future__ import annotations

import os
import sys

MOST_PAGES = 24
"""Pages open at once for one person: more than anybody opens by hand."""

READY = 1
"""Kernels kept started for the next page. One person opens one page at a time, and each costs memory.
The environment variable WORKSHOP_READY names another number."""

STARTS_AT_ONCE = 2 * (os.cpu_count() or 1)
"""Pages that start at the same time: with more of them, the first would be ready only when the last is."""

REFILL_AFTER = 0.5
"""Seconds after a page has its kernel until the next one is started: the browser needs the cores first."""

IDLE_LIMIT = 30 * 60
"""Seconds after which a kernel without a page ends; a sleeping laptop finds its own again before."""

CULL_INTERVAL = 60
"""Seconds between two looks for idle kernels: small beside the limit, and a look costs nothing."""

UNCLAIMED = 120.0
"""Seconds after which a kernel whose page never connected is ended: no script, or closed while loading."""

KERNEL_PATIENCE = 60.0
"""Seconds for a kernel to answer for the first time, and for one cell: a slow laptop under load needs ten."""

ECHO = 0.05
"""Seconds until a new kernel is asked again whether it hears us: what came before is lost."""

ALIVE_INTERVAL = 1.0
"""Seconds between two looks whether a kernel that says nothing is still there."""

PING_INTERVAL = 30.0
"""Seconds between two pings through a page's websocket: proxies close what is silent for a minute."""

PING_PATIENCE = 20.0
"""Seconds for the answer to a ping, at most the interval: a phone that changes its network takes ten."""

ZYGOTE_PATIENCE = 20.0
"""Seconds for the zygote to import everything: ten times what it takes on a small machine."""

FORK_PATIENCE = 5.0
"""Seconds for one fork to be listening: a hundred times what it takes. Then a plain kernel is better."""

FILES_OF_A_PAGE = 64
"""Files that the server may still open when a kernel is started: three times what a page takes."""

ZYGOTE_TRIES = 3
"""Zygotes in a row that made no kernel before only plain ones serve."""


def warm(transport: str) -> bool:
    """Return whether kernels come from a zygote: on Linux, over Unix sockets (`transport` is `ipc`).

    The environment variable WORKSHOP_KERNELS=plain says no, for a machine on which forks make trouble.
    """
    asked = os.environ.get("WORKSHOP_KERNELS", "")
    return asked != "plain" and transport == "ipc" and sys.platform == "linux" and hasattr(os, "pidfd_open")


def kept_ready() -> int:
    """Return how many kernels wait for the next page, 0 or more."""
    asked = os.environ.get("WORKSHOP_READY", "")
    return int(asked) if asked.isdecimal() else READY

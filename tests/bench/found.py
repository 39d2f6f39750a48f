"""What was found at the servers, brought into the columns of the table."""

from statistics import median, quantiles

import served
from table import Measured


def present(size, say):
    """Return the peers to measure; say which are not installed."""
    missing = [name for name in size.peers if not served.installed(name)]
    if missing:
        say(f"not installed: make bench-peers ({', '.join(missing)})")
    return [name for name in size.peers if name not in missing]


def tried(say, work):
    """Return what `work` returns; None when it fails, which is said and does not end the run."""
    try:
        return work()
    except Exception as failure:  # noqa: BLE001 - whatever it was
        say(f"  failed: {type(failure).__name__}: {str(failure)[:300]}")
        return None


def by_place(values, n):
    """Return what was measured, from the values by the names of the servers; `n` says how often."""
    own = ("kit", "plain Voilà", "same page", "ready")
    peers = {name: value for name, value in values.items() if name not in own}
    return Measured(values.get("kit"), values.get("plain Voilà"), values.get("same page"), peers, n)


def middle(values):
    """Return the median; None of nothing."""
    return median(values) if values else None


def p95(values):
    """Return the value that 95 of a hundred stay below; None of nothing."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else max(values, default=None)


def pair(kit, plain, number, value):
    """Return one value of a crowd of `number`, of the kit and of plain Voilà where it was measured."""
    return Measured(value(kit[number]), value(plain[number]) if number in plain else None, n=f"{number}")

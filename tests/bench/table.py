"""The table of a run: what is promised, what was measured, and whether it was met."""

import attrs

BEGIN, END = "<!-- make bench -->", "<!-- end of make bench -->"
HEAD = ("what", "target", "the kit", "plain Voilà", "ratio", "same page on plain Voilà", "peers", "", "n")
"""Columns; the one without a name says met or missed."""
NOT_RUN = "–"


@attrs.frozen
class Promise:
    """One row of the budget.

    Attributes:
        key: names its measurement.
        what: the row's title.
        unit: of every number in the row.
        target: the largest number that keeps the promise; None when nothing is promised.
        below_peers: whether it also has to be below every peer.
        digits: behind the point.
        reason: where the time goes, told when the promise is missed.
    """

    key: str
    what: str
    unit: str
    target: float | None = None
    below_peers: bool = False
    digits: int = 2
    reason: str = ""


@attrs.frozen
class Measured:
    """What was measured for one promise; None where it was not. `n` says how often."""

    kit: float | None = None
    plain: float | None = None
    same: float | None = None
    peers: dict = attrs.field(factory=dict)
    n: str = ""


CROWDS = (1, 5, 20, 50, 100)
BURSTS = (20, 50, 100)
PROMISES = (
    Promise(
        "cold", "navigation to usable form and drawn chart, Chromium, cold cache", "s", 1.0, below_peers=True
    ),
    Promise("warm", "the same, second visit", "s"),
    Promise("words", "first words readable", "s", 0.4),
    Promise("shift", "layout shift", "", 0.05, digits=3),
    Promise("cpu", "server CPU per visit", "s", 0.25),
    Promise("first_byte", "server time, request to first byte", "s", digits=3),
    Promise("last_byte", "server time, request to last byte, warm", "s", 0.30, digits=3),
    Promise(
        "last_byte_ready",
        "the same with a kernel kept ready",
        "s",
        0.05,
        digits=3,
        reason="most of it is the kernel, which opens the answers and says what five steps show",
    ),
    Promise("first_visit", "first visit, http and websocket together", "MB", 2.2),
    Promise("http", "of that over http, compressed", "MB"),
    Promise("socket", "of that by websocket", "MB"),
    Promise("requests", "requests of a first visit", "", digits=0),
    Promise("hosts", "foreign hosts asked", "", 0, digits=0),
    *(Promise(f"memory_{n}", f"memory per visitor, {n} at once (PSS)", "MB", 20.0, digits=1) for n in CROWDS),
    Promise("private", "of that private to one kernel", "MB", digits=1),
    Promise("burst_20", "20 arrivals at once, last one ready", "s", digits=1),
    Promise("burst_50", "50 arrivals at once, last one ready", "s", 8.0, digits=1),
    Promise("burst_100", "100 arrivals at once, last one ready", "s", digits=1),
    *(Promise(f"median_{n}", f"{n} arrivals at once, median", "s", digits=1) for n in BURSTS),
    Promise("failures", "arrivals that failed, of all of these", "", 0, digits=0),
    Promise(
        "choice_p50",
        "choice to drawn change, Chromium, p50",
        "ms",
        15.0,
        digits=0,
        reason="about a third is storing the answer on the disk, which comes before anything is drawn, "
        "a third finding every verdict anew, a third the page's own drawing and two trips by websocket",
    ),
    Promise("choice_p95", "choice to drawn change, Chromium, p95", "ms", digits=0),
    Promise(
        "letter_p50",
        "letter to drawn change elsewhere, p50 (the kit waits 300 ms for a pause)",
        "ms",
        digits=0,
    ),
    Promise("save_p50", "edit to acknowledged durable save, 50 active people, p50", "ms", digits=0),
    Promise("save_p95", "edit to acknowledged durable save, 50 active people, p95", "ms", 100.0, digits=0),
    Promise("lost", "edits without a receipt", "", 0, digits=0),
    Promise("churn", "kernels left after open, refresh, close", "", 0, digits=0),
    Promise("import", "import workshop (plain: what its notebook imports)", "s", 0.15, digits=3),
    Promise("start", "command to first page answered", "s"),
)


def met(promise, measured):
    """Return whether it was met or missed; nothing where nothing was promised or measured."""
    if promise.target is None or measured.kit is None:
        return ""
    slower = promise.below_peers and any(value <= measured.kit for value in measured.peers.values())
    if measured.kit > promise.target or slower:
        return "**missed**"
    return "met, peers not measured" if promise.below_peers and not measured.peers else "met"


def ratio(measured):
    """Return how many times more plain Voilà needs than the kit."""
    if not measured.kit or not measured.plain:
        return NOT_RUN
    times = measured.plain / measured.kit
    return f"{times:.0f}×" if times >= 10 else f"{times:.1f}×"


def row(promise, measured):
    """Return the cells of one row."""
    peers = sorted(measured.peers.items(), key=lambda entry: entry[1])
    return (
        promise.what,
        _limit(promise),
        _number(measured.kit, promise),
        _number(measured.plain, promise),
        ratio(measured),
        _number(measured.same, promise),
        ", ".join(f"{name} {_number(value, promise)}" for name, value in peers) or NOT_RUN,
        met(promise, measured),
        measured.n,
    )


def table(found):
    """Return the Markdown table of what was found, by the key of its promise."""
    rows = [HEAD, ("---",) * len(HEAD)]
    rows += [row(promise, found.get(promise.key, Measured())) for promise in PROMISES]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def reasons(found):
    """Return a line for each promise that was missed, and why; empty when all were met."""
    missed = [each for each in PROMISES if met(each, found.get(each.key, Measured())) == "**missed**"]
    return "".join(f"\n- Missed: {each.what}{f': {each.reason}' * bool(each.reason)}." for each in missed)


def written(readme, text):
    """Return the README with `text` between its two markers."""
    before, _, rest = readme.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        msg = f"the README has no {BEGIN} … {END}"
        raise ValueError(msg)
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def _limit(promise):
    if not promise.target:
        return NOT_RUN if promise.target is None else "0"
    limit = f"≤ {promise.target:g} {promise.unit}".strip()
    return f"{limit}, below every peer" if promise.below_peers else limit


def _number(value, promise):
    return NOT_RUN if value is None else f"{value:.{promise.digits}f} {promise.unit}".strip()

"""The parts of the facilitator guide that follow from the agenda and the exercises, in Markdown."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from workshop.content import exercise, exercise_names, journey, words
from workshop.content.agenda import LENGTHS, Block, Day, agenda, blocks, clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


def parts() -> dict[str, str]:
    """Return every generated part of the guide: its name, such as `run sheet: purpose`, and its Markdown."""
    return {
        **{f"times: {length}": times(length) for length in LENGTHS},
        **{f"run sheet: {block.id}": run_sheet(block) for block in _timed() if block.kind != "break"},
        **{f"step lines: {name}": step_lines(name) for name in exercise_names()},
    }


def times(length: str) -> str:
    """Return the days of a workshop as tables of blocks with their times."""
    told = words("agenda")["lengths"][length]
    days = agenda(length)
    tables = [_day(day, many=len(days) > 1) for day in days]
    return _paragraphs([f"### {told['title']}", told["about"], *tables])


def run_sheet(block: Block) -> str:
    """Return all that a facilitator needs for a block."""
    return _paragraphs(
        [
            f"### {block.title}",
            _facts(block),
            f"{block.purpose} ({', '.join(block.ids)})",
            f"> **{_word('invitation')}:** “{block.invitation}”",
            _points(block),
            _steps(block),
            _cuts(block),
            _watched(block),
            _debrief(block),
            _variants(block),
        ]
    )


def step_lines(name: str) -> str:
    """Return the facilitator's line for each step of an exercise."""
    [entry] = [entry for entry in journey() if entry["name"] == name]
    short = entry["express_minutes"] if entry["express"] else _word("none")
    heading = f"### `{name}` · {entry['title']} · {short} / {entry['full_minutes']} min"
    steps = exercise(name)["steps"].values()
    lines = [f"- **{step['title']}** ({', '.join(step['ids'])}). {step['facilitator']}" for step in steps]
    return _paragraphs([heading, "\n".join(lines)])


def _timed() -> tuple[Block, ...]:
    """Return every block, those of the two days with their times."""
    timed = {block.id: block for day in agenda() for block in day.blocks}
    return tuple(timed.get(block.id, block) for block in blocks())


def _word(key: str) -> str:
    return str(words("agenda")["words"][key])


def _minutes(minutes: int) -> str:
    return _word("minute").format(minutes=minutes)


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join(text for text in texts if text)


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; a head that begins with `>` has its column at the right."""
    rule = ["--:" if head.startswith(">") else "---" for head in heads]
    return "\n".join(_row(cells) for cells in ([head.lstrip(">") for head in heads], rule, *rows))


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in cells)} |"


def _exercises(block: Block) -> str:
    return ", ".join(f"`{name}`" for name in block.exercises) or _word("none")


def _split(block: Block) -> str:
    forms = words("agenda")["words"]["forms"]
    return " · ".join(f"{forms[form]} {minutes}" for form, minutes in block.split.items())


def _day(day: Day, *, many: bool) -> str:
    heads = (_word("time"), _word("block"), _word("exercise"), f">{_word('minutes')}", _word("split"))
    rows = [
        (clock(block.starts or 0), block.title, _exercises(block), block.minutes, _split(block))
        for block in day.blocks
    ]
    end = (clock(day.ends), _word("ends"), "", "", "")
    return _paragraphs([f"**{day.title}**" if many else "", _table(heads, [*rows, end])])


def _facts(block: Block) -> str:
    """Return when it is, how long it takes, its exercises, and how the time is split."""
    when = " · ".join([*_when(block), _minutes(block.minutes)])
    titles = {entry["name"]: entry["title"] for entry in journey()}
    exercises = [f"“{titles[name]}” (`{name}`)" for name in block.exercises]
    return " · ".join([f"**{when}**", *exercises, _split(block)])


def _when(block: Block) -> Iterator[str]:
    if block.starts is not None:
        title = words("agenda")["lengths"][LENGTHS[0]]["days"][block.day - 1]
        yield f"{title}, {clock(block.starts)}–{clock(block.ends or 0)}"


def _points(block: Block) -> str:
    said = " ".join(f"“{line}”" for line in block.say)
    told = {
        "say": said,
        "room": block.room,
        "materials": _sentence(block.materials),
        "group": f"{block.group}.",
        "good": block.good,
    }
    return _listed(told)


def _sentence(things: Sequence[str]) -> str:
    told = "; ".join(things)
    return f"{told[:1].upper()}{told[1:]}."


def _listed(told: Mapping[str, str]) -> str:
    return "\n".join(f"- **{_word(key)}:** {text}" for key, text in told.items() if text)


def _steps(block: Block) -> str:
    """Return the steps as a table, with times where the block has a time."""
    heads = [_word("number"), *([] if block.starts is None else [_word("time")])]
    return _table([*heads, f">{_word('minutes')}", _word("step"), _word("form")], _step_rows(block))


def _step_rows(block: Block) -> Iterator[Sequence[object]]:
    forms = words("agenda")["words"]["forms"]
    begins = accumulate((step.minutes for step in block.steps), initial=block.starts or 0)
    for number, (step, now) in enumerate(zip(block.steps, begins, strict=False), start=1):
        time = [] if block.starts is None else [clock(now)]
        yield number, *time, step.minutes, step.text, forms[step.form]


def _cuts(block: Block) -> str:
    """Return the numbers of the steps to leave out, with the minutes saved, and of those that always stay."""
    if block.starts is None:
        return ""
    first = _word("cut_then").join(_cut(block, group) for group in block.cuts)
    kept = [number for number, step in enumerate(block.steps, start=1) if step.never_cut]
    return _listed({"cut_first": first, "never_cut": _kept(kept)})


def _cut(block: Block, numbers: Sequence[int]) -> str:
    saved = sum(block.steps[number - 1].minutes for number in numbers)
    return _word("cut").format(numbers=", ".join(map(str, numbers)), minutes=saved)


def _kept(numbers: Sequence[int]) -> str:
    return _word("never_cut_steps").format(numbers=", ".join(map(str, numbers))) if numbers else ""


def _watched(block: Block) -> str:
    return _table((_word("watch"), _word("move")), [(seen.sign, seen.move) for seen in block.watch])


def _debrief(block: Block) -> str:
    asked = block.debrief
    if asked is None:
        return ""
    told = (
        (_word("what"), asked.what),
        (_word("so_what"), asked.so_what),
        (_word("now_what"), asked.now_what),
    )
    return f"**{_word('debrief')}.** " + " ".join(f"*{key}* {text}" for key, text in told)


def _variants(block: Block) -> str:
    return _listed({key: getattr(block, key) for key in ("remote", "large_room", "paper", "safety")})

"""Measures the kit beside plain Voilà and the peers, and prints the table: `python tests/bench`.

`--quick` takes small numbers and no peers, `--only GROUP` one group of rows, `--readme` writes the table
into the README.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parents[1])]

import table
from rounds import GROUPS
from served import installed
from size import QUICK, Size

README = HERE.parents[1] / "README.md"


def main():
    """Measure, print, and say how busy the machine was meanwhile."""
    asked = _asked()
    size = QUICK if asked.quick else Size()
    begun, load = time.monotonic(), os.getloadavg()[0]
    found = {}
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as scratch:
        for name in asked.only or GROUPS:
            found |= _measured(name, Path(scratch), size)
    text = f"{table.table(found)}\n{table.reasons(found)}\n\n{_machine(begun, load)}{_absent(size)}"
    print(text)
    if asked.readme:
        README.write_text(table.written(README.read_text(encoding="utf-8"), text), encoding="utf-8")
    growth = HERE / "growth.py"
    if not asked.only and not asked.quick and growth.exists():
        subprocess.run([sys.executable, str(growth)], check=False, timeout=1800)


def _asked():
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small numbers, no peers")
    parser.add_argument("--only", action="append", choices=GROUPS, help="one group of rows; may be repeated")
    parser.add_argument("--readme", action="store_true", help="write the table into the README")
    asked = parser.parse_args()
    if asked.readme and (asked.only or asked.quick):
        parser.error("the README takes a full run: leave --only and --quick away")
    return asked


def _measured(name, scratch, size):
    """One group; when it fails, its rows stay empty and the run goes on."""
    try:
        return GROUPS[name](scratch, size, _say)
    except Exception as failure:  # noqa: BLE001 - the other groups are worth measuring
        _say(f"{name} failed: {type(failure).__name__}: {failure}")
        return {}


def _machine(begun, load):
    """Where and how long this ran."""
    minutes = (time.monotonic() - begun) / 60
    where = (
        f"{os.cpu_count()} cores shared with the browser and the visitors, Python {platform.python_version()}"
    )
    return f"Medians of a run of {minutes:.0f} minutes on {where}, load {load:.1f} before."


def _absent(size):
    """Which peers are missing from the table."""
    missing = ", ".join(name for name in size.peers if not installed(name))
    return f" Not installed: {missing} (`make bench-peers`)." if missing else ""


def _say(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

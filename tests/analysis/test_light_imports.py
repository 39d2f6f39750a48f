"""The findings need no compiled package, and `networkx` only when the map is asked about."""

import subprocess
import sys

BLOCKED = "import sys\nfor name in ('numpy', 'pandas', 'scipy'): sys.modules[name] = None\n"
EVERY_GROUP = """
sys.path.insert(0, {folder!r})
from every_verdict import examples
from verdict_words import findings
print(sum(len(findings(workbook)) for workbook in examples()))
"""


def printed(code):
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    return result.stdout.strip() or result.stderr


def test_everything_is_found_without_numpy_pandas_and_scipy():
    folder = __file__.rpartition("test_light_imports.py")[0]
    code = EVERY_GROUP.format(folder=folder)
    assert printed(BLOCKED + code) == printed("import sys\n" + code)


def test_networkx_waits_until_the_map_is_asked_about():
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from workshop.analysis import GROUPS\n"
        "from workshop.analysis.progress import done\n"
        "from workshop.model import Workbook\n"
        "done(Workbook()), GROUPS['rungs'](Workbook(), date(2026, 11, 22))\n"
        "print('networkx' in sys.modules)\n"
        "GROUPS['cut'](Workbook(), date(2026, 11, 22))\n"
        "print('networkx' in sys.modules, 'numpy' in sys.modules)"
    )
    assert printed(code).split() == ["False", "True", "False"]

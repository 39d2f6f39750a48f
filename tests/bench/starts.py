"""How long an import takes, in processes of their own."""

import os
import subprocess
import sys

TIMED = "import time; begun = time.perf_counter(); {code}; print(time.perf_counter() - begun)"


def imports(code, root, number):
    """Seconds that `code` takes in a fresh Python, for so many."""
    return [_once(TIMED.format(code=code), root) for _ in range(number)]


def _once(code, root):
    words = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return float(subprocess.run(words, capture_output=True, text=True, check=True, env=environment).stdout)

"""How long the express path takes without a browser: run `python tests/bench/express_path.py`.

Prints the best of five walks with each store, and what a durable file costs over memory.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from express_path import EXPRESS_PATH
from participant import Participant

from workshop.session import Session
from workshop.storage import FileStore, MemoryStore


def walk(store):
    """Seconds that one walk takes, from the first exercise to the playbook."""
    begun = time.perf_counter()
    participant = Participant(Session(store))
    for name, answers in EXPRESS_PATH.items():
        participant.open(name).say_all(answers)
    return time.perf_counter() - begun


def best(make):
    """The quickest of five walks, each on a new store."""
    return min(walk(make()) for _ in range(5))


if __name__ == "__main__":
    answers = sum(map(len, EXPRESS_PATH.values()))
    memory = best(MemoryStore)
    file = best(lambda: FileStore(tempfile.mkdtemp()))
    print(f"{answers} answers, {len(EXPRESS_PATH)} exercises")
    print(f"in memory {memory:.2f} s, durable on disk {file:.2f} s, ratio {file / memory:.1f}")

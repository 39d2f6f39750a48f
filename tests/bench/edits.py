"""Many people at work: each sends an edit now and then and waits until it is stored."""

import asyncio
import random
import time

from workshop.content.worked import worked
from workshop.model import value_at

PAUSE = 3.0
"""Seconds that a person takes from one edit to the next, on the average; quicker than anybody thinks."""


async def active(visitors, seconds, edit):
    """Let all visitors edit for a while; return how many seconds each edit took, and the failures."""
    taken, failures = [], []
    end = time.monotonic() + seconds

    async def work(visitor, number):
        rhythm = random.Random(number)
        turn = 0
        while True:
            await asyncio.sleep(rhythm.uniform(0, 2 * PAUSE))
            if time.monotonic() > end:
                return
            begun = time.perf_counter()
            try:
                await edit(visitor, turn)
            except Exception as failure:  # noqa: BLE001 - counted, and told
                failures.append(f"{type(failure).__name__}: {failure}")
            else:
                taken.append(time.perf_counter() - begun)
            turn += 1

    await asyncio.gather(*(work(visitor, number) for number, visitor in enumerate(visitors)))
    return taken, failures


class KitEdit:
    """Moves one person's authority up and down, as the kit's page sends it."""

    def __init__(self, case, page):
        book = worked(case).workbook
        person = next(person for person in book.people if person.seat == "five")
        self.path = f"people/{person.id}/authority"
        self.values = (value_at(book, self.path), 1 if value_at(book, self.path) != 1 else 2)
        self.step = f"{page}.describe"

    async def __call__(self, visitor, turn):
        base, value = self.values if turn % 2 == 0 else self.values[::-1]
        message = {"seq": turn + 1, "path": self.path, "value": value, "base": base, "step": self.step}
        receipt = await visitor.edit(message)
        assert receipt["status"] == "saved", receipt
        return receipt


async def plain_edit(visitor, turn):
    """Move a slider of the plain notebook; its sentence changes when the file is written."""
    slider = visitor.model(lambda state: state.get("_model_name") == "IntSliderModel")
    sentence = visitor.model(lambda state: str(state.get("value", "")).startswith("Together"))
    await visitor.set(slider, {"value": 1 + turn % 2}, sentence)

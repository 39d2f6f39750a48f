"""The kit's server for many people at once: each kernel keeps the answers in a folder of its own.

Run as a process: `python classroom.py NOTEBOOKS DATA PORT`; it prints the address to come in by.
"""

import os
import shutil
import sys
from itertools import count
from pathlib import Path

from workshop.app import server
from workshop.app.kernels import PageKernels
from workshop.app.site import Site

DATA = "WORKSHOP_DATA"
MOST = 200


class OwnFolders(PageKernels):
    """Gives each kernel the next person's folder."""

    numbers = count()

    async def _async_start_kernel(self, **asked):
        person = Path(os.environ["CLASSROOM"]) / f"person-{next(self.numbers) % MOST}"
        asked["env"] = {**asked.get("env", os.environ), DATA: str(person)}
        return await super()._async_start_kernel(**asked)

    start_kernel = _async_start_kernel


def _configured(site, ip, port):
    configuration = _configuration(site, ip, port)
    configuration.OwnPython.environment.pop(DATA, None)
    configuration.VoilaConfiguration.multi_kernel_manager_class = OwnFolders
    return configuration


def _seed(data):
    """Give everybody a copy of the answers in `data`."""
    people = data.parent / f"{data.name}-people"
    for number in range(MOST):
        shutil.copytree(data, people / f"person-{number}", dirs_exist_ok=True)
    os.environ["CLASSROOM"] = str(people)


if __name__ == "__main__":
    notebooks, data, port = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    _seed(data)
    _configuration, server.configuration = server.configuration, _configured
    place = Site(notebooks, data, most_pages=MOST)
    server.serve(place, "127.0.0.1", port, lambda _origin, address: print(address, flush=True))

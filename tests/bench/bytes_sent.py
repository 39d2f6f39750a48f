"""How many bytes the kernel sends a page: when it loads, and after one answer.

`--before FOLDER` measures another checkout as well, in the same run. Chromium counts what arrives through the
websocket, for a worked case and for somebody who begins.
"""

import argparse
import os
import re
import sys
from contextlib import chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from chromium import started
from kit import running

from workshop.content import exercise_names

CASE = "making-change-stick"
QUIET = 1200
"""Milliseconds without a message after which all has come; heartbeats do not count."""
IDS = re.compile(rb'"msg_id": ?"([\w-]+)"')
"""The id of a message, and then that of the one it answers."""
ANSWERS = """
() => [...document.querySelectorAll("main .cw input, main .cw textarea, main .cw select")]
  .find((each) => each.checkVisibility() && each.closest("[data-path]") && !each.checked)
"""


class Wire:
    """What a page receives through its websocket."""

    def __init__(self, page):
        self.page, self.received = page, []
        page.on("websocket", lambda socket: socket.on("framereceived", self._take))

    def _take(self, frame):
        self.received.append(frame if isinstance(frame, bytes) else frame.encode())

    def settled(self):
        """Wait until nothing but heartbeats comes; return the bytes since the last time."""
        known = -1
        while self._count() != known:
            known = self._count()
            self.page.wait_for_timeout(QUIET)
        self.received.clear()
        return known

    def _count(self):
        beats = {_asked(frame) for frame in self.received if b'"pong"' in frame}
        return sum(len(frame) for frame in self.received if _asked(frame) not in beats)


def _asked(frame):
    return (*IDS.findall(frame), b"", b"")[1]


def answered(page):
    """Give the first answer that is open on the page; return whether there is one."""
    field = page.evaluate_handle(ANSWERS).as_element()
    if field is None:
        return False
    kind = field.evaluate("each => each.type")
    if kind in {"radio", "checkbox"}:
        field.evaluate("each => each.click()")
    elif kind.startswith("select"):
        field.select_option(index=1)
    else:
        field.fill({"date": "2027-03-01", "time": "09:30", "number": "4"}.get(kind, "Harbour lights"))
        field.evaluate("each => each.blur()")
    return True


def measured(browser, kit, name, query):
    """Return the bytes of the load and of one edit; None where there is nothing to answer."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(kit.address)
    wire = Wire(page)
    page.goto(kit.page(name) + query)
    page.wait_for_selector(".cw-save")
    load = wire.settled()
    edit = None
    if answered(page):
        page.wait_for_timeout(QUIET)
        edit = wire.settled()
    context.close()
    return load, edit


@contextmanager
def checkout(folder):
    """Start what is started meanwhile from the checkout at `folder`."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(folder)
    with chdir(folder):
        yield
    os.environ.pop("PYTHONPATH")
    if before is not None:
        os.environ["PYTHONPATH"] = before


def rows(browser, folder):
    """Return load and edit of each page: of the worked case, and of an empty workbook."""
    with TemporaryDirectory() as data, checkout(folder), running(Path(data)) as kit:
        return {
            name: (*measured(browser, kit, name, f"?case={CASE}"), *measured(browser, kit, name, ""))
            for name in exercise_names()
        }


def main():
    """Print a table in bytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", type=Path)
    before = parser.parse_args().before
    with started() as browser:
        tables = [rows(browser, folder.resolve()) for folder in (before, ROOT) if folder]
    columns = ("case: load", "edit", "empty: load", "edit")
    print(f"{'':18}" + "".join(f"{column:>24}" for column in columns))
    for name in exercise_names():
        pairs = zip(*(table[name] for table in tables), strict=True)
        print(f"{name:18}" + "".join(f"{' → '.join(map(shown, pair)):>24}" for pair in pairs))


def shown(count):
    """A number of bytes, in thousands apart."""
    return "–" if count is None else f"{count:,}"


if __name__ == "__main__":
    main()

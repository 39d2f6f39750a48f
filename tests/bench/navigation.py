"""Visits in real Chromium: how long a page takes, what it moves, what it loads, what it costs the server."""

import base64
import os
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import attrs
from chromium import FLAGS
from playwright.sync_api import sync_playwright
from served import SHADOWED

HERE = Path(__file__).parent
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
"""Other hosts fail at once, which flatters whoever asks them."""
TALL = {"width": 1280, "height": 6400}
"""So tall that every chart is in sight: a page that draws one only when it comes near has to draw it."""
LIMIT = 60_000


@attrs.frozen
class Visit:
    """One navigation.

    Attributes:
        words, usable: seconds until the question can be read; until form and chart are there.
        shift: cumulative layout shift.
        cpu: CPU seconds of the server and its kernels.
    """

    words: float
    usable: float
    shift: float
    cpu: float


@attrs.define
class Load:
    """What a first visit loads: MB over HTTP as transferred, MB over websockets, requests, other hosts."""

    http: float = 0
    socket: float = 0
    requests: int = 0
    hosts: set = attrs.field(factory=set)


@contextmanager
def chromium():
    """Chromium that reaches this machine alone."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, ONLY_HERE])
        yield browser
        browser.close()


@contextmanager
def person(browser, served):
    """The browser of a person who has come in by the door, with an empty cache."""
    context = browser.new_context(viewport=TALL)
    context.set_default_timeout(LIMIT)
    shadow = "window.benchShadow = true;" if served.name in SHADOWED else ""
    context.add_init_script(shadow + (HERE / "look.js").read_text(encoding="utf-8"))
    if served.door:
        context.request.get(served.door, max_redirects=0)
    try:
        yield context
    finally:
        context.close()


def visit(context, served):
    """Open the page in a new tab; return the tab and what was measured."""
    served.tree.settle()
    before = served.tree.cpu()
    tab = context.new_page()
    tab.goto(served.page, wait_until="commit")
    tab.wait_for_function("window.bench && window.bench.usable !== null")
    time.sleep(1)
    cpu = served.tree.cpu() - before
    seen = tab.evaluate("({words: bench.words, usable: bench.usable, shift: bench.shift})")
    return tab, Visit(seen["words"] / 1000, seen["usable"] / 1000, seen["shift"], cpu)


def cold_and_warm(browser, served, prove):
    """The first and the second visit of a new person; `prove(tab, served)` that the form can be used."""
    with person(browser, served) as context:
        tab, cold = visit(context, served)
        prove(tab, served)
        closed(tab)
        tab, warm = visit(context, served)
        closed(tab)
    return cold, warm


def memory(browser, served, number):
    """MB that each of so many people takes who have the page open, what is shared counted once."""
    served.tree.settle()
    before = served.tree.pss()
    with ExitStack() as people:
        for _ in range(number):
            visit(people.enter_context(person(browser, served)), served)
        return (served.tree.pss() - before) / number


def load(browser, served):
    """What the first visit of a new person loads."""
    found = Load()
    here = urlsplit(served.page).netloc
    with person(browser, served) as context:
        tab = context.new_page()
        session = context.new_cdp_session(tab)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: _asked(found, event["request"]["url"], here))
        session.on("Network.loadingFinished", lambda event: _loaded(found, event["encodedDataLength"]))
        for way in ("Received", "Sent"):
            session.on(f"Network.webSocketFrame{way}", lambda event: _framed(found, event["response"]))
        tab.goto(served.page, wait_until="commit")
        tab.wait_for_function("window.bench && window.bench.usable !== null")
        tab.wait_for_timeout(1500)
        closed(tab)
    return found


def closed(tab):
    """Close a tab as a person does, so that the page can say goodbye."""
    tab.close(run_before_unload=True)
    time.sleep(0.3)


def _asked(found, url, here):
    if not url.startswith(("data:", "blob:")):
        found.requests += 1
        if urlsplit(url).netloc != here:
            found.hosts.add(urlsplit(url).netloc)


def _loaded(found, length):
    found.http += length / 1e6


def _framed(found, frame):
    binary = frame["opcode"] == 2
    found.socket += len(base64.b64decode(frame["payloadData"]) if binary else frame["payloadData"]) / 1e6

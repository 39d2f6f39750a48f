"""The measurements of a run, group by group; each returns what it found, by the key of its promise."""

from contextlib import ExitStack
from statistics import median

import attrs
import churn
import crowd
import navigation
import served
import starts
import strokes
from edits import KitEdit, plain_edit
from found import by_place, middle, p95, pair, present, tried
from table import BURSTS, Measured
from visitor import Visitor, finished


def navigations(scratch, size, say):
    """Visits in Chromium: the kit, plain Voilà, the same page on plain Voilà, and the peers by turns."""
    with ExitStack() as stack:
        browser = stack.enter_context(navigation.chromium())
        places = [stack.enter_context(make(scratch)) for make in (served.kit, served.plain, served.same_page)]
        places += [stack.enter_context(served.peer(name, scratch)) for name in present(size, say)]
        visits = {place.name: [] for place in places}
        for turn in range(size.visits):
            for place in places if turn % 2 == 0 else places[::-1]:
                say(f"visit {turn + 1} of {size.visits}: {place.name}")
                seen = tried(say, lambda place=place: navigation.cold_and_warm(browser, place, strokes.prove))
                visits[place.name] += [seen] if seen else []
        loads = {
            place.name: tried(say, lambda place=place: navigation.load(browser, place)) for place in places
        }
    visits = {name: pairs for name, pairs in visits.items() if pairs}
    loads = {name: load for name, load in loads.items() if load}
    n = f"{size.visits}"
    found = {
        key: by_place(
            {name: median(getattr(cold, what) for cold, _ in pairs) for name, pairs in visits.items()}, n
        )
        for key, what in (("cold", "usable"), ("words", "words"), ("shift", "shift"), ("cpu", "cpu"))
    }
    found["warm"] = by_place(
        {name: median(warm.usable for _, warm in pairs) for name, pairs in visits.items()}, n
    )
    for key, count in _LOADED.items():
        found[key] = by_place({name: count(load) for name, load in loads.items()}, "1")
    return found


_LOADED = {
    "first_visit": lambda load: load.http + load.socket,
    "http": lambda load: load.http,
    "socket": lambda load: load.socket,
    "requests": lambda load: load.requests,
    "hosts": lambda load: len(load.hosts),
}


def readings(scratch, size, say):
    """Pages read without a browser, one after the other: with no kernel kept ready, and with one."""
    with ExitStack() as stack:
        places = {
            "kit": stack.enter_context(served.kit(scratch, WORKSHOP_READY="0")),
            "ready": stack.enter_context(served.kit(scratch, WORKSHOP_READY="1")),
            "plain Voilà": stack.enter_context(served.plain(scratch)),
            "same page": stack.enter_context(served.same_page(scratch)),
        }
        taken = {name: [] for name in places}
        for turn in range(size.readings):
            say(f"reading {turn + 1} of {size.readings}")
            for name in list(places) if turn % 2 == 0 else list(places)[::-1]:
                places[name].tree.settle()
                taken[name].append(finished(_reading(places[name])))
    last = {name: median(last for _, last in pairs) for name, pairs in taken.items()}
    first = {name: median(first for first, _ in pairs) for name, pairs in taken.items()}
    n = f"{size.readings}"
    return {
        "first_byte": by_place(first, n),
        "last_byte": by_place(last, n),
        "last_byte_ready": Measured(last["ready"], last["plain Voilà"], last["same page"], {}, n),
    }


async def _reading(place):
    visitor = Visitor(place.page)
    if place.door:
        await visitor.enter(place.door)
    await visitor.arrive()
    await visitor.leave()
    return visitor.first_byte, visitor.last_byte


def crowds(scratch, size, say):
    """Arrivals at once, memory, and edits of many: a server of its own for each number of visitors."""
    edit = KitEdit(served.CASE, served.PAGE)
    kit, plain = {}, {}
    for number in size.crowds:
        for name, make, how, where in (
            ("kit", served.classroom, edit, kit),
            ("plain Voilà", served.plain, plain_edit, plain),
        ):
            if where is plain and number not in size.plain_crowds:
                continue
            say(f"{number} at once: {name}")
            seconds = size.seconds if number == size.active else 0
            with make(scratch) as place:
                where[number] = crowd.crowd(place, number, how if seconds else None, seconds)
            for failure in (*where[number].failures, *where[number].lost)[:5]:
                say(f"  {name}: {failure}")
    found = {**_of_crowds(kit, plain), **_of_edits(kit, plain, size)}
    key = f"memory_{size.peer_crowd}"
    found[key] = attrs.evolve(found.get(key, Measured()), peers=_memory_of_peers(scratch, size, say))
    return found


def _memory_of_peers(scratch, size, say):
    taken = {}
    with navigation.chromium() as browser:
        for name in present(size, say):
            say(f"{size.peer_crowd} people: {name}")
            with served.peer(name, scratch) as place:
                taken[name] = tried(
                    say, lambda place=place: navigation.memory(browser, place, size.peer_crowd)
                )
    return {name: value for name, value in taken.items() if value is not None}


def _of_crowds(kit, plain):
    found = {f"memory_{n}": pair(kit, plain, n, lambda seen: seen.memory) for n in kit}
    found |= {
        f"burst_{n}": pair(kit, plain, n, lambda seen: max(seen.ready, default=None))
        for n in kit
        if n in BURSTS
    }
    found |= {f"median_{n}": pair(kit, plain, n, lambda seen: middle(seen.ready)) for n in kit if n in BURSTS}
    common = max(set(kit) & set(plain))
    found["private"] = pair(kit, plain, common, lambda seen: seen.private)
    failures = [sum(len(seen.failures) for seen in some.values()) for some in (kit, plain)]
    found["failures"] = Measured(*failures, n=f"{sum(kit)} and {sum(plain)}")
    return found


def _of_edits(kit, plain, size):
    edits = {
        name: some[size.active].edits
        for name, some in (("kit", kit), ("plain Voilà", plain))
        if size.active in some and some[size.active].edits
    }
    n = f"{' and '.join(str(len(taken)) for taken in edits.values())} edits of {size.active} people"
    lost = [len(some[size.active].lost) if size.active in some else None for some in (kit, plain)]
    return {
        "save_p50": by_place({name: 1000 * median(taken) for name, taken in edits.items()}, n),
        "save_p95": by_place({name: 1000 * p95(taken) for name, taken in edits.items()}, n),
        "lost": Measured(*lost, n=n),
    }


def edits(scratch, size, say):
    """Keys in Chromium, until something else on the page has changed."""
    chosen, typed = {}, {}
    with navigation.chromium() as browser:
        for make, number in (
            (served.kit, size.strokes),
            (served.plain, size.strokes),
            (served.same_page, size.strokes),
        ):
            with make(scratch) as place:
                say(f"{number} edits: {place.name}")
                chosen[place.name] = strokes.choices(browser, place, number)
                typed[place.name] = strokes.letters(browser, place, max(4, number // 4))
        for name in present(size, say):
            with served.peer(name, scratch) as place:
                say(f"{size.peer_strokes} edits: {name}")
                taken = tried(say, lambda place=place: strokes.choices(browser, place, size.peer_strokes))
                chosen |= {name: taken} if taken else {}
    n = f"{size.strokes}, peers {size.peer_strokes}"
    return {
        "choice_p50": by_place({name: median(taken) for name, taken in chosen.items()}, n),
        "choice_p95": by_place({name: p95(taken) for name, taken in chosen.items()}, n),
        "letter_p50": by_place(
            {name: median(taken) for name, taken in typed.items()}, f"{max(4, size.strokes // 4)}"
        ),
    }


def churns(scratch, size, say):
    """Tabs opened, refreshed and closed."""
    left = {}
    with navigation.chromium() as browser:
        for make, number in ((served.kit, size.churns), (served.plain, size.plain_churns)):
            with make(scratch) as place:
                say(f"open, refresh, close {number} times: {place.name}")
                left[place.name] = tried(say, lambda place=place, n=number: churn.left(browser, place, n))
    return {"churn": by_place(left, f"{size.churns}, plain {size.plain_churns}")}


def beginnings(scratch, size, say):
    """Imports, and the time from the command to the first page."""
    say("imports and starts")
    number = size.imports
    own = starts.imports("import workshop", served.ROOT, number)
    plain = starts.imports("import ipywidgets, pandas, plotly.graph_objects", served.ROOT, number)
    began = {}
    for _ in range(max(1, number // 3)):
        for make in (served.kit, served.plain, served.same_page):
            with make(scratch) as place:
                began.setdefault(place.name, []).append(place.began)
    for name in present(size, say):
        with served.peer(name, scratch) as place:
            began[name] = [place.began]
    return {
        "import": Measured(median(own), median(plain), n=f"{number}"),
        "start": by_place(
            {name: median(each) for name, each in began.items()}, f"{max(1, number // 3)}, peers 1"
        ),
    }


GROUPS = {
    "navigation": navigations,
    "server": readings,
    "crowd": crowds,
    "edit": edits,
    "churn": churns,
    "start": beginnings,
}

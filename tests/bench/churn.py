"""Tabs that are opened, refreshed and closed: how many processes stay behind."""

import navigation

SETTLING = 20.0
"""Seconds that a server has to end what nobody looks at any more."""


def left(browser, served, rounds):
    """Processes more than before, after so many times open, refresh and close."""
    served.tree.settle()
    before = served.tree.count()
    with navigation.person(browser, served) as context:
        for _ in range(rounds):
            tab = context.new_page()
            _open(tab, served)
            _open(tab, served)
            navigation.closed(tab)
    return served.tree.shrink_to(before, SETTLING)


def _open(tab, served):
    tab.goto(served.page, wait_until="commit")
    tab.wait_for_function("window.bench && window.bench.usable !== null")

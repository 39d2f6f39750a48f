"""What one participant answers on the express path, exercise by exercise."""

MEMBERS = ("kharbour", "klantern", "kkite", "krook", "kjuniper")
NAMES = ("Harbour", "Lantern", "Kite", "Rook", "Juniper")
FUNCTIONS = ("operations", "product", "finance", "people", "technology")
SIDES = {
    "bond": "relationship",
    "contact": "relationship",
    "news": "relationship",
    "help": "trade",
    "credit": "unsure",
}


def allies():
    for id, name in zip(MEMBERS[:3], NAMES, strict=False):
        yield f"people/{id}", {"ally": True}
        yield f"people/{id}/name", name
        yield f"people/{id}/project", "Project Aurora"
        for card, side in SIDES.items():
            yield f"people/{id}/cards/{card}", side


def five():
    for id, name in list(zip(MEMBERS, NAMES, strict=True))[3:]:
        yield f"people/{id}", {"seat": "five"}
        yield f"people/{id}/name", name
    for id, function in zip(MEMBERS, FUNCTIONS, strict=True):
        yield f"people/{id}/seat", "five"
        yield f"people/{id}/function", function
        yield f"people/{id}/level", "peer"
        yield f"people/{id}/authority", 3
        yield f"people/{id}/influence", 4


def ties():
    """Harbour knows everybody; nobody else knows anybody, one pair is unsure."""
    for number, first in enumerate(MEMBERS):
        for second in MEMBERS[number + 1 :]:
            pair = "~".join(sorted((first, second)))
            knows = (
                "yes" if "kharbour" in pair else "unsure" if {first, second} == {"kkite", "krook"} else "no"
            )
            yield f"ties/{pair}/knows", knows


EXPRESS_PATH = {
    "01_alliances": dict(allies()),
    "02_purpose": {
        "purpose/why_first": "People should not lose sleep over the next change",
        "purpose/values": ["fairness", "care"],
        "purpose/sentence": "Nobody in this company goes through a change alone",
        "purpose/horizon": 5,
        "purpose/project_cancelled": "yes",
        "purpose/employer_changed": "unsure",
        "people/kharbour/gain": "fewer fires at the quarter's end",
    },
    "03_five_people": dict(five()),
    "04_alliance_map": dict(ties()),
    "09_commit": {
        "plans/p1": {},
        "plans/p1/person": "kharbour",
        "plans/p1/trigger": "When the budget round opens",
        "plans/p1/action": "call Harbour first and ask what they need",
        "plans/p2": {},
        "plans/p2/person": "kkite",
        "plans/p2/trigger": "When Kite presents to the board",
        "plans/p2/action": "name Kite's part in the room",
    },
}

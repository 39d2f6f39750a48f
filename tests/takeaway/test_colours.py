"""Paper and slides have the colours of the screen."""

import re
from pathlib import Path

from workshop.takeaway.colours import HEX
from workshop.takeaway.drawing import COLOURS

TOKENS = Path(__file__).parents[2] / "workshop/widgets/css/tokens.css"


def in_light():
    """The colours that the screen has in light, six digits each."""
    light = TOKENS.read_text(encoding="utf-8").split("@media")[0]
    found = re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", light)
    return {
        name: value if len(value) == 6 else "".join(digit * 2 for digit in value) for name, value in found
    }


def test_a_colour_is_chosen_once():
    """Whoever changes a colour of the screen hears that paper has to follow."""
    assert {name: in_light()[name] for name in HEX} == HEX


def test_a_drawing_uses_only_colours_that_paper_knows():
    assert set(COLOURS) - {""} == set(HEX)

"""The benchmark measures what it says: its visitor, its arithmetic, and the table in the README."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "bench"))

import served
from edits import KitEdit
from table import BEGIN, END, PROMISES, Measured, Promise, met, ratio, reasons, row, table, written
from visitor import Visitor, finished, packed, unpacked

from workshop.model import value_at
from workshop.storage import FileStore


def test_a_visitor_without_a_browser_gets_every_state_and_a_receipt_for_an_edit(tmp_path):
    edit = KitEdit(served.CASE, served.PAGE)

    async def visited(place):
        visitor = await Visitor(place.page).enter(place.door)
        await visitor.arrive()
        receipt = await edit(visitor, 0)
        await visitor.leave()
        return visitor, receipt

    with served.kit(tmp_path) as place:
        visitor, receipt = finished(visited(place))
    assert len(visitor.views) == 5
    assert visitor.views <= set(visitor.states)
    assert visitor.first_byte <= visitor.last_byte < visitor.ready
    assert receipt["status"] == "saved"
    stored = FileStore(next(tmp_path.glob("*/data"))).load().workbook
    assert value_at(stored, edit.path) == edit.values[1]


def test_a_message_is_read_as_it_was_written():
    channel, parts = unpacked(packed("shell", [{"msg_type": "x"}, {}, {}, {"é": 1}]))
    assert channel == "shell"
    assert [bytes(part) for part in parts] == [b'{"msg_type": "x"}', b"{}", b"{}", b'{"\\u00e9": 1}']


@pytest.mark.parametrize(
    ("kit", "peers", "verdict"),
    [
        (1.0, {}, "met, peers not measured"),
        (1.01, {}, "**missed**"),
        (0.5, {"Peer": 0.6}, "met"),
        (0.5, {"Peer": 0.4}, "**missed**"),
        (None, {"Peer": 0.4}, ""),
    ],
)
def test_a_promise_is_met_up_to_its_target_and_below_every_peer(kit, peers, verdict):
    promise = Promise("key", "what", "s", 1.0, below_peers=True)
    assert met(promise, Measured(kit, peers=peers)) == verdict


def test_a_missed_promise_says_why():
    assert "storing the answer" in reasons({"choice_p50": Measured(16.0)})
    assert reasons({"choice_p50": Measured(15.0)}) == ""


def test_what_nobody_promised_is_neither_met_nor_missed():
    assert met(Promise("key", "what", "s"), Measured(3.0)) == ""


@pytest.mark.parametrize(
    ("kit", "plain", "times"),
    [(2, 5, "2.5×"), (0.5, 20, "40×"), (0, 5, "–"), (2, 0, "–"), (2, None, "–"), (None, 5, "–")],
)
def test_the_ratio_says_how_many_times_more_plain_voila_needs(kit, plain, times):
    assert ratio(Measured(kit, plain)) == times


def test_a_row_names_the_peers_from_the_quickest_to_the_slowest():
    cells = row(Promise("key", "what", "s"), Measured(1, 2, None, {"A": 9, "B": 3}, "5"))
    assert cells == ("what", "–", "1.00 s", "2.00 s", "2.0×", "–", "B 3.00 s, A 9.00 s", "", "5")


def test_the_readme_takes_the_table_between_its_markers():
    assert written(f"a\n{BEGIN}\nold\n{END}\nb\n", "new") == f"a\n{BEGIN}\nnew\n{END}\nb\n"
    with pytest.raises(ValueError, match="README"):
        written("a readme without markers", "new")


def test_the_readmes_table_has_the_rows_of_the_command():
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    found = [line for line in text.splitlines() if line.startswith("|")]
    printed = table({}).splitlines()
    assert found[:2] == printed[:2]
    assert [line.split("|")[1:3] for line in found[2:]] == [line.split("|")[1:3] for line in printed[2:]]
    assert len(PROMISES) == len(found) - 2

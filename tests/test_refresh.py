"""The refresh from snapshot to difference, as a page asks for it."""

import attrs
import pytest
from participant import Participant

from workshop.content import case, complaint
from workshop.model import Document, Workbook
from workshop.model.document import read
from workshop.session import Session
from workshop.storage import MemoryStore

CASE = "outlived-role"
"""A case with two snapshots."""


def of(workbook):
    return Participant(Session(MemoryStore(Document(workbook, 1))))


@pytest.fixture
def veteran():
    """Somebody with two snapshots, on the day of the case, at the refresh."""
    return Participant(Session(MemoryStore(read(case(CASE)))), case=CASE).open("10_refresh")


@pytest.fixture
def newcomer():
    """Somebody who has answered nothing."""
    return of(Workbook()).open("10_refresh")


def cards(person):
    return person.widgets["snapshots"].state["kept"]["items"]


def picture(person):
    return person.widgets["difference"].state["picture"]


def test_today_is_kept_at_the_request_of_a_page(veteran):
    answer = veteran.send(kind="snapshot", step="10_refresh.snapshots")
    assert answer == {"kind": "done", "what": "snapshot", "ok": True, "sentence": complaint("snapshot_kept")}
    assert len(cards(veteran)) == 3
    assert veteran.session.step == "10_refresh.snapshots"


def test_undo_says_where_the_snapshot_was_taken(veteran):
    veteran.send(kind="snapshot", step="10_refresh.snapshots")
    assert "What you compare with" in veteran.send(kind="undo")["sentence"]
    assert len(cards(veteran)) == 2


def test_nothing_to_keep_is_said(newcomer):
    answer = newcomer.send(kind="snapshot")
    assert (answer["ok"], answer["sentence"]) == (False, complaint("snapshot_empty"))


def test_the_latest_before_today_is_compared_with_also_when_today_was_kept(veteran):
    before = picture(veteran)["caption"]
    veteran.send(kind="snapshot")
    assert picture(veteran)["caption"] == before
    assert [card["fields"][1]["chosen"] for card in cards(veteran)] == [False, True, False]


def test_another_day_is_compared_with_on_one_page_alone(veteran):
    other = Participant(veteran.session, case=CASE).open("10_refresh")
    oldest = cards(veteran)[-1]
    assert veteran.send(kind="compare", id=oldest["id"])["ok"]
    assert oldest["title"] in picture(veteran)["caption"]
    assert oldest["title"] not in picture(other)["caption"]
    assert veteran.session.revision == other.session.revision


def test_a_comparison_with_nothing_known_is_one_with_the_latest(veteran):
    before = picture(veteran)["caption"]
    veteran.send(kind="compare", id=["no", "id"])
    assert picture(veteran)["caption"] == before


def test_the_purpose_of_then_is_read_beside_that_of_now(veteran):
    then = veteran.session.workbook.snapshots[-1].sentence
    [note] = [field for field in veteran.widgets["purpose"].state["fields"] if field["kind"] == "note"]
    assert then in note["text"]


def test_thanking_somebody_keeps_the_answers_and_the_row(veteran):
    [someone, *_] = veteran.session.workbook.five
    rows = [item["id"] for item in veteran.widgets["people"].state["fields"][0]["items"]]
    assert veteran.say(f"people/{someone.id}/seat", "thanked")["status"] == "saved"
    kept = veteran.session.workbook.person(someone.id)
    assert (kept.trust, kept.name) == (someone.trust, someone.name)
    assert rows == [item["id"] for item in veteran.widgets["people"].state["fields"][0]["items"]]
    assert someone.name in str(veteran.widgets["difference"].lines())


def test_somebody_new_is_named_and_seated(newcomer):
    newcomer.say("people/k1", {"seat": "bench"})
    newcomer.say_all({"people/k1/name": "Heron", "people/k1/seat": "five"})
    rows, cards = newcomer.widgets["people"].state["fields"]
    assert [item["title"] for item in rows["items"] + cards["items"]] == ["Heron", "Heron"]


def test_each_promise_is_a_row_under_what_was_promised(veteran):
    [rows] = veteran.widgets["promises"].state["fields"]
    plans = veteran.session.workbook.plans
    assert [row["title"] for row in rows["items"]] == [plan.action for plan in plans]
    assert veteran.say(f"plans/{plans[0].id}/kept", "yes")["status"] == "saved"
    assert veteran.headlines("promises")[0].startswith("Promises kept")


def test_both_days_are_on_one_map_and_in_one_list(veteran):
    groups = {group["look"]: group["names"] for group in veteran.widgets["difference"].state["groups"]}
    looks = {node["name"]: node["looks"] for node in picture(veteran)["nodes"]}
    assert [name for name, look in looks.items() if look == ["joined"]] == [groups["joined"]]
    assert [name for name, look in looks.items() if look == ["gone"]] == [groups["left"]]
    assert {tie["look"] for tie in picture(veteran)["ties"]} <= set(groups)
    assert all(names in picture(veteran)["alt"] for names in groups.values())


def test_without_a_snapshot_the_page_says_so_once_and_asks_everything(newcomer):
    state = newcomer.widgets["difference"].state
    assert (state["picture"], state["groups"]) == (None, [])
    assert state["missing"].startswith("Nothing to compare with yet.")
    assert {"refresh/role", "refresh/strategy", "refresh/stakeholders"} <= set(newcomer.fields("changes"))
    assert newcomer.fields("purpose").keys() >= {"purpose/sentence"}
    assert newcomer.headlines("snapshots") == newcomer.headlines("difference") == []


def test_the_snapshots_say_themselves_in_words(veteran):
    assert any("16 September 2025" in line for line in veteran.widgets["snapshots"].lines())


def test_the_page_to_keep_says_that_making_it_keeps_today(veteran):
    veteran.open("09_commit")
    [page] = [file for file in veteran.widgets["take"].state["files"] if file["what"] == "pdf"]
    assert "keeps today as a snapshot" in page["hint"]
    assert not veteran.widgets["snapshot"].state["compare"]


def test_what_moved_is_kept_with_today_asked_anew_and_brought_back_by_undo(veteran):
    before = veteran.session.workbook
    said = veteran.headlines("difference")
    veteran.send(kind="snapshot", step="10_refresh.difference")
    kept = veteran.session.workbook
    assert (kept.snapshots[-1].refresh, kept.refresh.told["role"]) == (before.refresh, None)
    assert veteran.headlines("difference") == said
    veteran.send(kind="undo")
    assert attrs.evolve(veteran.session.workbook, key=before.key) == before

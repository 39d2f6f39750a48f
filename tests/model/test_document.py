import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import json_values, workbooks

from workshop.errors import Refused
from workshop.model import Document, Workbook
from workshop.model.document import KIND, LARGEST_FILE, SCHEMA_VERSION, read, written

TWINS = [{"id": "a"}, {"id": "a"}]


@given(workbooks, st.integers(0, 999))
def test_what_is_written_reads_back_the_same(workbook, revision):
    document = Document(workbook, revision, undo=3, step="02_purpose.why", path="purpose/why_first")
    assert read(written(document)) == document
    assert read(written(document).encode()) == document


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "file_not_json"),
        ("hello", "file_not_json"),
        (b"\xff\xfe\x00", "file_not_json"),
        ("[" * 100_000, "file_not_json"),
        ('{"kind": NaN}', "file_not_json"),
        ("9" * 10_000, "file_not_json"),
        ("[]", "file_foreign"),
        ('{"kind": "recipe"}', "file_foreign"),
        (written(Document())[:-20], "file_cut_off"),
        (written(Document())[:-20].encode(), "file_cut_off"),
        (" " * (LARGEST_FILE + 1), "file_too_large"),
        (json.dumps({"kind": KIND, "schema_version": SCHEMA_VERSION + 1}), "file_too_new"),
        (json.dumps({"kind": KIND, "schema_version": "1"}), "file_damaged"),
        (json.dumps({"kind": KIND, "schema_version": 1}), "file_damaged"),
        (json.dumps({"kind": KIND, "schema_version": 1, "workbook": {"spice": 1}}), "file_damaged"),
        (json.dumps({"kind": KIND, "schema_version": 1, "workbook": {"people": TWINS}}), "file_damaged"),
        (json.dumps({"kind": KIND, "schema_version": 1, "workbook": {}, "revision": "x"}), "file_damaged"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_says_why(text, key):
    with pytest.raises(Refused) as refusal:
        read(text)
    assert refusal.value.key == key


@given(json_values, json_values)
def test_no_content_of_a_file_raises_anything_else(answers, revision):
    text = json.dumps({"kind": KIND, "schema_version": 1, "workbook": answers, "revision": revision})
    with contextlib.suppress(Refused):
        read(text)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(content):
    with pytest.raises(Refused):
        read(content)


def test_an_empty_workbook_is_a_short_file():
    assert read(written(Document())).workbook == Workbook()


def test_a_file_of_the_first_version_keeps_every_answer():
    """What version 1 could hold reads the same today, and is written as today's version."""
    first = {"purpose": {"sentence": "Calm"}, "people": [{"id": "a1", "name": "Kite", "seat": "five"}]}
    document = read(json.dumps({"kind": KIND, "schema_version": 1, "revision": 7, "workbook": first}))
    assert (document.workbook.purpose.sentence, document.workbook.five[0].name) == ("Calm", "Kite")
    assert json.loads(written(document))["schema_version"] == SCHEMA_VERSION > 1


def test_a_file_of_the_second_version_keeps_every_answer():
    """Version 2 knew the forum without its time of the day, and had no key and no drafts."""
    forum = {"name": "The table", "cadence": 4, "next_day": "2026-10-06"}
    kept = [{"id": "s1", "day": "2026-08-01", "sentence": "Calm", "forum": forum}]
    second = {"forum": forum, "plans": [{"id": "p1", "due": "2026-11-22"}], "snapshots": kept}
    document = read(json.dumps({"kind": KIND, "schema_version": 2, "revision": 7, "workbook": second}))
    told = json.loads(written(document))
    assert told["workbook"] == second
    assert (document.workbook.key, document.workbook.forum.time, document.workbook.drafts) == ("", None, ())
    assert told["schema_version"] == SCHEMA_VERSION > 2

"""The demonstration as a server: its addresses, the empty exercise, the notes, and nothing kept."""

from contextlib import contextmanager

import httpx
import nbformat
import pytest
from kit import running

from workshop import open_exercise
from workshop.app.notebooks import notebook_folder
from workshop.app.parts import mark_parts
from workshop.app.presenter import notes, query_of
from workshop.content import exercise, exercise_names
from workshop.model import Edit
from workshop.storage import FileStore, data_folder

OWN = "Nobody but me has seen this sentence"
WORKED = "Making change stick"


def parts(kind, name):
    notebook = nbformat.read(notebook_folder(kind) / f"{name}.ipynb", as_version=4)
    mark_parts(notebook.cells)
    return [cell.metadata["part"] for cell in notebook.cells if "part" in cell.metadata]


@contextmanager
def client_of(kit):
    with httpx.Client(base_url=kit.origin, timeout=60, trust_env=False) as client:
        assert client.get(kit.address).status_code == 302
        yield client


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with running(tmp_path_factory.mktemp("demo"), command="demo") as kit:
        yield kit


@pytest.fixture
def client(demo):
    with client_of(demo) as client:
        yield client


def page(client, query, name="02_purpose"):
    answer = client.get(f"/voila/render/{name}.ipynb{query}")
    assert answer.status_code == 200
    return answer.text


def test_a_demonstration_begins_in_the_presenter_view(client):
    assert client.get("/").headers["location"].endswith(".ipynb?present=1")


def test_the_neighbours_of_a_page_keep_case_and_view(client):
    assert "03_five_people.ipynb?present=1&amp;case=fragile-alliance" in page(
        client, "?case=fragile-alliance&present=1"
    )


def test_a_case_that_there_is_not_is_no_page(client):
    assert client.get("/voila/render/02_purpose.ipynb?case=nosuch").status_code == 404


def test_the_empty_exercise_has_no_answer_of_any_case(client):
    sentence = open_exercise("02_purpose", case="making-change-stick").session.workbook.purpose.sentence
    assert sentence in page(client, "?case=making-change-stick")
    assert sentence not in page(client, "?case=making-change-stick&empty=1")


@pytest.mark.parametrize("kernels", ["warm", "plain"])
def test_the_empty_exercise_never_opens_anybodys_own_answers(tmp_path, monkeypatch, kernels):
    open_exercise("02_purpose").session.edit(Edit("purpose/sentence", OWN, base=""))
    before = {path: path.stat().st_mtime_ns for path in data_folder().rglob("*")}
    monkeypatch.setenv("WORKSHOP_KERNELS", kernels)
    with running(tmp_path, command="demo") as kit, client_of(kit) as client:
        assert OWN not in page(client, "?empty=1")
    assert {path: path.stat().st_mtime_ns for path in data_folder().rglob("*")} == before
    assert FileStore(data_folder()).load().workbook.purpose.sentence == OWN


def test_where_nothing_is_kept_an_exercise_without_a_case_opens_empty_in_memory(monkeypatch):
    open_exercise("02_purpose").session.edit(Edit("purpose/sentence", OWN, base=""))
    monkeypatch.setenv("WORKSHOP_UNKEPT", "1")
    empty = open_exercise("02_purpose")
    assert not empty.session.workbook.purpose.sentence
    assert empty.status.state["case"]


def test_a_demonstration_of_one_case_can_show_each_exercise_with_its_own(tmp_path):
    with running(tmp_path, "fragile-alliance", command="demo") as kit, client_of(kit) as client:
        assert '"case": "fragile-alliance"' in page(client, "")
        assert '"case": ""' in page(client, "?case=best")


def test_the_notes_need_the_token(demo):
    with httpx.Client(base_url=demo.origin, trust_env=False, follow_redirects=True) as stranger:
        assert stranger.get("/notes").status_code == 403


def test_the_notes_hold_the_line_of_every_step(client):
    told = client.get("/notes").text
    assert 'id="cw-notes-facts"' in told
    for name in exercise_names():
        lines = {key: step["facilitator"] for key, step in exercise(name)["steps"].items()}
        assert {key: step["line"] for key, step in notes()["exercises"][name]["steps"].items()} == lines


def test_the_notes_open_the_block_that_speaks_of_a_step():
    blocks = notes()["exercises"]["04_alliance_map"]["blocks"]
    assert [block["title"] for block in blocks if "glue" in block["about"]] == ["The glue test"]
    assert all(block["minutes"] > 0 for block in blocks)


def test_a_page_of_ones_own_has_neither_presenter_nor_notes(tmp_path):
    with running(tmp_path / "data") as kit, client_of(kit) as client:
        assert "presenter" not in page(client, "?present=1&empty=1")
        assert client.get("/notes").status_code == 404
        assert client.get("/voila/render/02_purpose.ipynb?case=best").status_code == 404


@pytest.mark.parametrize("name", exercise_names())
def test_an_exercise_and_its_solution_call_a_part_the_same(name):
    solution = [part for part in parts("solutions", name) if not part.endswith("-more")]
    assert solution == parts("exercises", name)
    assert set(exercise(name)["steps"]) <= set(solution)


def test_an_address_keeps_what_was_asked_and_nothing_else():
    assert query_of({"present": "1", "case": "", "token": "secret", "empty": "1"}) == "?present=1&empty=1"
    assert query_of({}) == ""

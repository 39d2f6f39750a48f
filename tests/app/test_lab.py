"""JupyterLab on a person's own copies."""

import json
import subprocess
import sys

import httpx
import pytest
from small_server import write_notebook

from workshop.app.copies import bring_up_to_date


@pytest.fixture
def shipped(tmp_path):
    folder = tmp_path / "shipped"
    folder.mkdir()
    write_notebook(folder / "00_start.ipynb", ("markdown", "first version"))
    return folder


@pytest.fixture
def own(shipped, tmp_path):
    folder = tmp_path / "own"
    bring_up_to_date(shipped, folder)
    return folder


def cells(path):
    return [cell["source"] for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]


def test_copies_are_made(own):
    assert cells(own / "00_start.ipynb") == [["first version"]]


def test_an_unchanged_copy_is_brought_up_to_date(shipped, own):
    write_notebook(shipped / "00_start.ipynb", ("markdown", "second version"))
    assert bring_up_to_date(shipped, own) == ()
    assert cells(own / "00_start.ipynb") == [["second version"]]


def test_a_changed_copy_is_never_overwritten(shipped, own):
    """The new version lies beside it, and is told once."""
    write_notebook(own / "00_start.ipynb", ("markdown", "my own words"))
    write_notebook(shipped / "00_start.ipynb", ("markdown", "second version"))
    assert bring_up_to_date(shipped, own) == ("00_start.new.ipynb",)
    assert bring_up_to_date(shipped, own) == ()
    assert cells(own / "00_start.ipynb") == [["my own words"]]
    assert cells(own / "00_start.new.ipynb") == [["second version"]]


def test_a_copy_that_cannot_be_read_is_left_alone(shipped, own):
    (own / "00_start.ipynb").write_text("half a notebo")
    write_notebook(shipped / "00_start.ipynb", ("markdown", "second version"))
    bring_up_to_date(shipped, own)
    assert (own / "00_start.ipynb").read_text() == "half a notebo"


def test_without_its_record_a_copy_counts_as_changed(shipped, own):
    (own / ".shipped.json").write_text("[")
    write_notebook(shipped / "00_start.ipynb", ("markdown", "second version"))
    assert bring_up_to_date(shipped, own) == ("00_start.new.ipynb",)


def test_jupyterlab_opens_the_first_exercise(tmp_path, busy_port):
    """On the next free port, behind a token, with the kit's own Python."""
    words = [sys.executable, "-m", "workshop", "lab", "--no-browser", "--data", str(tmp_path)]
    process = subprocess.Popen(
        [*words, "--port", str(busy_port)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    address = process.stdout.readline().strip()
    origin = address.partition("/lab")[0]
    try:
        with httpx.Client(timeout=30, trust_env=False) as client:
            assert client.get(f"{origin}/api/contents").status_code == 403
            assert client.get(address, follow_redirects=True).status_code == 200
            listed = [entry["name"] for entry in client.get(f"{origin}/api/contents").json()["content"]]
            assert set(client.get(f"{origin}/api/kernelspecs").json()["kernelspecs"]) == {"python3"}
            assert client.get(f"{origin}/api/terminals").status_code == 404
    finally:
        process.terminate()
        process.wait(20)
    assert "/lab/tree/00_start.ipynb?token=" in address
    assert not origin.endswith(f":{busy_port}")
    assert "00_start.ipynb" in listed

"""Copies to change, and after an upgrade of the kit the same folder with every change."""

import json

import pytest

from workshop.app import customise
from workshop.app.customise import customised
from workshop.app.kit_files import kit_files
from workshop.content.custom import is_custom
from workshop.errors import Complaint

FRAME, AGENDA, START = "content/frame.toml", "content/agenda.toml", "exercises/00_start.ipynb"


@pytest.fixture
def ours(tmp_path):
    customised(tmp_path / "ours")
    return tmp_path / "ours"


def changed(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def upgrade(monkeypatch, **changes):
    """Let the kit be a newer one: by file, its old and its new words; None takes the file away."""
    kit = kit_files()
    for name, change in changes.items():
        if change is None:
            del kit[name]
        else:
            kit[name] = kit.get(name, b"").replace(change[0].encode(), change[1].encode(), 1)
    monkeypatch.setattr(customise, "kit_files", lambda: kit)


def everything(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_new_folder_has_all_files_twice_and_says_what_may_be_changed(ours):
    assert is_custom(ours)
    for name, text in kit_files().items():
        assert (ours / name).read_bytes() == (ours / ".kit" / name).read_bytes() == text
    assert "workshop check" in (ours / "README.md").read_text(encoding="utf-8")


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(Complaint, match="custom_in_the_way"):
        customised(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_called_again_without_an_upgrade_it_writes_nothing(ours):
    changed(ours / FRAME, "Reload the page", "Load it again")
    before = everything(ours)
    assert "up to date" in customised(ours)
    assert everything(ours) == before


def test_an_upgrade_brings_new_words_and_keeps_changed_ones(ours, monkeypatch):
    changed(ours / FRAME, "Reload the page", "Load it again")
    upgrade(monkeypatch, **{FRAME: ("Skip to the exercise", "Jump to the exercise")})
    customised(ours)
    text = (ours / FRAME).read_text(encoding="utf-8")
    assert "Load it again" in text
    assert "Jump to the exercise" in text
    assert text.startswith("# The words of the page frame")


def test_where_both_changed_a_word_own_ones_stay_and_the_kits_are_told(ours, monkeypatch):
    changed(ours / FRAME, "Reload the page", "Load it again")
    upgrade(monkeypatch, **{FRAME: ("Reload the page", "Refresh")})
    assert "reload: the kit has new words, and yours are kept. The kit says now: Refresh" in customised(ours)
    assert "Load it again" in (ours / FRAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("own", ['reload = "half', 'ours = "more"\n'])
def test_a_file_from_which_something_would_be_lost_is_left_and_named(ours, monkeypatch, own):
    (ours / FRAME).write_text(own + (ours / FRAME).read_text(encoding="utf-8"), encoding="utf-8")
    before = everything(ours)
    upgrade(monkeypatch, **{FRAME: ("Skip to the exercise", "Jump to the exercise")})
    assert FRAME in customised(ours)
    assert everything(ours) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('reload = "Reload the page"', 'reload = "Load it again"  # as on our letters'),
        ('reload = "Reload the page"', "# Ours: shorter\nreload = 'Again'"),
        ('skip = "Skip to the exercise"', '# next to a change of the kit\nskip = "Skip to the exercise"'),
        ("lang = ", "\n\nlang = "),
    ],
)
def test_an_upgrade_keeps_remarks_quotes_and_empty_lines(ours, monkeypatch, old, new):
    changed(ours / FRAME, old, new)
    upgrade(monkeypatch, **{FRAME: ('waiting = "Getting', 'fresh = "New"\nwaiting = "Fetching')})
    assert "left as it is" not in customised(ours)
    text = (ours / FRAME).read_text(encoding="utf-8")
    assert all(words in text for words in (new, 'fresh = "New"', 'waiting = "Fetching'))


@pytest.mark.parametrize("own", ['"Load it again"', '"Load it again"  # ours'])
def test_a_line_that_both_sides_changed_keeps_own_words_and_own_remark(ours, monkeypatch, own):
    changed(ours / FRAME, '"Reload the page"', own)
    upgrade(monkeypatch, **{FRAME: ('reload = "Reload the page"', 'reload = "Refresh"\nfresh = "New"')})
    customised(ours)
    assert f"reload = {own}" in (ours / FRAME).read_text(encoding="utf-8")


def test_an_upgrade_keeps_minutes_of_the_agenda(ours, monkeypatch):
    changed(ours / AGENDA, "minutes = 10,", "minutes = 12,")
    upgrade(monkeypatch, **{AGENDA: ('title = "Shared purpose"', 'title = "A purpose"')})
    assert "brought up to date" in customised(ours)
    text = (ours / AGENDA).read_text(encoding="utf-8")
    assert "minutes = 12," in text
    assert 'title = "A purpose"' in text


def test_an_upgrade_keeps_own_prose_and_brings_new(ours, monkeypatch):
    notebook = json.loads((ours / START).read_bytes())
    first, *_, last = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    new = {"id": "own-1", "cell_type": "markdown", "metadata": {}, "source": ["Added"]}
    was, first["source"] = json.dumps("".join(last["source"])[:12])[1:-1], ["# Ours"]
    notebook["cells"].append(new)
    (ours / START).write_text(json.dumps(notebook), encoding="utf-8")
    upgrade(monkeypatch, **{START: (was, "NEW " + was)})
    customised(ours)
    text = (ours / START).read_text(encoding="utf-8")
    assert all(words in text for words in ("# Ours", "Added", "NEW "))


def test_a_file_that_is_missing_comes_back(ours):
    (ours / FRAME).unlink()
    assert f"New: {FRAME}" in customised(ours)
    assert (ours / FRAME).is_file()


def test_a_file_that_went_away_is_named_and_stays(ours, monkeypatch):
    upgrade(monkeypatch, **{FRAME: None})
    assert f"The kit no longer has {FRAME}" in customised(ours)
    assert (ours / FRAME).is_file()


def test_a_second_upgrade_still_knows_own_words(ours, monkeypatch):
    changed(ours / FRAME, "Reload the page", "Load it again")
    for words in ("Jump there", "Leap there"):
        upgrade(monkeypatch, **{FRAME: ("Skip to the exercise", words)})
        customised(ours)
        assert all(text in (ours / FRAME).read_text(encoding="utf-8") for text in (words, "Load it again"))

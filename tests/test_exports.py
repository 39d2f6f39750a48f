"""Files to take away: made of any answers or refused in a sentence, in memory; no real name stays behind."""

import gc
import io
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hostile import half_filled, hostile
from participant import Participant

from workshop.content import case_names, exercise, exercise_names, words
from workshop.content.worked import worked
from workshop.errors import Refused
from workshop.exercise.exports import FILES, PAPERS, Wishes, exported, wishes_in
from workshop.exercise.messages import messages_of
from workshop.model import Document, Person, Workbook
from workshop.model.document import read
from workshop.session import Session
from workshop.storage import FileStore, MemoryStore

TODAY = date(2026, 11, 22)
STARTS = {
    "pdf": b"%PDF-",
    "slides": b"PK",
    "calendar": b"BEGIN:VCALENDAR",
    "excel": b"PK",
    "csv": b"PK",
    "graph": b"<?xml",
    "data": b"{",
}
"""How each file begins; a message begins with one of its headers."""
WORKBOOKS = {
    **{name: worked(name).workbook for name in case_names()},
    "empty": Workbook(),
    "half": half_filled(),
    "hostile": hostile(),
}
SAID = {
    ("calendar", words("complaints")["no_dates"]),
    ("message", words("complaints")["message_missing"]),
}
"""What may be refused, and in which words."""
REAL = "Zwanzigmann"


def asked(workbook):
    """Every file that can be asked for: what, and what is wished."""
    yield from ((what, Wishes()) for what in FILES if what != "message")
    yield from (("message", Wishes(message=one.id)) for one in messages_of(workbook, TODAY))


@pytest.mark.parametrize("what", FILES)
@pytest.mark.parametrize("workbook", WORKBOOKS.values(), ids=WORKBOOKS)
def test_every_file_is_made_or_refused_in_a_sentence(what, workbook):
    said = set()
    for wishes in [wishes for kind, wishes in asked(workbook) if kind == what]:
        try:
            file = exported(what, workbook, TODAY, wishes)
        except Refused as refused:
            said.add((what, words("complaints").get(refused.key, "")))
        else:
            assert file.content.startswith(STARTS.get(what, b""))
            assert len(file.content) > 100
    assert said <= SAID


@pytest.mark.parametrize("case", case_names())
def test_a_case_gives_every_file_on_its_own_day(case):
    day = date.fromisoformat(words("wording")["cases"][case]["day"])
    for what in STARTS:
        assert exported(what, WORKBOOKS[case], day, Wishes()).content


def test_each_file_has_a_name_and_a_kind_of_its_own():
    assert len({name for name, _, _ in FILES.values()}) == len(FILES)
    offered = {file["what"] for file in exercise("09_commit")["steps"]["take"]["files"]}
    assert offered == set(FILES) - {"message"}


def test_there_is_no_other_file():
    for what in ("", "nosuch", "__class__"):
        with pytest.raises(Refused) as refused:
            exported(what, Workbook(), TODAY, Wishes())
        assert refused.value.key == "not_a_file"


@pytest.fixture
def commit():
    """A person with a case at the last exercise."""
    store = MemoryStore(Document(WORKBOOKS["making-change-stick"], 1))
    return Participant(Session(store)).open("09_commit")


@pytest.mark.parametrize("what", STARTS)
def test_a_page_gets_a_file_as_bytes_beside_its_message(commit, what):
    answer = commit.export(what, n=7)
    assert (answer["kind"], answer["name"], answer["mime"]) == ("file", *FILES[what][:2])
    assert answer["content"].startswith(STARTS[what])
    assert "content" not in commit.received[-1]


@pytest.mark.parametrize(
    "wishes",
    [
        {"paper": 7, "names": ["a"], "zone": {"a": 1}, "reasons": "no", "message": 3},
        {"paper": ["a4"], "names": "Kite", "zone": ["x"], "message": None},
        {"paper": {}, "names": {"kite": 3, "nobody": "Anna", "": "x"}, "zone": "../../etc/passwd"},
        {"paper": "a4\x00", "names": {"kite": "\x00\n \t"}, "zone": "x" * 10_000},
    ],
)
def test_wishes_that_make_no_sense_are_passed_over(commit, wishes):
    for what in STARTS:
        assert commit.export(what, **wishes)["kind"] == "file", what


def test_wishes_fall_back_to_what_is_usual():
    assert wishes_in({"paper": 7, "names": [1], "zone": {}, "message": 1}) == Wishes()
    assert wishes_in({"paper": "letter", "reasons": False}) == Wishes(paper=PAPERS[1], reasons=False)


def test_a_real_name_is_one_line_and_not_too_long():
    assert wishes_in({"names": {"a": " Anna\n\tBerg\x00 ", "b": "  "}}).names == {"a": "Anna Berg"}
    assert wishes_in({"names": {"a": "x" * 60}}).names == {"a": "x" * 60}
    with pytest.raises(Refused) as refused:
        wishes_in({"names": {"a": "x" * 61}})
    assert refused.value.values == {"limit": 60}


def test_a_refusal_is_a_sentence_and_no_file(commit):
    for what, wishes in (
        ("nosuch", {}),
        ("message", {"message": "nosuch"}),
        ("pdf", {"names": {"a": "x" * 61}}),
    ):
        answer = commit.export(what, **wishes)
        assert (answer["kind"], answer["ok"]) == ("done", False)
        assert answer["sentence"].endswith(".")
        assert "content" not in answer


def test_a_message_without_its_answers_is_refused():
    with pytest.raises(Refused, match="message_missing"):
        exported("message", Workbook(), TODAY, Wishes(message="forum"))


def everything(content):
    """The bytes of a file, those inside an archive unpacked."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("what", ["slides", "calendar", "excel", "csv", "graph", "message"])
def test_real_names_stand_in_the_files_that_were_asked_for(commit, what):
    people = commit.session.workbook.people
    names = {person.id: f"{REAL} {number}" for number, person in enumerate(people)}
    content = everything(commit.export(what, names=names, message="cover")["content"])
    assert REAL.encode() in content
    assert b"Harbour" not in content


def test_own_data_have_code_names_whatever_is_wished(commit):
    names = {person.id: REAL for person in commit.session.workbook.people}
    content = commit.export("data", names=names)["content"]
    assert read(content).workbook == commit.session.workbook
    assert REAL.encode() not in content


def test_no_real_name_stays_behind(tmp_path, caplog, capfd):
    """Neither in the store, nor in the workbook, a download, a log, or what a page is shown."""
    store = FileStore(tmp_path / "data")
    store.save(Document(WORKBOOKS["making-change-stick"], 1))
    person = Participant(Session(store)).open("09_commit")
    before = person.session.workbook
    for what in FILES:
        person.export(what, names={"kite": REAL, "harbour": REAL * 6, "rook": f"{REAL}\x00"}, message="cover")
        person.export(what, names={"kite": REAL, "rook": f"{REAL} 2"}, message="cover")
    assert person.session.workbook == before
    person.say("purpose/own_value", "Patience")
    said = [person.session.download(), caplog.text, *capfd.readouterr(), repr(person.received)]
    said += [repr(widget.state) for widget in person.widgets.values()]
    said += [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()]
    assert not [text for text in said if REAL in text]


def test_no_real_name_stays_in_memory():
    """What is kept of one workbook, so that the next is shown quickly, is not kept of one with real names."""
    exported("pdf", WORKBOOKS["making-change-stick"], TODAY, Wishes(names={"kite": REAL}))
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Person) and one.name == REAL]


@pytest.mark.parametrize("what", sorted(set(FILES) - {"data"}))
def test_a_failure_says_nothing_of_real_names(commit, what, caplog, monkeypatch):
    def fails(_workbook, _today, wishes):
        raise ValueError(wishes.names)

    monkeypatch.setitem(FILES, what, (*FILES[what][:2], fails))
    answer = commit.export(what, names={"kite": REAL})
    assert answer["ok"] is False
    assert "ValueError" in caplog.text
    assert REAL not in caplog.text + repr(answer)


WRITES = []
_WATCHED = [False]


def _noticed(event, arguments):
    """Note each file that Python opens for writing, its own compiled modules aside."""
    if not _WATCHED[0] or event not in {"open", "os.mkdir", "os.rename", "tempfile.mkstemp"}:
        return
    flags = arguments[2] if event == "open" else os.O_WRONLY
    if (
        isinstance(flags, int)
        and flags & (os.O_WRONLY | os.O_RDWR)
        and "__pycache__" not in str(arguments[0])
    ):
        WRITES.append((event, str(arguments[0])))


sys.addaudithook(_noticed)


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """A home, a working folder and a folder for scratch files, all empty; and whatever is written."""
    for name in ("HOME", "XDG_CACHE_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    WRITES.clear()
    _WATCHED[0] = True
    yield tmp_path
    _WATCHED[0] = False


@pytest.mark.parametrize("what", FILES)
def test_a_file_is_made_in_memory(what, watched):
    exported(what, WORKBOOKS["making-change-stick"], TODAY, Wishes(message="cover"))
    assert WRITES == []
    assert list(watched.iterdir()) == []


def test_the_watch_sees_a_write(watched):
    (watched / "x").write_text("x")
    assert [path for _, path in WRITES] == [str(watched / "x")]


BLOCKED = ("typst", "pptx", "pandas", "numpy", "icalendar", "xlsxwriter")
OPEN_AND_ASK = f"""
import sys
for name in {BLOCKED!r}: sys.modules[name] = None
from participant import Participant
from workshop.content.worked import worked
from workshop.exercise.exports import FILES
from workshop.session import Session
from workshop.storage import MemoryStore
for name in {exercise_names()!r}:
    person = Participant(Session(MemoryStore(worked("making-change-stick")))).open(name)
for what in ("pdf", "slides", "calendar", "excel", "csv"):
    answer = person.export(what)
    assert answer["kind"] == "done" and answer["sentence"], (what, answer)
for what in ("data", "graph"):
    assert person.export(what)["kind"] == "file", what
print("opened")
"""


OPEN_AND_LIST = f"""
{OPEN_AND_ASK.split("for what", maxsplit=1)[0].replace("sys.modules[name] = None", "pass")}
print([name for name in {BLOCKED!r} if name in sys.modules])
"""


@pytest.mark.parametrize(
    ("code", "said"),
    [(OPEN_AND_ASK, "opened"), (OPEN_AND_LIST, "[]")],
    ids=["only the files that need it are refused", "opening every page loads none of it"],
)
def test_pages_do_without_what_makes_the_files(code, said):
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )
    assert result.stdout.strip() == said, result.stderr


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ([], "Code names only"),
        (["a"], "With some real names"),
        (["a", "b"], "With real names"),
        (["gone"], "Code names only"),
    ],
    ids=["nobody", "one of two", "everybody with a code name", "nobody who is there"],
)
def test_the_playbook_says_whose_names_are_in_it(named, said):
    """A role without a name yet has none to be real."""
    two = (Person("a", "Kite", seat="five"), Person("b", "Rook"), Person("c", "Buyer", role_needed=True))
    slides = exported("slides", Workbook(people=two), TODAY, Wishes(names=dict.fromkeys(named, REAL)))
    assert f"Made 22 November 2026. {said};".encode() in everything(slides.content)


def test_a_file_with_real_names_says_so_in_its_own_name():
    """Nobody passes one on unawares; own data never have any."""
    workbook = worked("making-change-stick").workbook
    named = Wishes(names={workbook.people[0].id: "Anna Berg"})
    made = [exported(what, workbook, date(2026, 9, 22), named).name for what in ("pdf", "calendar", "data")]
    assert made == [
        "coalition-playbook-real-names.pdf", "coalition-dates-real-names.ics", "coalition-workbook.json",
    ]  # fmt: skip

"""A customised folder for a test: copies of the kit's words, untouched, with one file changed."""

import shutil
from importlib.resources import files
from pathlib import Path

from workshop.content.custom import own_file

CONTENT = Path(str(files("workshop.content")))
NAMES = sorted(str(path.relative_to(CONTENT))[: -len(".toml")] for path in CONTENT.rglob("*.toml"))


def own_folder(folder, name="", change=lambda text: text, kit=lambda text: text):
    """Make a folder with the content file `name`: as copied (`kit`), and as changed since (`change`)."""
    for place in (folder / "content", folder / ".kit" / "content"):
        place.mkdir(parents=True)
    if name:
        text = kit((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))
        for place, written in ((folder / ".kit", text), (folder, change(text))):
            target = own_file(place, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(written, encoding="utf-8")
    return folder


def own_kit(folder):
    """Copy every content file, twice."""
    for place in (folder / "content", folder / ".kit" / "content"):
        shutil.copytree(CONTENT, place, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder

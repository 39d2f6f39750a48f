"""What `workshop customise` copies: the kit's own files, by the place that they have in a folder."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from workshop.app.notebooks import notebook_folder
from workshop.app.own_prose import cells_of
from workshop.content.custom import KIT
from workshop.content.merging import table

BRAND, GUIDE = "brand.toml", "facilitator_guide.md"


def copied_file(folder: Path, name: str) -> bytes | None:
    """Return the file that own words are compared with; None when it is gone, or nobody can read it."""
    copy = folder / KIT / name
    reads = {".toml": table, ".ipynb": cells_of}.get(copy.suffix)
    return None if reads is not None and reads(copy) is None else bytes_of(copy)


def bytes_of(file: Path) -> bytes | None:
    """Return what is in a file; None when it cannot be opened."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def kit_files() -> dict[str, bytes]:
    """Return the kit's words, brand, cases, notebooks and guide by name, such as `content/frame.toml`."""
    content = Path(str(files("workshop.content")))
    found = {f"content/{path.relative_to(content).as_posix()}": path for path in content.rglob("*.toml")}
    found[BRAND] = found.pop(f"content/{BRAND}")
    found |= {f"content/cases/{path.name}": path for path in (content / "cases").glob("*.json")}
    for kind in ("exercises", "solutions"):
        found |= {f"{kind}/{path.name}": path for path in notebook_folder(kind).glob("*.ipynb")}
    package = Path(str(files("workshop")))
    installed = package / "notebooks" / GUIDE
    found[GUIDE] = installed if installed.is_file() else package.parent / GUIDE
    return {name: path.read_bytes() for name, path in sorted(found.items())}

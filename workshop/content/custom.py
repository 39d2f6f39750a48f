"""Words of a facilitator's own: what they changed in a copied folder stands in place of the kit's words.

A customised folder holds copies of the words (`content/`) and, in `.kit/content/`, the same copies
untouched. Only what differs between the two is the facilitator's; everything else, and every structure,
is the kit's. So a newer kit brings its new words and keeps theirs.
"""

from __future__ import annotations

import os
from pathlib import Path

from workshop.errors import Complaint

CUSTOM = "WORKSHOP_CUSTOM"
"""Environment variable: the customised folder whose words are taken."""
KIT = ".kit"
"""Holds the kit's own files as they were when they were copied."""


def custom_folder() -> Path | None:
    """Return the customised folder in use; None when the kit's own words are."""
    chosen = os.environ.get(CUSTOM, "")
    return Path(chosen) if chosen else None


def own_file(folder: Path, name: str) -> Path:
    """Return where the content file `name` lies in a folder: in `content/`, but the brand at the top."""
    return folder / "brand.toml" if name == "brand" else folder / "content" / f"{name}.toml"


def is_custom(folder: Path) -> bool:
    """Return whether `folder` was made by `workshop customise`."""
    return (folder / KIT / "content").is_dir()


def has_lost_its_copies(folder: Path) -> bool:
    """Return whether own words lie in `folder`, and `.kit` does not: it is hidden, and easily left behind."""
    own = (own_file(folder, name) for name in ("brand", "frame"))
    return not is_custom(folder) and all(file.is_file() for file in own)


def asserted(folder: Path) -> Path:
    """Return `folder` if it was made by `workshop customise`.

    Raises:
        Complaint: it was not, or is not whole any more.
    """
    if not is_custom(folder):
        key = "custom_copies_lost" if has_lost_its_copies(folder) else "custom_unknown"
        raise Complaint(key, folder=folder)
    return folder

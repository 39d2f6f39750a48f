"""Where the answers of this computer's user lie."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "WORKSHOP_DATA"


def data_folder() -> Path:
    """Return the folder named by the environment variable WORKSHOP_DATA, else the user's own data folder."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else user_data_path("coalition-workshop", appauthor=False)

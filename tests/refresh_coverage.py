"""Write the coverage map of the architecture page anew: `python tests/refresh_coverage.py`."""

import re
from pathlib import Path

from workshop.content.coverage import as_table

PAGE = Path(__file__).parents[1] / "docs" / "architecture.md"
TABLE = re.compile(r"\| id \| what it stands for .*?(?=\n\n|\Z)", re.DOTALL)

if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(TABLE.sub(lambda _: as_table(), page).rstrip() + "\n", encoding="utf-8")

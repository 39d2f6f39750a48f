"""Write stored outputs of the solutions anew, when words have changed: `python tests/refresh_solutions.py`.

Read what it prints: it is what `make test` will compare with from now on.
"""

import json
from pathlib import Path

import nbformat
from nbclient import NotebookClient

SOLUTIONS = Path(__file__).parents[1] / "solutions"


def refreshed(path):
    """The notebook as JSON, its checked cells with the text that they give now."""
    ran = nbformat.read(path, 4)
    NotebookClient(ran, kernel_name="python3", resources={"metadata": {"path": str(SOLUTIONS)}}).execute()
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell, done in zip(notebook["cells"], ran.cells, strict=True):
        if "nbval-check-output" in cell["metadata"].get("tags", ()):
            [output] = done.outputs
            said = output["data"]["text/plain"]
            print(f"\n{path.stem}, {cell['id']}\n{said}")
            cell["outputs"][0]["data"] = {"text/plain": said.splitlines(keepends=True)}
    return notebook


if __name__ == "__main__":
    for path in sorted(SOLUTIONS.glob("*.ipynb")):
        path.write_text(json.dumps(refreshed(path), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

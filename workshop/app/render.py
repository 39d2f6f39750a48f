"""From a notebook to the page: Voilà's exporter and our template; what never changes is made once."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import nbformat
from voila.exporter import VoilaExporter
from voila.utils import get_page_config

from workshop.app.own_prose import with_own_prose
from workshop.content import language
from workshop.content.custom import custom_folder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from nbformat import NotebookNode
    from voila.app import Voila


class Notebooks:
    """Notebooks as they were read last, read again when their file has changed."""

    def __init__(self) -> None:
        """Begin with none."""
        self._read: dict[Path, tuple[tuple[int, int], NotebookNode]] = {}

    def copy(self, path: Path) -> NotebookNode:
        """Return a copy of the notebook at `path` that may be changed, with a facilitator's own prose.

        Raises:
            OSError: it cannot be read.
        """
        facts = path.stat()
        stamp = (facts.st_mtime_ns, facts.st_size)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            known = self._read[path] = (stamp, nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]
        notebook = deepcopy(known[1])
        if custom_folder() is not None:
            own = with_own_prose(notebook.cells, path.parent.name, path.stem)
            notebook.cells = [nbformat.from_dict(cell) for cell in own]  # type: ignore[no-untyped-call]
        return notebook


class Renderer:
    """Makes pages; one for each server."""

    def __init__(self, server: Voila, settings: dict[str, Any]) -> None:
        """Prepare what pages of `server` with these `settings` have in common, once its template is known."""
        choices = server.voila_configuration
        self._resources = {
            "base_url": server.base_url,
            "theme": choices.theme,
            "template": choices.template,
            **choices.config.VoilaConfiguration.resources,
        }
        self._page_config = get_page_config(server.base_url, settings, server.log, choices)
        self._exporter = VoilaExporter(
            template_paths=server.template_paths,
            template_name=choices.template,
            config=server.config,
            contents_manager=server.contents_manager,
            theme=choices.theme,
            base_url=server.base_url,
            language_code=language().split("-")[0],
            default_preprocessors=[],  # they strip and validate for printing: 20 ms for each page
        )

    def page(
        self,
        notebook: NotebookNode,
        name: str,
        kernel_start: Callable[..., Awaitable[str]],
        cell_generator: Callable[..., AsyncIterator[NotebookNode]],
    ) -> AsyncIterator[tuple[str, Any]]:
        """Return the parts of the page in their order; the template says when the kernel has to start.

        Args:
            notebook: with its frame.
            name: of the exercise.
            kernel_start: starts the kernel and returns its id.
            cell_generator: runs the code cells and yields every cell with its outputs.
        """
        parts: AsyncIterator[tuple[str, Any]] = self._exporter.generate_from_notebook_node(
            notebook,
            resources={**self._resources, "metadata": {"name": name}},
            extra_context={
                "main_js": "voila.js",
                "kernel_start": kernel_start,
                "cell_generator": cell_generator,
            },
            page_config=self._page_config,
        )
        return parts

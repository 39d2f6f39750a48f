"""One page on its way: its kernel is started when the words are out, and its cells follow one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.app.page_kernel import KernelEnded, PageKernel

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

    from nbformat import NotebookNode

    from workshop.app.kernels import PageKernels


class PageRun:
    """What the template calls while a page is made: `start`, then `cells`."""

    def __init__(self, kernels: PageKernels, send: Callable[[], Awaitable[None]]) -> None:
        """Begin with no kernel.

        Args:
            kernels: where kernels come from.
            send: sends what has been written so far.
        """
        self.kernel: PageKernel | None = None
        self._kernels = kernels
        self._environment: Mapping[str, str] = {}
        self._send = send
        self._admitted = False
        self._arriving = False

    def begin(self, most: int, environment: Mapping[str, str]) -> bool:
        """Count this page as one on its way, unless `most` are open already; return whether it may come.

        Its kernel shall have the variables `environment`.
        """
        if self._kernels.pages >= most:
            return False
        self._environment = environment
        self._kernels.arriving += 1
        self._arriving = True
        return True

    async def start(self, _notebook: NotebookNode) -> str:
        """Return the id of a started kernel, after waiting for a turn; empty when none can be started."""
        await self._send()
        self._admitted = await self._kernels.starting.acquire()
        await self._send()  # fails when the page was closed while it waited
        try:
            self.kernel = await self._kernels.for_page()
        except KernelEnded as trouble:
            self._kernels.log.error("No kernel for a page: %s", trouble)  # noqa: TRY400 - it says enough
            return ""
        self._arrive()
        await self._send()  # fails when the page has been closed meanwhile
        return self.kernel.id

    async def cells(self, notebook: NotebookNode, _kernel_id: str) -> AsyncIterator[NotebookNode]:
        """Yield every cell, code with what it put out; end early when the kernel does."""
        if self.kernel is None:
            return
        sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        outputs = self.kernel.outputs(sources, self._environment)
        try:
            for cell in notebook.cells:
                if cell.cell_type == "code":
                    cell.outputs = await anext(outputs)
                    await self._send()
                yield cell
        except KernelEnded as trouble:
            if self.kernel.id in self._kernels:  # else it was ended because the page was closed
                self._kernels.log.error("A page is not complete, for its kernel: %s", trouble)  # noqa: TRY400

    def leave(self) -> None:
        """Let the next page start; the kernel goes on."""
        self._arrive()
        if self.kernel is not None:
            self.kernel.leave()
        if self._admitted:
            self._kernels.starting.release()
            self._admitted = False

    def _arrive(self) -> None:
        if self._arriving:
            self._kernels.arriving -= 1
            self._arriving = False

"""The kernels of a server without the server: one loop, one zygote, and what its kernels say."""

import asyncio
import logging
import tempfile
from contextlib import contextmanager, suppress

from traitlets.config import Config

from workshop.app.kernels import OwnPython, PageKernels
from workshop.app.provisioner import NAME
from workshop.app.settings import KERNEL_ARGUMENTS, kernel_environment


class Here:
    """Kernels in this process."""

    def __init__(self, folder, sockets, *, warm=True, ready=0, environment=()):
        self.loop = asyncio.new_event_loop()
        self.sockets = sockets
        self.log = logging.getLogger(f"kernels of {folder}")
        self.kernels = self.run(self._made(folder, sockets, warm, ready, dict(environment)))

    async def _made(self, folder, sockets, warm, ready, environment):
        python = OwnPython(
            arguments=KERNEL_ARGUMENTS,
            environment=kernel_environment(folder) | environment,
            provisioner=NAME if warm else "",
        )
        return PageKernels(
            kernel_spec_manager=python,
            connection_dir=sockets,
            root_dir=str(folder),
            kept_ready=ready,
            log=self.log,
            config=Config(KernelManager={"transport": "ipc", "autorestart": False}),
        )

    def run(self, awaited):
        return self.loop.run_until_complete(asyncio.wait_for(awaited, 30))

    def page(self):
        return self.run(self.kernels.for_page())

    def outputs(self, kernel, *sources, **environment):
        """What each cell puts out."""

        async def all_of():
            return [found async for found in kernel.outputs(sources, environment)]

        return self.run(all_of())

    def said(self, kernel, source):
        """What a cell prints."""
        (found,) = self.outputs(kernel, source)
        return "".join(output.get("text") or output["ename"] + output["evalue"] for output in found)

    def left(self, kernel):
        kernel.leave()
        self.run(self.kernels.end_if_alone(kernel.id))

    def end(self):
        self.kernels.kept_ready = 0
        self.run(self.kernels.shutdown_all(now=True))
        self.kernels.end()
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
            with suppress(asyncio.CancelledError):
                self.run(task)
        self.loop.close()


@contextmanager
def kernels_here(folder, **options):
    """Have kernels for a while."""
    with tempfile.TemporaryDirectory() as sockets:
        here = Here(folder, sockets, **options)
        try:
            yield here
        finally:
            here.end()

"""The kernels of a server without the server: one loop, one zygote, and what its kernels say."""

import asyncio
import ctypes
import logging
import tempfile
import threading
from contextlib import contextmanager

from traitlets.config import Config

from workshop.app.kernels import OwnPython, PageKernels
from workshop.app.provisioner import NAME
from workshop.app.settings import KERNEL_ARGUMENTS, kernel_environment


class Here:
    """Kernels in this process."""

    def __init__(self, folder, sockets, *, warm=True, ready=0, environment=()):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
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
        """Run it in the loop's own thread: a browser that other tests drive has a loop in this one."""
        return asyncio.run_coroutine_threadsafe(asyncio.wait_for(awaited, 30), self.loop).result()

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
        texts = (output for output in found if output["output_type"] in {"stream", "error"})
        return "".join(output.get("text") or output["ename"] + output["evalue"] for output in texts)

    def left(self, kernel):
        kernel.leave()
        self.run(self.kernels.end_if_alone(kernel.id))

    def end(self):
        self.run(self.kernels.end())
        self.kernels._created_context = (
            False  # a test that failed keeps its sockets, and their end would be awaited
        )
        self.loop.call_soon_threadsafe(self.loop.stop)


@contextmanager
def kernels_here(folder, **options):
    """Have kernels for a while."""
    with tempfile.TemporaryDirectory() as sockets:
        here = Here(folder, sockets, **options)
        try:
            yield here
        finally:
            here.end()
            _adopt_nobody()


def _adopt_nobody():
    """Undo what a zygote's client asks for, or orphans of later tests would come to this process."""
    set_child_subreaper = 36
    ctypes.CDLL(None).prctl(set_child_subreaper, 0, 0, 0, 0)

"""Kernels of the pages: the Python of the server, private, warm where that works, ended with their page."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any, cast

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_core.utils import ensure_async
from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyter_server.utils import ApiPath
from traitlets import Any as AnyTrait
from traitlets import Dict, Integer, List, Unicode

from workshop.app.limits import FILES_OF_A_PAGE, REFILL_AFTER, STARTS_AT_ONCE
from workshop.app.page_kernel import KernelEnded, PageKernel
from workshop.app.provisioner import NAME
from workshop.app.zygote_client import ZygoteClient

if TYPE_CHECKING:
    import logging

    from jupyter_client.manager import AsyncKernelManager

CASE = "WORKSHOP_CASE"
"""Environment variable: the case that a kernel opens; read by `workshop.exercise.opening`."""


class OwnPython(KernelSpecManager):
    """Knows one kernel: the Python that runs the server, whatever else is installed on the machine."""

    kernel_dirs = List(Unicode(), [])
    arguments = List(Unicode(), config=True, help="further arguments of a kernel")
    environment = Dict(config=True, help="environment variables of a kernel")
    provisioner = Unicode("", config=True, help="name of the provisioner; empty for Jupyter's own")

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the kernel called `kernel_name`, with our arguments and environment."""
        spec = super().get_kernel_spec(kernel_name)
        spec.argv = [*spec.argv, *self.arguments]
        spec.env = {**spec.env, **self.environment}
        if self.provisioner:
            spec.metadata = {**spec.metadata, "kernel_provisioner": {"provisioner_name": self.provisioner}}
        return spec


class PageKernels(AsyncMappingKernelManager):
    """Kernels for pages: forked from the zygote where there is one, some kept ready, few starting at once."""

    kept_ready = Integer(0, config=True, help="how many kernels wait, started, for the next page")
    zygote = AnyTrait(None, allow_none=True)

    def __init__(self, **kwargs: Any) -> None:
        """Start the zygote if kernels are to come from it."""
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        self.log.addFilter(_is_not_told_twice)
        self.starting = asyncio.Semaphore(STARTS_AT_ONCE)
        self.arriving = 0
        self._given: set[str] = set()
        self._waiting: list[PageKernel] = []
        self._filling: asyncio.Task[None] | None = None
        python: OwnPython = kwargs["kernel_spec_manager"]
        if python.provisioner == NAME:
            self.zygote = ZygoteClient(python.environment, self.log)
            self.zygote.prepare()

    @property
    def pages(self) -> int:
        """How many pages are open or on their way; kernels that are kept ready belong to none."""
        self._given &= set(self.list_kernel_ids())
        return len(self._given) + self.arriving

    async def for_page(self) -> PageKernel:
        """Return a kernel that listens: one kept ready, or a new one.

        Raises:
            KernelEnded: this machine starts no further process, or it ended while starting, or is silent.
        """
        kernel = await self._kept() or await self._started()
        cast("Any", kernel.manager).last_activity = utcnow()  # else one that waited long is culled at once
        self._given.add(kernel.id)
        asyncio.get_running_loop().call_later(REFILL_AFTER, self.fill)
        return kernel

    def fill(self) -> None:
        """Start kernels until as many wait as shall be kept ready; one at a time."""
        if self._filling is None and len(self._waiting) < self.kept_ready:
            self._filling = asyncio.ensure_future(self._fill())

    async def end_if_alone(self, kernel_id: str) -> None:
        """End a kernel that no page is connected to, unless it has ended already."""
        if kernel_id in self and not self._connections(kernel_id):
            await ensure_async(self.shutdown_kernel(kernel_id, now=True))  # type: ignore[no-untyped-call]

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End an idle kernel, but not one that is kept ready."""
        if all(kernel_id != kernel.id for kernel in self._waiting):
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]

    async def end(self) -> None:
        """End every kernel, started or starting, and the zygote with whatever it forked."""
        self.kept_ready = 0
        for kernel_id in [key for key in self._pending_kernels if key not in self]:
            self._pending_kernels.pop(kernel_id).cancel()
        if self._filling is not None:
            self._filling.cancel()
        await ensure_async(self.shutdown_all(now=True))
        if self.zygote is not None:
            self.zygote.close()

    async def _kept(self) -> PageKernel | None:
        while self._waiting:
            kernel = self._waiting.pop(0)
            if await kernel.manager.is_alive():
                return kernel
            await self._dropped(kernel.id)
        return None

    async def _started(self) -> PageKernel:
        kernel_id = str(self.new_kernel_id())
        try:
            _make_sure_of_room()
            await self.start_kernel(kernel_id=kernel_id, kernel_name="python3", path=ApiPath(""))
            return await PageKernel.connected(
                kernel_id, cast("AsyncKernelManager", self.get_kernel(kernel_id))
            )
        except Exception as trouble:
            await self._dropped(kernel_id)
            msg = f"{type(trouble).__name__} {trouble}"
            raise KernelEnded(msg) from trouble

    async def _fill(self) -> None:
        try:
            while len(self._waiting) < self.kept_ready:
                self._waiting.append(await self._started())
        except KernelEnded as trouble:
            self.log.error("No kernel is kept ready: %s", trouble)  # noqa: TRY400 - it says enough
        finally:
            self._filling = None

    async def _dropped(self, kernel_id: str) -> None:
        self._pending_kernels.pop(kernel_id, None)  # where it never started
        if kernel_id in self:
            await ensure_async(self.shutdown_kernel(kernel_id, now=True))  # type: ignore[no-untyped-call]

    def _connections(self, kernel_id: str) -> int:
        model: dict[str, int] = self.kernel_model(kernel_id)  # type: ignore[no-untyped-call]
        return model["connections"]


def _make_sure_of_room() -> None:
    """Raise OSError when few further files can be opened: ZeroMQ ends the whole server when it finds none."""
    taken: list[int] = []
    try:
        taken.extend(os.open(os.devnull, os.O_RDONLY) for _ in range(FILES_OF_A_PAGE))
    finally:
        for descriptor in taken:
            os.close(descriptor)


def _is_not_told_twice(record: logging.LogRecord) -> bool:
    """Leave out the tracebacks of a kernel that did not start: why it did not is one line of ours."""
    return not (record.exc_info and "jupyter_client" in record.pathname)

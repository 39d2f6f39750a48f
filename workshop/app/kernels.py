"""Kernels of the pages: the same Python as the server, private, ended when their page is gone."""

from __future__ import annotations

import os
from contextvars import ContextVar
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Dict, List, Unicode

CASE = "WORKSHOP_CASE"
"""Environment variable: the case that a kernel opens; read by `workshop.exercise.opening`."""

started_for_page: ContextVar[list[str]] = ContextVar("started_for_page")
"""Ids of the kernels that the request being answered has started."""

case_for_page: ContextVar[str] = ContextVar("case_for_page", default="")
"""Name of the worked case that the page being answered shall show; empty for the person's own answers."""


class OwnPython(KernelSpecManager):
    """Knows one kernel: the Python that runs the server, whatever else is installed on the machine."""

    kernel_dirs = List(Unicode(), [])
    arguments = List(Unicode(), config=True, help="further arguments of a kernel")
    environment = Dict(config=True, help="environment variables of a kernel")

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the kernel called `kernel_name`, with our arguments and environment."""
        spec = super().get_kernel_spec(kernel_name)
        spec.argv = [*spec.argv, *self.arguments]
        spec.env = {**spec.env, **self.environment}
        return spec


class PageKernels(AsyncMappingKernelManager):
    """Tells the page that asked for a kernel which one it got, so that the page can end it."""

    async def _async_start_kernel(self, **asked: Any) -> str:
        if case := case_for_page.get():
            asked["env"] = {**asked.get("env", os.environ), CASE: case}
        kernel_id: str = await super()._async_start_kernel(**asked)
        started_for_page.get([]).append(kernel_id)
        return kernel_id

    start_kernel = _async_start_kernel  # type: ignore[assignment] # as in the base class, which binds it early

    async def end_if_alone(self, kernel_id: str) -> None:
        """End a kernel that no page is connected to, unless it has ended already."""
        if kernel_id in self and not self._connections(kernel_id):
            await ensure_async(self.shutdown_kernel(kernel_id, now=True))  # type: ignore[no-untyped-call]

    def _connections(self, kernel_id: str) -> int:
        model: dict[str, int] = self.kernel_model(kernel_id)  # type: ignore[no-untyped-call]
        return model["connections"]

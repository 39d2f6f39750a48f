"""Where kernels of the pages come from: the zygote, and a plain new process whenever it cannot serve."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from workshop.app.zygote_client import NoFork, ZygoteClient

if TYPE_CHECKING:
    from jupyter_client.connect import KernelConnectionInfo

NAME = "coalition-fork"
"""Of this provisioner among the entry points of the package."""


class ForkProvisioner(LocalProvisioner):
    """Jupyter's own provisioner, but the process is a fork where there is a zygote."""

    parent: Any
    process: Any

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork a kernel, or start `cmd` in a new process."""
        zygote: ZygoteClient | None = self.parent.parent.zygote
        if zygote is not None and zygote.serves:
            try:
                return await self._forked(zygote, **kwargs)
            except NoFork as reason:
                self.log.error("A plain kernel is started instead of a warm one: %s.", reason)  # noqa: TRY400
        return await super().launch_kernel(cmd, **kwargs)

    async def send_signal(self, signum: int) -> None:
        """Signal the kernel and what it started, unless it has ended: its number may be another's by then."""
        if self.process is not None and self.process.poll() is None:
            await super().send_signal(signum)

    async def _forked(self, zygote: ZygoteClient, **kwargs: Any) -> KernelConnectionInfo:
        cwd = str(kwargs.get("cwd") or Path.cwd())
        process = await zygote.fork(self.parent.connection_file, cwd, kwargs.get("env", os.environ))
        self.process, self.pid, self.pgid, self.cwd = process, process.pid, process.pid, cwd
        return self.connection_info

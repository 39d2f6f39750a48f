"""The kernel that the zygote prepares once and each fork finishes: sockets and threads come after."""

from __future__ import annotations

import logging
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp

if TYPE_CHECKING:
    from collections.abc import Mapping

LATE = ("IPython.core.logger", "bdb", "faulthandler", "importlib.readers", "tornado.platform.asyncio")
"""What a kernel imports while it starts and each page reads its words with: once here, not in each fork."""


class ForkedKernel(IPythonKernel):
    """A kernel whose instance may be older than its sockets."""

    shell: Any

    @classmethod
    def instance(cls, *args: Any, **traits: Any) -> ForkedKernel:
        """Return the one kernel of this process; where it was prepared, give it what only a fork has."""
        prepared = cls.initialized()
        kernel: ForkedKernel = super().instance(*args, **traits)
        if prepared:
            kernel.connect(traits)
        return kernel

    def connect(self, traits: Mapping[str, Any]) -> None:
        """Take session, sockets and threads, as the constructor would have."""
        for name, value in traits.items():
            setattr(self, name, value)
        self._stdout, self._stderr = sys.stdout, sys.stderr
        for part in (self.shell.displayhook, self.shell.display_pub):
            part.session = self.session
            part.pub_socket = self.iopub_socket


class ForkedApp(IPKernelApp):
    """ipykernel's application in two halves: `prepare` before the fork, `initialize` after it.

    It reads no configuration of the machine, writes none, and starts what a page needs: no history, no
    debugger, no subshells, no copies of the process's own output.
    """

    kernel_class = ForkedKernel

    def prepare(self) -> None:
        """Make everything that needs neither a socket nor a thread."""
        for name in LATE:
            import_module(name)
        self.log.setLevel(logging.ERROR)
        self.parent_handle = 1  # nobody to poll, and no word of how to quit
        super().init_profile_dir()  # type: ignore[no-untyped-call]
        kernel = ForkedKernel.instance(
            parent=self, profile_dir=self.profile_dir, user_ns=self.user_ns, log=self.log
        )
        self.kernel, self.shell = kernel, kernel.shell
        self.connection_dir = os.devnull

    def init_control(self, context: Any) -> None:
        """Open the control channel; cells run one after the other, so no thread deals them out."""
        super().init_control(context)  # type: ignore[no-untyped-call]
        self.shell_channel_thread = None

    def _nothing(self, *_args: object) -> None:
        """Done before the fork, or not wanted in a page."""

    init_config_files = init_crash_handler = _nothing
    parse_command_line = load_config_file = update_config = _nothing  # type: ignore[assignment]
    init_profile_dir = init_pdb = init_gui_pylab = init_extensions = init_code = _nothing

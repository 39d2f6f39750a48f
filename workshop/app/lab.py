"""The same notebooks in JupyterLab."""

from __future__ import annotations

import os
import secrets
import tempfile
from typing import TYPE_CHECKING, Any

from jupyterlab.labapp import LabApp
from tornado.ioloop import IOLoop
from traitlets.config import Config

from workshop.app.ports import free_port, kernel_transport, origin
from workshop.app.settings import kernel_environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jupyter_server.serverapp import ServerApp

FIRST = "00_start.ipynb"
NEWS = "@jupyterlab/apputils-extension:announcements"
"""JupyterLab's plugin that asks another host for news and updates."""


def serve_lab(
    notebooks: Path, data: Path, port: int, opened: Callable[[str, str], None], first: str = FIRST
) -> None:
    """Serve JupyterLab on the folder `notebooks` until the process is told to stop.

    Args:
        notebooks: the person's own copies.
        data: folder of the answers.
        port: port to listen on; the next free one is taken when it is busy.
        opened: called with the origin and the full address, token included, once the server listens.
        first: the notebook that is open at the beginning, below `notebooks`.

    Raises:
        Complaint: no port is free.
    """
    ip, token = "127.0.0.1", secrets.token_hex(24)
    transport, sockets = kernel_transport()
    with tempfile.TemporaryDirectory(prefix="lab_", dir=sockets) as connections:
        config = _configuration(notebooks, data, ip, free_port(ip, port), token)
        config.LabApp.default_url = f"/lab/tree/{first}"
        config.KernelManager.transport = transport
        config.MultiKernelManager.connection_dir = connections
        server: ServerApp = LabApp.initialize_server(argv=[], config=config)
        server.web_app.settings["page_config_hook"] = _without_news
        here = origin(ip, server.port)
        IOLoop.current().add_callback(opened, here, f"{here}/lab/tree/{first}?token={token}")
        server.start()


def _configuration(notebooks: Path, data: Path, ip: str, port: int, token: str) -> Config:
    os.environ.update(kernel_environment(data))
    return Config(
        ServerApp={
            "ip": ip,
            "port": port,
            "port_retries": 0,
            "root_dir": str(notebooks),
            "open_browser": False,
            "terminals_enabled": False,
            "log_level": "ERROR",
            "answer_yes": True,
            "allow_root": True,
            "jpserver_extensions": {"notebook_shim": False},  # it would print a deprecation notice
            "kernel_spec_manager_class": "workshop.app.kernels.OwnPython",
        },
        IdentityProvider={"token": token},
        PasswordIdentityProvider={"hashed_password": "", "password_required": False},
        LabApp={"log_level": "ERROR"},
        OwnPython={"environment": kernel_environment(data)},
    )


def _without_news(_handler: object, page: dict[str, Any]) -> dict[str, Any]:
    return {**page, "disabledExtensions": [*page.get("disabledExtensions", ()), NEWS]}

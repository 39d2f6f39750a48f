"""Voilà and Jupyter, set up for this kit; nothing is read from the machine's own Jupyter configuration."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traitlets.config import Config

from workshop.app.limits import CULL_INTERVAL, IDLE_LIMIT, kept_ready, warm
from workshop.app.ports import EVERYWHERE, kernel_transport
from workshop.app.provisioner import NAME

if TYPE_CHECKING:
    from workshop.app.site import Site

TEMPLATE = "coalition"
SHARE = Path(__file__).parent / "share"
EXTENSIONS = ["@voila-dashboards/widgets-manager8", "@jupyter-widgets/jupyterlab-manager", "anywidget"]
"""All that a page loads of JupyterLab's extensions; without the first no widget is drawn."""
KERNEL_ARGUMENTS = ["--HistoryManager.enabled=False", "--IPKernelApp.ignore_cwd=True"]


def configuration(site: Site, ip: str, port: int) -> Config:
    """Return the settings of the server for `site`, asked to listen at `ip` and `port`."""
    transport, sockets = kernel_transport()
    return Config(
        WorkshopApp={
            "ip": ip,
            "port": port,
            "root_dir": str(site.notebooks),
            "connection_dir_root": sockets,
            "log_level": "ERROR",
            "open_browser": False,
        },
        VoilaConfiguration=_pages(),
        KernelManager={"transport": transport, "autorestart": False},
        MappingKernelManager={"cull_idle_timeout": IDLE_LIMIT, "cull_interval": CULL_INTERVAL},
        PageKernels={"kept_ready": kept_ready()},
        OwnPython={
            "arguments": KERNEL_ARGUMENTS,
            "environment": kernel_environment(site.data) | _STATIC | (_UNKEPT if site.data is None else {}),
            "provisioner": NAME if warm(transport) else "",
        },
        ContentsManager={"allow_hidden": False},
    )


def _pages() -> dict[str, Any]:
    return {
        "template": TEMPLATE,
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "file_allowlist": [],
        "extension_allowlist": EXTENSIONS,
        "strip_sources": True,
        "multi_kernel_manager_class": "workshop.app.kernels.PageKernels",
        "kernel_spec_manager_class": "workshop.app.kernels.OwnPython",
    }


_STATIC = {"WORKSHOP_STATIC": "/assets"}
"""Where pages of this server find modules, styles and plotly; without it a kernel sends them."""

_UNKEPT = {"WORKSHOP_UNKEPT": "1"}
"""Where nothing is kept, no kernel opens this computer's answers; read by `workshop.exercise.opening`."""


def kernel_environment(data: Path | None) -> dict[str, str]:
    """Return what a kernel has to know: where the answers are, and where this very package is."""
    place = {} if data is None else {"WORKSHOP_DATA": str(data)}
    home = Path(__file__).parents[2]
    if home.name in {"site-packages", "dist-packages"}:
        return place
    return place | {"PYTHONPATH": os.pathsep.join(filter(None, (str(home), os.environ.get("PYTHONPATH"))))}


def headers(ip: str, port: int) -> dict[str, str]:
    """Return what every answer of the server tells the browser about safety."""
    return {
        "Content-Security-Policy": _policy(ip, port),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _policy(ip: str, port: int) -> str:
    hosts = ["localhost", "127.0.0.1"] if ip in EVERYWHERE else ["localhost", f"[{ip}]" if ":" in ip else ip]
    sockets = " ".join(f"ws://{host}:{port} wss://{host}:{port}" for host in hosts)
    return "; ".join((
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "script-src-attr 'none'",
        "style-src 'self' 'unsafe-inline'",
        f"connect-src 'self' {sockets}",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ))  # fmt: skip


def find_own_template() -> None:
    """Let Voilà find the template that lies inside this package, before any of the same name."""
    known = os.environ.get("JUPYTER_PATH", "").split(os.pathsep)
    if str(SHARE) not in known:
        os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (str(SHARE), *known)))

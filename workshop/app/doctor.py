"""Checks of this computer, each one told in a plain sentence with what to fix."""

from __future__ import annotations

import json
import re
import shutil
import stat
import sys
import time
import webbrowser
from importlib.metadata import PackageNotFoundError, metadata, version
from importlib.metadata import requires as required_by
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from jupyter_client.manager import KernelManager
from jupyter_core.paths import jupyter_config_path
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from workshop import content
from workshop.app.console import trouble
from workshop.app.folder import prepare
from workshop.app.kernels import OwnPython
from workshop.app.notebooks import notebook_folder, notebook_names
from workshop.app.ports import free_port, kernel_transport
from workshop.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterator

DISTRIBUTION = "coalition-workshop"
OLDEST_PYTHON = "3.11"
LOW_DISK = 200
"""Megabytes."""
KERNEL_PATIENCE = 60
"""Seconds."""


@attrs.frozen
class Check:
    """What was found.

    Attributes:
        state: `good`, `advice` or `fix`.
        sentence: what it means and what to do.
    """

    state: str
    sentence: str


def checks(data: Path, port: int) -> tuple[Check, ...]:
    """Look at everything the workshop needs."""
    return (
        python_check(),
        packages_check(),
        notebooks_check(),
        data_check(data),
        port_check(port),
        browser_check(),
        jupyter_check(),
        kernel_check(),
    )


def report(found: tuple[Check, ...]) -> str:
    """Return the checks as lines, and what to do next."""
    words = content.words("console")["doctor"]
    lines = [f"{words[check.state]:<5} {check.sentence}" for check in found]
    last = "to_fix" if any(check.state == "fix" for check in found) else "all_good"
    return "\n".join((*lines, "", words[last]))


def python_check(found: tuple[int, ...] = sys.version_info[:3]) -> Check:
    """Say whether this Python is new enough."""
    number = ".".join(map(str, found))
    fits = SpecifierSet(f">={_needed_python()}").contains(number)
    return _check("python", "good" if fits else "fix", version=number, needed=_needed_python())


def packages_check() -> Check:
    """Say whether all packages are there, in the versions the kit asks for."""
    try:
        wanted = [Requirement(line) for line in required_by(DISTRIBUTION) or ()]
    except PackageNotFoundError:
        return _check("packages", "advice")
    needed = [each for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]
    wrong = [each.name for each in needed if not _fits(each)]
    return _check("packages", "fix" if wrong else "good", names=", ".join(wrong), count=len(needed))


def notebooks_check() -> Check:
    """Say whether the exercises are where they should be."""
    folder = notebook_folder("exercises")
    count = len(notebook_names(folder))
    return _check("notebooks", "good" if count else "fix", count=count, folder=folder)


def data_check(data: Path) -> Check:
    """Say whether the data folder can be written to, is private, and has room."""
    try:
        prepare(data)
    except Complaint as complaint:
        return _check("data", "fix", sentence=trouble(complaint))
    free = shutil.disk_usage(data).free // 1_000_000
    if sys.platform != "win32" and stat.S_IMODE(data.stat().st_mode) & 0o077:
        return _check("data", "open", folder=data)
    return _check("data", "low" if free < LOW_DISK else "good", folder=data, free=free)


def port_check(port: int) -> Check:
    """Say whether the port is free."""
    try:
        free = free_port("127.0.0.1", port)
    except Complaint:
        return _check("port", "fix", port=port)
    return _check("port", "good" if free == port else "advice", port=port, free=free)


def browser_check() -> Check:
    """Say whether there is a browser to open."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return _check("browser", "advice")
    return _check("browser", "good")


def jupyter_check() -> Check:
    """Say whether Jupyter settings of this computer change JupyterLab."""
    names = tuple(_telling_settings())
    return _check("jupyter", "advice" if names else "good", names=", ".join(names))


def kernel_check() -> Check:
    """Say whether a kernel starts and can add."""
    started = time.monotonic()
    manager = KernelManager(kernel_spec_manager=OwnPython(), transport=kernel_transport()[0])
    try:
        manager.start_kernel()
        client = manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=KERNEL_PATIENCE)
        reply = client.execute("", user_expressions={"sum": "1 + 1"}, reply=True, timeout=KERNEL_PATIENCE)
        answer = reply["content"]["user_expressions"]["sum"]["data"]["text/plain"]
        client.stop_channels()
    except Exception:  # noqa: BLE001 - whatever it is, the kernel did not answer
        answer = ""
    finally:
        if manager.has_kernel:
            manager.shutdown_kernel(now=True)
    seconds = f"{time.monotonic() - started:.1f}"
    return _check("kernel", "good" if answer == "2" else "fix", seconds=seconds)


def _check(name: str, case: str, **values: object) -> Check:
    words = content.words("console")["doctor"]
    state = case if case in {"good", "advice", "fix"} else "advice"
    return Check(state, str(words[f"{name}_{case}"]).format(**values))


def _needed_python() -> str:
    try:
        asked = metadata(DISTRIBUTION)["Requires-Python"] or ""
    except PackageNotFoundError:
        asked = ""
    found = re.search(r">=\s*([\d.]+)", asked)
    return found[1] if found else OLDEST_PYTHON


def _fits(requirement: Requirement) -> bool:
    try:
        return requirement.specifier.contains(version(requirement.name), prereleases=True)
    except PackageNotFoundError:
        return False


def _telling_settings() -> Iterator[str]:
    """Yield the settings that hide or lock what JupyterLab needs here."""
    for folder in map(Path, jupyter_config_path()):
        for name in ("jupyter_server_config.json", "jupyter_server_config.py", "jupyter_lab_config.py"):
            if (folder / name).is_file():
                yield str(folder / name)
        page = folder / "labconfig" / "page_config.json"
        if page.is_file() and _disables(page):
            yield str(page)


def _disables(page: Path) -> bool:
    try:
        return bool(json.loads(page.read_text(encoding="utf-8")).get("disabledExtensions"))
    except (OSError, ValueError, AttributeError):
        return True

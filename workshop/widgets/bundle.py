"""Join our JavaScript modules, and our style sheets, into one string: those of one widget, or of all."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from workshop.content.brand_styles import brand_styles

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)
_WIDGET = re.compile(r"^export default ", re.MULTILINE)


@cache
def script(name: str) -> str:
    """Return module `name` and all that it imports, each once, as one ES module.

    Only imports of siblings, in the form `import { a, b } from "./name.js";`, are understood; top-level names
    have to differ between modules.
    """
    return "\n".join(_bare(part) for part in parts(name))


def modules() -> str:
    """Return the modules of all widgets, each once, as one ES module that exports each widget by its name."""
    found: dict[str, None] = {}
    for name in widgets():
        _collect(name, found)
    joined = (_WIDGET.sub(f"const widget_{part} = ", _bare(part)) for part in found)
    named = ", ".join(f"widget_{name} as {name}" for name in widgets())
    return "\n".join((*joined, f"export {{ {named} }};\n"))


def stub(name: str, address: str) -> str:
    """Return a module that fetches widget `name` from the joined one at `address`, or says that it cannot."""
    return _text("js", "stub.mjs").replace("ADDRESS", address).replace("NAME", name)


@cache
def styles(*names: str) -> str:
    """Return the design tokens, what all widgets share, and the style sheets `names`, as one style sheet."""
    return "\n".join(_text("css", f"{name}.css") for name in ("tokens", "base", *names)) + brand_styles()


def sheets() -> str:
    """Return the style sheets of all widgets, each once, as one."""
    return styles(*(name for name in _names("css") if name not in {"tokens", "base"}))


def parts(name: str) -> tuple[str, ...]:
    """Return the names of the modules that `name` needs, itself last, each after what it imports."""
    found: dict[str, None] = {}
    _collect(name, found)
    return tuple(found)


def widgets() -> tuple[str, ...]:
    """Return the names of the modules that are a widget."""
    return tuple(name for name in _names("js") if _WIDGET.search(source(name)))


def source(name: str) -> str:
    """Return the text of JavaScript module `name`."""
    return _text("js", f"{name}.js")


def _bare(name: str) -> str:
    return _IMPORT.sub("", _EXPORT.sub("", source(name)))


def _collect(name: str, found: dict[str, None]) -> None:
    for needed in _IMPORT.findall(source(name)):
        if needed not in found:
            _collect(needed, found)
    found[name] = None


def _names(kind: str) -> list[str]:
    files = resources.files("workshop.widgets").joinpath(kind).iterdir()
    return sorted(file.name.removesuffix(f".{kind}") for file in files if file.name.endswith(f".{kind}"))


def _text(folder: str, file: str) -> str:
    return resources.files("workshop.widgets").joinpath(folder, file).read_text(encoding="utf-8")

"""Join our JavaScript modules, and our style sheets, into the one string of each that a widget carries."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


@cache
def script(name: str) -> str:
    """Return module `name` and all that it imports, each once, as one ES module.

    Only imports of siblings, in the form `import { a, b } from "./name.js";`, are understood; top-level names
    have to differ between modules.
    """
    return "\n".join(_IMPORT.sub("", _EXPORT.sub("", source(part))) for part in parts(name))


@cache
def styles(*names: str) -> str:
    """Return the design tokens, what all widgets share, and the style sheets `names`, as one style sheet."""
    return "\n".join(_text("css", f"{name}.css") for name in ("tokens", "base", *names))


def parts(name: str) -> tuple[str, ...]:
    """Return the names of the modules that `name` needs, itself last, each after what it imports."""
    found: dict[str, None] = {}
    _collect(name, found)
    return tuple(found)


def source(name: str) -> str:
    """Return the text of JavaScript module `name`."""
    return _text("js", f"{name}.js")


def _collect(name: str, found: dict[str, None]) -> None:
    for needed in _IMPORT.findall(source(name)):
        if needed not in found:
            _collect(needed, found)
    found[name] = None


def _text(folder: str, file: str) -> str:
    return resources.files("workshop.widgets").joinpath(folder, file).read_text(encoding="utf-8")

"""The clickable app around the notebooks: server, page frame, data folder, JupyterLab and the doctor."""

import sys

# nbformat → jsonschema → rfc3987_syntax compiles 35 grammars at import (1.3 s, 20 MB) for a check that no
# notebook schema asks for; None makes that import fail, and jsonschema then skips the check.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

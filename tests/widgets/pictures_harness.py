"""A page with one picture widget on it, a stand-in for its model, and a stand-in for the outbox."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from workshop.widgets import bundle
from workshop.widgets.assets import shared_words

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
ROOT = Path(__file__).parents[2]
WORDS = tomllib.loads((ROOT / "workshop/content/pictures.toml").read_text(encoding="utf-8"))["words"]
WHY = {"why": "Why do I see this?", "tone_good": "Good", "tone_watch": "Watch"}

STAND_INS = """
window.harness = { puts: [], sent: [], values: {} };
class Model {
  constructor(state) { this.state = state; this.calls = new Map(); }
  get(name) { return name === "parts" ? Object.keys(this.state) : this.state[name.replace("state.", "")]; }
  on(name, call) { this.calls.set(name, [...(this.calls.get(name) ?? []), call]); }
  off(name, call) { this.calls.set(name, (this.calls.get(name) ?? []).filter((each) => each !== call)); }
  fire(name, ...values) { (this.calls.get(name) ?? []).forEach((call) => call(...values)); }
  set(state) { this.state = state; this.fire("change"); }
  send(message) { window.harness.sent.push(message); }
}
const listeners = new Set();
const page = {
  words: WORDS_HERE,
  put(path, value, options) {
    harness.puts.push({ path, value, ...options });
    harness.values[path] = value;
    listeners.forEach((call) => call(path));
  },
  valueOf: (path, shown) => (path in harness.values ? harness.values[path] : shown),
  entryAt: () => null,
  resolve() {},
  subscribe(call) { listeners.add(call); return () => listeners.delete(call); },
};
globalThis.coalitionPages = { open: new Map([["p1", page]]), awaited: new Map() };
"""


def page_of(widget_class, state):
    """Return the HTML of a page that shows `widget_class` with `state`."""
    facts = json.dumps(state).replace("<", "\\u003c")
    stand_ins = STAND_INS.replace("WORDS_HERE", json.dumps(shared_words()).replace("<", "\\u003c"))
    module = (
        bundle.script(widget_class.module)
        .replace("export default", "const widget =")
        .replace("</script", "<\\/script")
    )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Picture</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>
*{{box-sizing:border-box}}
body{{margin:0;background:var(--paper);color:var(--ink);font:var(--s1)/1.55 var(--sans)}}
main{{max-width:44rem;margin:0 auto;padding:1rem}} {bundle.styles(*widget_class.sheets)}</style></head>
<body><main><h1>A picture</h1><div id="here"></div></main><script type="module">{stand_ins}
{module}
window.model = new Model({facts});
window.quit = widget.render({{ model: window.model, el: document.getElementById("here") }});
</script></body></html>"""


def coalition(names, known, **more):
    """Return the state of a map of `names` in which the pairs of `known` know each other."""
    nodes = [{"id": "you", "name": "You", "initials": "Y", "kind": "you", "x": None, "y": None}]
    nodes += [
        {"id": f"k{n}", "name": name, "initials": name[:2], "kind": "member", "x": None, "y": None}
        for n, name in enumerate(names, 1)
    ]
    ids = [node["id"] for node in nodes[1:]]
    pairs = [
        {"id": f"{a}~{b}", "first": names[ids.index(a)], "second": names[ids.index(b)]}
        | dict(zip(("knows", "strength"), known.get((a, b), (None, None)), strict=True))
        for i, a in enumerate(ids)
        for b in ids[i + 1 :]
    ]
    own = [
        {"id": f"{id_}~you", "a": "you", "b": id_, "kind": "you", "knows": "yes", "strength": None}
        for id_ in ids
    ]
    return {
        "page": "p1", "step": "04_alliance_map.ties", "mode": "draw",
        "nodes": nodes, "ties": own, "pairs": pairs,
        "alt": "Map of your coalition.", "caption": "4 of 10 pairs know each other well.", "removals": {},
        "fields": [], "verdicts": [], "words": {**WORDS, **WHY}, **more,
    }  # fmt: skip


FIVE = ("Harbour", "Lantern", "Kite", "Anchor", "Meadow")
KNOWN = {
    ("k1", "k2"): ("yes", 3), ("k1", "k3"): ("yes", 1), ("k1", "k4"): ("yes", 2), ("k4", "k5"): ("yes", 2),
    ("k2", "k3"): ("unsure", None), ("k3", "k5"): ("no", None),
}  # fmt: skip

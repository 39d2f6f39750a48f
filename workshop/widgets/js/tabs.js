// The other tabs on the same workbook: who is there, so that only what nobody holds any more is taken up.

const ANSWERS_WITHIN = 300;

/** Return `{living: promise of tab ids, unknown(), tellErased()}`; `erased()` is called when another tab erased all. */
export function rollCall(workbook, tab, erased, signal) {
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(`coalition:${workbook}`) : null;
  const living = new Set();
  const say = (kind) => channel?.postMessage({ kind, tab });
  channel?.addEventListener("message", ({ data }) => {
    if (data.kind === "who") say("here");
    else if (data.kind === "here") living.add(data.tab);
    else if (data.kind === "erased") erased();
  });
  signal.addEventListener("abort", () => channel?.close());
  say("who");
  const answers = new Promise((resolve) => setTimeout(() => resolve([...living]), channel ? ANSWERS_WITHIN : 0));
  return { living: answers, tellErased: () => say("erased") };
}

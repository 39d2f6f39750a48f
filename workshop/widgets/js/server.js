// The server: asked, while the page is out of touch, whether it answers, and whether it is the one that sent the page.

const ASK_EVERY = 3000;
const SERVER_WITHIN = 2500;
const BROKEN = 500; // what stands between us and the server speaks for it from this status on

/** How the server answers: nobody knows, not at all, as the one that sent the page, as another one. */
export const UNKNOWN = "unknown";
export const SILENT = "silent";
export const SAME = "same";
export const OTHER = "other";

/** Call `told(answer)` now and every few seconds until the function returned is called. Never in JupyterLab, which has no such address. */
export function askServer(told) {
  const { alive, mark } = document.getElementById("cw-status")?.dataset ?? {};
  if (!alive) return () => {};
  let isOver = false;
  const ask = async () => {
    const answer = await answerOf(alive, mark);
    if (!isOver) told(answer);
  };
  const asking = setInterval(ask, ASK_EVERY);
  ask();
  return () => {
    isOver = true;
    clearInterval(asking);
  };
}

async function answerOf(address, mark) {
  try {
    const response = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(SERVER_WITHIN) });
    if (response.status >= BROKEN) return SILENT;
    return response.ok && (await response.text()) !== mark ? OTHER : SAME;
  } catch {
    return SILENT;
  }
}

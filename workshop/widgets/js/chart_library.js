// Plotly, once per page: from its address on our own server, or from the kernel where there is no such server.

/** Return a promise of plotly; it rejects when neither the server nor the kernel has it. */
export function plotlyFor(model, address) {
  globalThis.coalitionPlotly ??= loaded(model, address);
  globalThis.coalitionPlotly.catch(() => { globalThis.coalitionPlotly = undefined; });
  return globalThis.coalitionPlotly;
}

async function loaded(model, address) {
  if (globalThis.Plotly?.react) return globalThis.Plotly;
  if (address) {
    try {
      return await plotlyScript(address);
    } catch { /* then the kernel */ }
  }
  return plotlyFromKernel(model);
}

function plotlyScript(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => (globalThis.Plotly ? resolve(globalThis.Plotly) : reject(new Error("not plotly")));
    script.onerror = () => { script.remove(); reject(new Error("not there")); };
    document.head.append(script);
  });
}

function plotlyFromKernel(model) {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => { model.off("msg:custom", take); reject(new Error("no answer")); }, 20000);
    function take(message, buffers) {
      if (message?.kind !== "library") return;
      clearTimeout(patience);
      model.off("msg:custom", take);
      if (!buffers?.length) { reject(new Error("not installed")); return; }
      const address = URL.createObjectURL(new Blob([buffers[0]], { type: "text/javascript" }));
      plotlyScript(address).then(resolve, reject).finally(() => URL.revokeObjectURL(address));
    }
    model.on("msg:custom", take);
    model.send({ kind: "library" });
  });
}

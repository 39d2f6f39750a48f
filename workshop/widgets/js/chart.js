// Chart: a sentence first, a table for everybody, and plotly's picture when it comes into sight.
import { chartColours, coloured } from "./chart_colours.js";
import { plotlyFor } from "./chart_library.js";
import { chartTable } from "./chart_table.js";
import { element, setAttributes, setText, setTextOrHide } from "./dom.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

const NEAR = "300px";
const STILL = { staticPlot: true, displayModeBar: false, responsive: false };

export default { render: shownOnPage(showChart) };

function showChart(model, el) {
  const canvas = element("div", { class: "cw-chart-canvas" });
  const failed = element("p", { class: "cw-hint", hidden: true });
  const text = element("figcaption", { class: "cw-chart-text" });
  const table = chartTable();
  const verdicts = verdictPanel();
  const figure = element("figure", { class: "cw-chart-figure" }, canvas, failed, text);
  widgetRoot(el, "cw-chart").append(figure, table.root, verdicts.root);
  let library = null;
  let near = false;
  let drawn = [];
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function update() {
    const state = model.get("state");
    setTextOrHide(text, state.text);
    table.update(state.table, state.words);
    verdicts.update(state.verdicts, state.words);
    setText(failed, word(state.words, "chart_failed"));
    showFrame(canvas, state);
    draw();
  }

  async function draw() {
    const { figure: facts, library: address } = model.get("state");
    if (!facts || !near) return;
    try {
      library ??= plotlyFor(model, address);
      const plotly = await library;
      const now = [model.get("state").figure, canvas.clientWidth, dark.matches];
      if (!el.isConnected || !now[0] || now.every((fact, index) => fact === drawn[index])) return;
      drawn = now;
      const { data, layout } = coloured(now[0], chartColours(el), canvas.clientWidth);
      await plotly.react(canvas, data, layout, STILL);
      canvas.dataset.drawn = "true";
    } catch {
      library = null;
      drawn = [];
      failed.hidden = false;
      canvas.hidden = true;
    }
  }

  const sight = new IntersectionObserver((entries) => {
    if (near || !entries.some((entry) => entry.isIntersecting)) return;
    near = true;
    draw();
  }, { rootMargin: NEAR });
  sight.observe(figure);
  const size = new ResizeObserver(draw);
  size.observe(canvas);
  dark.addEventListener("change", draw);
  model.on("change:state", update);
  update();
  return () => {
    model.off("change:state", update);
    dark.removeEventListener("change", draw);
    sight.disconnect();
    size.disconnect();
  };
}

// The picture's place is kept before there is a picture.
function showFrame(canvas, { figure, text }) {
  canvas.hidden = !figure;
  canvas.style.minHeight = figure ? `${figure.layout.height}px` : "";
  setAttributes(canvas, { role: "img", "aria-label": text });
}

// The chart as a table, folded away until asked for.
import { element, setText } from "./dom.js";
import { word } from "./words.js";

export function chartTable() {
  const summary = element("summary");
  const head = element("thead");
  const body = element("tbody");
  const root = element("details", { class: "cw-chart-table" }, summary, element("div", { class: "cw-chart-scroll" }, element("table", {}, head, body)));
  let drawn = null;
  return {
    root,
    update(table, words) {
      if (table && table === drawn) return;
      drawn = table;
      root.hidden = !table?.rows?.length;
      setText(summary, word(words, "chart_table"));
      head.replaceChildren(tableRow(table?.head ?? [], () => element("th", { scope: "col" })));
      body.replaceChildren(...(table?.rows ?? []).map((row) => tableRow(row, rowCell)));
    },
  };
}

function rowCell(index) {
  return index ? element("td") : element("th", { scope: "row" });
}

function tableRow(cells, make) {
  return element("tr", {}, ...cells.map((text, index) => {
    const cell = make(index);
    setText(cell, String(text));
    return cell;
  }));
}

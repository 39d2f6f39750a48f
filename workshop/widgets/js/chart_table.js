// The chart as a table, folded away until asked for.
import { element, setText } from "./dom.js";
import { word } from "./words.js";

export function chartTable() {
  const summary = element("summary");
  const head = element("thead");
  const body = element("tbody");
  // With a place of its own in the order of the keyboard, as it scrolls where the screen is narrower.
  const wide = element("div", { class: "cw-chart-scroll", tabindex: "0", role: "group" }, element("table", {}, head, body));
  const root = element("details", { class: "cw-chart-table" }, summary, wide);
  let drawn = null;
  return {
    root,
    update(table, words) {
      if (table && table === drawn) return;
      drawn = table;
      root.hidden = !table?.rows?.length;
      setText(summary, word(words, "chart_table"));
      wide.setAttribute("aria-label", word(words, "chart_table"));
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

// Playbook: a page to keep, its panels where the layout puts them, and the reasons behind it, folded away.
import { chartTable } from "./chart_table.js";
import { drawnPicture } from "./drawing.js";
import { element, reconcile, setText } from "./dom.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { fittedOnPaper } from "./paper.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

export default { render: shownOnPage(showPlaybook) };

function showPlaybook(model, el) {
  const title = element("h2");
  const note = element("p");
  const page = sheetGrid();
  const summary = element("summary");
  const reasons = sheetGrid();
  const more = element("details", { class: "cw-playbook-reasons" }, summary, reasons.root);
  const head = element("header", {}, title, note);
  const sheet = element("article", { class: "cw-playbook" }, head, page.root, more);
  const verdicts = verdictPanel();
  widgetRoot(el, "cw-playbook-widget").append(sheet, verdicts.root);

  function update() {
    const state = model.get("state");
    const { playbook, words, verdicts: found } = state;
    verdicts.update(found, words);
    sheet.hidden = !playbook;
    if (!playbook) return;
    setText(title, playbook.title);
    setText(note, playbook.note);
    page.update(cellsOf(state, 1), words);
    setText(summary, word(words, "playbook_reasons"));
    reasons.update(cellsOf(state, 2), words);
    more.hidden = !playbook.sheets.some((each) => each.page === 2);
  }

  // The reasons are heavy and folded away: they come when they are first looked at.
  more.addEventListener("toggle", () => more.open && model.send({ kind: "reasons" }));

  model.on("change:state", update);
  update();
  const leavePaper = fittedOnPaper(sheet, [head, page.root]);
  return () => {
    model.off("change:state", update);
    leavePaper();
  };
}

function cellsOf(state, page) {
  const places = state.playbook.sheets.filter((sheet) => sheet.page === page).flatMap((sheet) => sheet.rows.flat());
  return places.map(({ share, panel }) => ({ share, panel: state[`panel ${panel}`] })).filter(({ panel }) => panel);
}

/** A grid of twelve columns; panels stay as they are while nothing in them changes. */
function sheetGrid() {
  const root = element("div", { class: "cw-sheet" });
  return {
    root,
    update(cells, words) {
      reconcile(root, cells, ({ panel }) => panel.key, panelPart).forEach((part) => part.say(words));
    },
  };
}

function panelPart() {
  const title = element("h3");
  const content = element("div");
  const table = chartTable();
  const root = element("section", { class: "cw-panel" }, title, content, table.root);
  let drawn = null;
  let twin = {};
  return {
    root,
    say: (words) => table.update(twin, words),
    update({ share, panel }) {
      root.style.setProperty("--share", share);
      if (panel === drawn) return;
      drawn = panel;
      twin = panel.picture?.table ?? {};
      root.dataset.panel = panel.key;
      setText(title, panel.title);
      content.replaceChildren(...panelContent(panel));
    },
  };
}

function panelContent({ lines, picture, entries, notes }) {
  return [
    ...lines.map(saidLine),
    ...(picture ? [drawnPicture(picture)] : []),
    ...(entries.length ? [element("ul", {}, ...entries.map((entry) => element("li", {}, ...entry.map(saidLine))))] : []),
    ...notes.map(saidLine),
  ];
}

function saidLine({ role, text }) {
  const line = element("p", { class: `cw-said is-${role}`, dir: "auto" });
  setText(line, text);
  return line;
}

// The entries of the ledger, each readable as one sentence, each removable.
import { button, element, reconcile, setAttributes, setText, setTextOrHide, uniqueId } from "./dom.js";
import { isolated } from "./map_label.js";
import { word } from "./words.js";

/** What happened, as one sentence. */
export function entrySentence({ name, direction, kind, initiative }, words) {
  const how = initiative && direction !== "talk" ? `_${initiative}` : "";
  const passed = word(words, `ledger_kind_${kind ?? "open"}`);
  const who = name ? isolated(name) : word(words, "ledger_somebody");
  return word(words, direction ? `ledger_row_${direction}${how}` : "ledger_row_open", { name: who, kind: passed });
}

/** Return the list: `{root, update(rows, state), focusNear(index)}`; `remove(row)` is called for a press. */
export function entryList(remove) {
  const title = element("p", { class: "cw-list-label", id: uniqueId() });
  const empty = element("p", { class: "cw-empty" });
  const list = element("ul", { class: "cw-entries", "aria-labelledby": title.id });
  const rest = element("p", { class: "cw-hint" });
  const more = button("", () => {
    all = !all;
    again();
  }, { class: "cw-button cw-quiet" });
  let all = false;
  let parts = [];
  let again = () => {};
  function update(rows, state) {
    again = () => update(rows, state);
    const { words, latest } = state;
    setText(title, word(words, "ledger_list"));
    setTextOrHide(empty, rows.length ? "" : word(words, "ledger_empty"));
    list.hidden = !rows.length;
    parts = reconcile(list, rows.slice(0, all ? undefined : latest), (row) => row.id, () => entryPart(remove, () => state));
    const key = all ? "ledger_show_latest" : "ledger_show_all";
    setTextOrHide(more, rows.length > latest ? word(words, key, { count: all ? latest : rows.length }) : "");
    setAttributes(more, { "aria-expanded": String(all) });
    setTextOrHide(rest, notShown(state, all || rows.length <= latest));
  }
  const focusNear = (index) => parts[Math.min(index, parts.length - 1)]?.focus();
  return {
    root: element("section", { class: "cw-ledger-list" }, title, empty, list, more, rest),
    update,
    indexOf: (row) => parts.findIndex((part) => part.id() === row.id),
    focusNear: (index) => (parts.length ? focusNear(index) : null),
    count: () => parts.length,
  };
}

function notShown({ words, total, rows }, wanted) {
  const count = total - rows.length;
  if (!wanted || count < 1) return "";
  return word(words, count === 1 ? "ledger_not_shown_one" : "ledger_not_shown", { count });
}

function entryPart(remove, stateNow) {
  const sentence = element("span", { class: "cw-entry-said" });
  const month = element("span", { class: "cw-sub" });
  let now = null;
  const removal = button("", () => remove(now), { class: "cw-button cw-quiet" });
  return {
    root: element("li", { class: "cw-entry" }, element("span", {}, sentence, " ", month), removal),
    id: () => now.id,
    focus: () => removal.focus(),
    update(row) {
      const state = stateNow();
      now = row;
      const said = entrySentence(row, state.words);
      setText(sentence, said);
      setText(month, monthName(row.month, state));
      setText(removal, word(state.words, "ledger_remove"));
      setAttributes(removal, { "aria-label": word(state.words, "ledger_remove_this", { sentence: said }) });
    },
  };
}

function monthName(month, { words, month_names: names }) {
  if (!month) return word(words, "ledger_no_month");
  const [year, number] = month.split("-");
  return `${names[Number(number) - 1]} ${year}`;
}

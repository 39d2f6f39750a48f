// The next entry of the ledger while it is put together: towards the fields it stands in for the page.
import { word } from "./words.js";

const EARLIER = "earlier";
const FACTS = ["direction", "kind", "initiative"];

/** Return a draft; `changed()` is called after each choice. */
export function ledgerDraft(changed) {
  const values = {};
  let state = null;
  const draft = {
    put(path, value) {
      if (path === "direction") Object.assign(values, { kind: value === "talk" ? null : values.kind, initiative: null });
      values[path] = value;
      changed();
    },
    valueOf: (path) => values[path] ?? preset(path, state),
    entryAt: () => null,
    resolve() {},
    /** Follow the kernel: what is chosen stays, unless the person is gone. */
    follow(next) {
      state = next;
      if (![...next.people, ...next.others].some(({ value }) => value === values.person)) values.person = null;
    },
    /** Begin the next entry with the same person and month. */
    next() {
      FACTS.forEach((path) => { values[path] = null; });
    },
    month: () => monthIn(draft.valueOf),
    entry: () => filled({ ...Object.fromEntries(FACTS.map((path) => [path, values[path]])), person: values.person, month: draft.month() }),
    problem: () => problemIn(draft, state),
    fields: () => draftFields(draft, state),
  };
  return draft;
}

function preset(path, { month }) {
  if (path === "month") return month;
  return path === "year" ? month.slice(0, 4) : null;
}

function monthIn(valueOf) {
  if (valueOf("month") !== EARLIER) return valueOf("month");
  return valueOf("month_of") ? `${valueOf("year")}-${valueOf("month_of")}` : null;
}

function filled(entry) {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value != null));
}

/** The first thing that stands in the way of noting: where it is, and the sentence about it. */
function problemIn(draft, state) {
  const month = draft.month();
  if (state.total >= state.most) return { path: "", key: "full" };
  if (!draft.valueOf("person")) return { path: "person", key: "needs_person" };
  if (!draft.valueOf("direction")) return { path: "direction", key: "needs_direction" };
  if (!month) return { path: "month_of", key: "needs_month" };
  return month > state.month ? { path: "month_of", key: "not_yet" } : null;
}

function draftFields(draft, state) {
  const { words } = state;
  const direction = draft.valueOf("direction");
  const asked = state.draft.filter(({ when }) => !when || when.includes(direction));
  const months = [...state.months, { value: EARLIER, label: word(words, "ledger_earlier") }];
  const earlier = draft.valueOf("month") === EARLIER ? earlierFields(state) : [];
  return [...asked.map(one), one({ path: "month", label: word(words, "ledger_month"), options: months }), ...earlier];
}

function earlierFields({ words, month_names: names, years }) {
  const months = names.map((label, index) => ({ value: String(index + 1).padStart(2, "0"), label }));
  return [
    one({ path: "month_of", label: word(words, "ledger_earlier_month"), options: months }),
    one({ path: "year", label: word(words, "ledger_earlier_year"), options: years.map((year) => ({ value: String(year), label: String(year) })) }),
  ];
}

/** One question of the draft, as a form draws it. */
export function one({ path, label, options }) {
  return { kind: "one", path, label, hint: "", value: null, options: options.map((option) => ({ hint: "", ...option })) };
}

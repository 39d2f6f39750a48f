// Ledger: an entry in ten seconds, and the latest entries below it. The draft lives here until it is noted.
import { button, element, setAttributes, setText, setTextOrHide } from "./dom.js";
import { fillFields } from "./fields.js";
import { ledgerDraft, one } from "./ledger_draft.js";
import { entryList, entrySentence } from "./ledger_rows.js";
import { isRemoved, statusLine, takeBack } from "./lists.js";
import { newId } from "./lists_add.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

export default { render: shownOnPage(showLedger) };

function showLedger(model, el, page) {
  const root = widgetRoot(el, "cw-ledger");
  const state = () => model.get("state");
  const context = { page, words: () => state().words, step: () => state().step };
  const draft = ledgerDraft(() => {
    if (complained) line.update("");
    complained = false;
    draw();
  });
  const form = draftForm(draft, context, (event) => note(event));
  const line = statusLine(context);
  const list = entryList((row) => remove(row));
  const verdicts = verdictPanel();
  let noted = [];
  let complained = false;
  root.append(form.root, line.root, list.root, verdicts.root);

  function draw() {
    const now = state();
    if (now.people) {
      draft.follow(now);
      form.update(now);
      list.update(rowsNow(now), now);
    }
    setAttributes(root, { role: "group", "aria-label": now.title || null });
    verdicts.update(now.verdicts, now.words);
  }

  /** The entries stored, behind those that are still on their way. */
  function rowsNow({ rows }) {
    noted = noted.filter(({ id }) => !rows.some((row) => row.id === id));
    return [...noted, ...rows].filter(({ id }) => !isRemoved(page, entryAddress(id)));
  }

  function note(event) {
    const problem = draft.problem();
    complained = Boolean(problem);
    if (problem) {
      line.update(word(state().words, `ledger_${problem.key}`, { most: state().most }));
      form.focus(problem.path);
      return;
    }
    const [id, entry] = [newId(), draft.entry()];
    const row = { id, ...entry, name: nameIn(state(), entry.person) };
    noted = [row, ...noted];
    page.put(entryAddress(id), entry, { step: state().step, soon: true });
    draft.next();
    draw();
    say("noted", row, () => forget(id));
    if (!event.detail) form.focus("direction");
  }

  function forget(id) {
    noted = noted.filter((row) => row.id !== id);
    page.put(entryAddress(id), null, { step: state().step, soon: true });
    draw();
    form.focus("direction");
  }

  function remove(row) {
    const place = list.indexOf(row);
    noted = noted.filter(({ id }) => id !== row.id);
    page.put(entryAddress(row.id), null, { step: state().step, soon: true });
    draw();
    say("gone", row, () => {
      focusNear(place);
      takeBack({ context, refresh: draw, line }, entryAddress(row.id));
    });
    focusNear(place);
  }

  function focusNear(place) {
    if (list.count()) list.focusNear(place);
    else form.focus("direction");
  }

  function say(what, row, undo) {
    line.update(word(state().words, `ledger_${what}`, { sentence: entrySentence(row, state().words) }), undo);
  }

  /** What the kernel turned down is said; after undo and erase only what is stored is shown. */
  function hear(path) {
    if (path === null) noted = noted.filter(({ id }) => page.entryAt(entryAddress(id)));
    else if (!noted.some(({ id }) => entryAddress(id) === path)) return;
    else if (page.entryAt(path)?.status === "refused") turnDown(path);
    draw();
  }

  function turnDown(path) {
    line.update(page.entryAt(path).sentence);
    noted = noted.filter(({ id }) => entryAddress(id) !== path);
    page.drop(path);
  }

  draw();
  model.on("change:state", draw);
  const unwatch = page.subscribe((path, typed) => typed || hear(path));
  return () => {
    model.off("change:state", draw);
    unwatch();
  };
}

/** The questions of one entry and the button that notes it. */
function draftForm(draft, { words, step }, note) {
  const who = element("div", { class: "cw-grid" });
  const others = element("div", { class: "cw-grid" });
  const facts = element("div", { class: "cw-grid" });
  const nobody = element("p", { class: "cw-empty" });
  const more = button("", () => {
    open = !open;
    redraw();
  }, { class: "cw-button cw-quiet" });
  const press = button("", note, { class: "cw-button cw-go" });
  const root = element("div", { class: "cw-draft" }, nobody, who, more, others, facts, press);
  const context = { page: draft, words, step };
  let open = false;
  let parts = [];
  let redraw = () => {};
  function update(state) {
    redraw = () => update(state);
    const [first, second] = state.people.length ? [state.people, state.others] : [state.others, []];
    const person = draft.valueOf("person");
    const shown = open || second.some(({ value }) => value === person);
    setTextOrHide(nobody, first.length ? "" : word(state.words, "ledger_nobody"));
    for (const part of [who, facts, press]) part.hidden = !first.length;
    setText(more, word(state.words, "ledger_more"));
    setAttributes(more, { "aria-expanded": String(shown), hidden: !second.length });
    setText(press, word(state.words, "ledger_note"));
    const asked = [
      fillFields(who, [one({ path: "person", label: word(state.words, "ledger_who"), options: first })], context),
      fillFields(others, shown ? [{ ...one({ path: "person", label: word(state.words, "ledger_others"), options: second }), quiet: true }] : [], context),
      fillFields(facts, draft.fields(), context),
    ];
    parts = asked.flat();
  }
  const focus = (path) => (parts.find(({ root: field }) => field.dataset.path === path) ?? { focus: () => press.focus() }).focus();
  return { root, update, focus };
}

function nameIn({ people, others }, id) {
  return [...people, ...others].find(({ value }) => value === id)?.label ?? "";
}

function entryAddress(id) {
  return `exchanges/${id}`;
}

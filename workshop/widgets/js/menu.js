// The menu "Your data": undo, download, restore, erase. By mouse and by keyboard; Escape closes it.
import { button, element, setText, setTextOrHide, uniqueId } from "./dom.js";
import { word } from "./words.js";

const LARGEST_FILE = 6_000_000;
const MARGIN = 12;

/** Return the menu: `{root, update(state), close()}`. */
export function dataMenu(page) {
  const id = uniqueId();
  const opener = element("button", { type: "button", class: "cw-button cw-opener", "aria-expanded": "false" });
  opener.setAttribute("aria-controls", id);
  const panel = element("div", { class: "cw-menu-panel", id, role: "group", hidden: true });
  const root = element("div", { class: "cw-menu" }, opener, panel);
  const menu = { page, words: {}, say: null, ask: null };
  const items = menuItems(menu);
  panel.append(items.root);

  const toggle = (open) => {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) intoView(panel);
    else items.reset();
  };
  opener.addEventListener("click", () => toggle(panel.hidden));
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    toggle(false);
    opener.focus();
  });
  const unlessInside = (node) => panel.hidden || root.contains(node) || toggle(false);
  root.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && unlessInside(relatedTarget));
  const outside = ({ target }) => unlessInside(target);
  document.addEventListener("pointerdown", outside);
  return {
    root,
    update(state) {
      menu.words = state.words;
      setText(opener, word(state.words, "data"));
      panel.setAttribute("aria-label", word(state.words, "data"));
      items.update(state);
    },
    close: () => document.removeEventListener("pointerdown", outside),
  };
}

/** Shift the panel so that it begins on the screen. */
function intoView(panel) {
  panel.style.translate = "none";
  const beyond = MARGIN - panel.getBoundingClientRect().left;
  if (beyond > 0) panel.style.translate = `${beyond}px`;
}

function menuItems(menu) {
  const where = element("p", { class: "cw-hint" });
  const result = element("p", { class: "cw-result", role: "status" });
  const act = (request, doneKey) => async () => {
    setText(result, word(menu.words, "working"));
    const done = await request();
    setText(result, done ? done.sentence || word(menu.words, doneKey) : word(menu.words, "no_answer"));
  };
  const undo = button("", act(() => menu.page.requests.undo(), "undone"));
  const download = button("", act(() => menu.page.requests.file("data"), "downloaded"));
  const restore = restoreItem(menu, result, act);
  const erase = eraseItem(menu, act(() => menu.page.requests.erase(), "erased"));
  const root = element("div", { class: "cw-menu-items" }, where, undo, download, restore.root, erase.root, result);
  return {
    root,
    reset() {
      erase.ask(false);
      setText(result, "");
    },
    update(state) {
      setTextOrHide(where, word(state.words, state.case ? "data_example" : "data_where"));
      setText(undo, word(state.words, "undo_last"));
      undo.setAttribute("aria-disabled", String(!state.can_undo));
      setText(download, word(state.words, "download"));
      restore.update(state);
      erase.update(state);
    },
  };
}

function restoreItem(menu, result, act) {
  const input = element("input", { type: "file", accept: ".json,application/json", hidden: true });
  const open = button("", () => input.click());
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    if (file.size > LARGEST_FILE) setText(result, word(menu.words, "file_too_large"));
    else await act(async () => menu.page.requests.restore(await file.text()), "restored")();
    input.value = "";
  });
  return {
    root: element("div", {}, open, input),
    update(state) {
      setText(open, word(state.words, "restore"));
      open.hidden = Boolean(state.case);
    },
  };
}

function eraseItem(menu, erase) {
  const ask = (asking) => {
    first.hidden = asking;
    second.hidden = !asking;
    if (asking) no.focus();
  };
  const first = button("", () => ask(true), { class: "cw-button cw-danger" });
  const warning = element("p");
  const yes = button("", async () => {
    await erase();
    ask(false);
    first.focus();
  }, { class: "cw-button cw-danger" });
  const no = button("", () => {
    ask(false);
    first.focus();
  });
  const second = element("div", { class: "cw-confirm", hidden: true }, warning, yes, no);
  const root = element("div", {}, first, second);
  return {
    root,
    ask,
    update({ words, case: example }) {
      root.hidden = Boolean(example);
      setText(first, word(words, "erase"));
      setText(warning, word(words, "erase_warning"));
      setText(yes, word(words, "erase_now"));
      setText(no, word(words, "erase_not"));
    },
  };
}

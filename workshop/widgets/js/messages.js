// Messages to send: each a card to reword, to copy, to open in a mail program or to save. Nothing is sent from here.
import { debounced, element, reconcile, setAttributes, setText, setTextOrHide, uniqueId } from "./dom.js";
import { messageCard } from "./messages_card.js";
import { realNames } from "./names.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

export default { render: shownOnPage(showMessages) };

function showMessages(model, el, page) {
  const root = widgetRoot(el, "cw-messages");
  const names = realNames(page);
  const state = () => model.get("state");
  const context = { page, names, state, words: () => state().words, step: () => state().step };
  const hint = element("p", { class: "cw-hint cw-messages-hint" });
  const named = element("p", { class: "cw-messages-named", role: "status" });
  const cards = element("div", { class: "cw-cards" });
  const missing = missingList(context);
  const verdicts = verdictPanel();
  root.append(hint, named, cards, missing.root, verdicts.root);
  let untouched = true;
  const draw = () => {
    const { messages = [], title, words } = state();
    const isHere = ({ id }) => cards.cwParts?.get(id)?.root.contains(document.activeElement);
    const written = messages.filter((message) => !message.missing || isHere(message));
    setAttributes(root, { role: "group", "aria-label": title || null });
    setTextOrHide(hint, word(words, written.length ? "messages_hint" : "messages_none"));
    setTextOrHide(named, written.length && Object.keys(names.all()).length ? word(words, "messages_named") : "");
    const parts = reconcile(cards, written, ({ id }) => id, (message) => messageCard(message, context));
    if (untouched && parts.length) parts[0].root.open = true;
    untouched &&= !parts.length;
    missing.update(messages.filter((message) => !written.includes(message)));
    verdicts.update(state().verdicts, words);
  };
  const soon = debounced(draw, 0);
  draw();
  model.on("change:state", draw);
  root.addEventListener("focusout", soon);
  const endings = [page.subscribe(soon), names.subscribe(soon)];
  return () => {
    model.off("change:state", draw);
    endings.forEach((end) => end());
  };
}

/** What cannot be written yet, and what to answer for it. */
function missingList(context) {
  const label = element("p", { class: "cw-list-label", id: uniqueId() });
  const list = element("ul", { "aria-labelledby": label.id });
  const root = element("div", { class: "cw-messages-missing" }, label, list);
  return {
    root,
    update(messages) {
      root.hidden = !messages.length;
      setText(label, word(context.words(), "messages_missing"));
      reconcile(list, messages, ({ id }) => id, missingLine);
    },
  };
}

function missingLine() {
  const title = element("b");
  const sentence = element("span");
  return {
    root: element("li", {}, title, sentence),
    update(message) {
      setText(title, message.title);
      setText(sentence, message.missing);
    },
  };
}

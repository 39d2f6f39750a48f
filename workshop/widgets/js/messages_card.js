// One message: its two fields, what can be done with it, and the way back to what the answers say.
import { button, element, setAttributes, setText, setTextOrHide } from "./dom.js";
import { isRemoved, statusLine, takeBack } from "./lists.js";
import { mailLink, saidOf } from "./messages_leave.js";
import { copied } from "./messages_copy.js";
import { messageField } from "./messages_field.js";
import { word } from "./words.js";

const PARTS = ["subject", "body"];

/** Return the card of a message: `{root, update(message)}`. */
export function messageCard(first, context) {
  const card = { message: first, context };
  const summary = messageHead();
  const inField = { ...context, own: (part) => ownWords(card, part), isOwn: () => isOwn(card), begin: () => begin(card) };
  const fields = PARTS.map((part) => messageField(part, inField));
  const link = mailLink();
  const copy = button("", () => copyOut(card), { class: "cw-button cw-go" });
  const save = button("", () => saveOut(card));
  const again = button("", () => writeAgain(card, summary.root, line), { class: "cw-button cw-quiet" });
  const line = statusLine(context);
  const actions = element("div", { class: "cw-message-actions" }, copy, link.root, save, again);
  card.said = element("p", { class: "cw-message-said", role: "status" });
  const inside = element("div", { class: "cw-message-inside" }, ...fields.map(({ root }) => root), actions, link.hint, card.said, line.root);
  const root = element("details", { class: "cw-person cw-message" }, summary.root, inside);
  root.addEventListener("toggle", () => fields.forEach(({ grow }) => grow()));
  const label = (node, key, title) => {
    setText(node, word(context.words(), key));
    setAttributes(node, { "aria-label": `${word(context.words(), key)}: ${title}` });
  };
  card.refresh = () => {
    const { message } = card;
    summary.update(message.title, word(context.words(), isOwn(card) ? "messages_edited" : "messages_written"));
    fields.forEach((field) => field.update(message));
    label(copy, "messages_copy", message.title);
    label(save, "messages_file", message.title);
    label(again, "messages_again", message.title);
    label(link.root, "messages_mail", message.title);
    link.update(leaving(card), word(context.words(), "messages_too_long"));
    again.hidden = !isOwn(card);
  };
  return {
    root,
    update(message) {
      card.message = message;
      card.refresh();
    },
  };
}

function messageHead() {
  const who = element("span", { class: "cw-who" });
  const sub = element("span", { class: "cw-sub" });
  const turn = element("span", { class: "cw-turn", "aria-hidden": "true" });
  return {
    root: element("summary", {}, element("span", { class: "cw-names" }, who, sub), turn),
    update(title, state) {
      setText(who, title);
      setTextOrHide(sub, state);
    },
  };
}

function address({ message }) {
  return `drafts/${message.id}`;
}

/** The person's own words for a part, as far as this page knows; empty when it is written from the answers. */
function ownWords(card, part) {
  const { page } = card.context;
  const shown = page.valueOf(`${address(card)}/${part}`, card.message.own[PARTS.indexOf(part)]) ?? "";
  return isRemoved(page, address(card)) ? "" : shown;
}

function isOwn(card) {
  return PARTS.some((part) => ownWords(card, part).trim());
}

/** New words come after a return to the answers that the kernel has not heard of: that return is forgotten. */
function begin(card) {
  const { page } = card.context;
  setText(card.said, "");
  if (isRemoved(page, address(card))) page.drop(address(card));
}

/** What leaves this page: `{subject, body, named}`, with real names where there are some. */
function leaving(card) {
  const { context, message } = card;
  const names = context.names.all();
  const { people = [] } = context.state();
  const [subject, body] = PARTS.map((part, at) => saidOf({
    own: ownWords(card, part), written: message.written[at], marked: message.marked[at], people, names,
  }));
  return { subject: subject.text, body: body.text, named: subject.named || body.named };
}

async function copyOut(card) {
  const { body, named } = leaving(card);
  const key = named ? "messages_copied_named" : "messages_copied";
  sayIn(card, (await copied(body)) ? key : "messages_not_copied");
}

async function saveOut(card) {
  const { context, message } = card;
  sayIn(card, "working");
  const done = await context.page.requests.file("message", { message: message.id, names: context.names.all() });
  if (done?.ok) sayIn(card, leaving(card).named ? "messages_saved_named" : "messages_saved", { name: done.name });
  else if (done?.sentence) setText(card.said, done.sentence);
  else sayIn(card, "no_answer");
}

function sayIn(card, key, values = {}) {
  setText(card.said, word(card.context.words(), key, values));
}

/** Give up the own words, in one change that can be taken back. */
function writeAgain(card, summary, line) {
  const { context } = card;
  context.page.put(address(card), null, { step: context.step(), soon: true });
  card.refresh();
  summary.focus();
  sayIn(card, "");
  line.update(word(context.words(), "messages_again_done"), () => {
    summary.focus();
    takeBack({ context, line, refresh: card.refresh }, address(card));
  });
}

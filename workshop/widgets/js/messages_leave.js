// What leaves the page: a message with real names where there are some, and the link that opens a mail program.
import { element, setAttributes, setTextOrHide } from "./dom.js";
import { renamedText } from "./names.js";

/** Signs of a link: some mail programs cut off longer ones. */
const LONGEST_LINK = 1900;
/** Stands for the name of somebody in `marked`, with the id in the middle. */
const MARK_OF_NAME = /\ue000([a-z0-9]{1,16})\ue001/g;

/**
 * Return what a part of a message says when it leaves: `{text, named}`; `named` when a real name is in it.
 * In one's own words code names give way wherever they stand, in what the answers wrote only where somebody is meant.
 */
export function saidOf({ own, written, marked, people, names }) {
  const plain = own.trim() ? own : written;
  if (!Object.keys(names).length) return { text: plain, named: false };
  const text = own.trim() ? renamedText(own, people, names) : unmarked(marked, people, names);
  return { text, named: text !== plain };
}

function unmarked(marked, people, names) {
  const codes = new Map(people.map(({ id, name }) => [id, name]));
  return marked.replace(MARK_OF_NAME, (whole, id) => names[id] || (codes.get(id) ?? whole));
}

/** Return the address that opens a mail program with this message, to nobody. */
export function mailAddress({ subject, body }) {
  return `mailto:?subject=${inAddress(subject)}&body=${inAddress(body)}`;
}

function inAddress(text) {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd").replace(/\r?\n/g, "\r\n"));
}

/** Return the link `{root, hint, update(message, sentence)}`; of a message too long for one, only the hint is there. */
export function mailLink() {
  // In a tab of its own: here it would count as leaving, and the server would put the page to rest.
  const root = element("a", { class: "cw-button", target: "_blank", rel: "noopener" });
  const hint = element("p", { class: "cw-hint" });
  return {
    root,
    hint,
    update(message, sentence) {
      const href = mailAddress(message);
      root.hidden = href.length > LONGEST_LINK;
      setAttributes(root, { href: root.hidden ? null : href });
      setTextOrHide(hint, root.hidden ? sentence : "");
    },
  };
}

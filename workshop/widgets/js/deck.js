// Deck: turn up a shock, then say for each member who stays. It holds nothing: the page's outbox does.
import { deckPile } from "./deck_pile.js";
import { shockCard } from "./deck_card.js";
import { debounced, element, reconcile, setAttributes, setText } from "./dom.js";
import { fieldNotice } from "./notice.js";
import { shownOnPage, widgetRoot } from "./page.js";
import { verdictPanel } from "./verdicts.js";
import { word } from "./words.js";

export default { render: shownOnPage(showDeck) };

function showDeck(model, el, page) {
  const root = widgetRoot(el, "cw-deck");
  const cards = element("div", { class: "cw-shocks" });
  const pile = deckPile((id) => turnUp(id));
  const status = element("p", { class: "cw-sr", role: "status" });
  const verdicts = verdictPanel();
  const context = { page, words: () => model.get("state").words, step: () => model.get("state").step };
  const notice = fieldNotice(context, () => pile.focus());
  root.append(cards, pile.root, notice.root, status, verdicts.root);

  const known = () => model.get("state").cards ?? [];
  const cardOf = (id) => known().find((card) => card.id === id);
  const drawn = () => (page.valueOf(model.get("state").path, model.get("state").drawn) ?? []).filter(cardOf);
  const keep = (ids) => page.put(model.get("state").path, ids, { step: context.step(), soon: true, picked: true });

  function turnUp(id) {
    if (drawn().includes(id)) return;
    keep([...drawn(), id]);
    draw(id);
    const card = cards.querySelector(`[data-shock="${id}"]`);
    card.querySelector(".cw-shock-title").focus({ preventScroll: true });
    card.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  function putBack(id) {
    keep(drawn().filter((other) => other !== id));
    draw();
    setText(status, word(context.words(), "deck_is_back", { title: cardOf(id).title }));
    pile.focus();
  }

  function draw(fresh) {
    const state = model.get("state");
    if (!state.path) return;
    const ids = drawn();
    setAttributes(root, { role: "group", "aria-label": state.title || null });
    if (fresh) setText(status, "");
    const shown = ids.map((id, index) => ({ ...cardOf(id), number: index + 1 }));
    reconcile(cards, shown, (card) => card.id, (card) => shockCard(card.id === fresh, context, putBack));
    pile.update(known().filter((card) => !ids.includes(card.id)), ids.length, state);
    notice.update(state.path, (value) => (value ?? []).map((id) => cardOf(id)?.title).filter(Boolean).join(", "));
    verdicts.update(state.verdicts, state.words);
  }

  const redraw = () => draw();
  const soon = debounced(redraw, 0);
  draw();
  model.on("change:state", redraw);
  const unwatch = page.subscribe(soon);
  return () => {
    model.off("change:state", redraw);
    unwatch();
  };
}

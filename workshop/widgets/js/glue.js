// The glue test: take somebody out, see what remains, read one sentence and one repair, put them back.
import { button, element, reconcile, setAttributes, setText } from "./dom.js";
import { dragging } from "./drag.js";
import { fallAway, mapWithout } from "./glue_fall.js";
import { glueOutcome } from "./glue_said.js";
import { glide } from "./map_motion.js";
import { isolated } from "./map_label.js";
import { mapScene, spokenNode } from "./map_scene.js";
import { word } from "./words.js";

const ENOUGH_SEEN = 2;

export function glueMode(view) {
  const outcome = glueOutcome();
  const people = element("div", { class: "cw-glue-people", role: "group" });
  const back = button("", () => takeOut(null));
  const invitation = glueInvitation(() => {
    takeOut("you");
    back.focus();
  });
  const row = element("div", { class: "cw-glue-row" }, people, back);
  const above = element("div", { class: "cw-glue-above" }, outcome.root, row);
  const root = element("div", { class: "cw-map-below" }, invitation.root);
  const seen = new Set();
  const glider = glide((scene) => view.picture.drawing.show(scene));
  let out = null;

  function takeOut(id) {
    out = out === id ? null : id;
    if (out) seen.add(out);
    view.redraw();
  }

  const removable = () => view.state.nodes.filter((node) => node.kind === "member" || node.kind === "you")
    .sort((a, b) => (a.kind === "you") - (b.kind === "you"));

  dragging(view.picture.svg, {
    placeOf: (id) => glider.placeOf(id),
    move() {}, drop() {},
    tap(id) { if (removable().some((node) => node.id === id)) takeOut(id); },
    cancel() { if (out) takeOut(out); },
  });

  function show() {
    const { state, picture } = view;
    const remaining = mapWithout(state, out && [out]);
    const scene = mapScene(remaining, picture.width(), view.measure, { shelf: true });
    const removal = out && state.removals[out];
    const groups = removal?.groups ?? [];
    if (out) fallAway(scene, [out], groups);
    scene.nodes.forEach((node) => {
      node.spoken = spokenRest(node, remaining, out);
      node.pressed = node.id === out;
    });
    picture.svg.setAttribute("aria-label", state.alt);
    glider.to(scene);
  }

  return {
    root,
    above,
    caption: () => out && word(view.state.words, "glue_caption"),
    update() {
      if (out && !view.state.nodes.some((node) => node.id === out)) out = null;
      const { state } = view;
      show();
      outcome.update(out && (state.removals[out] ?? { headline: word(state.words, "glue_open"), tone: "open" }), word(state.words, "glue_hint"), state);
      setAttributes(people, { "aria-label": word(state.words, "glue_people") });
      reconcile(people, removable(), (node) => node.id, (node) => personButton(node, () => takeOut(node.id)));
      [...people.children].forEach((each, index) => setAttributes(each, { "aria-pressed": String(removable()[index].id === out) }));
      setText(back, word(state.words, "glue_put_back"));
      setAttributes(back, { "aria-disabled": String(!out) });
      const members = removable().filter((node) => node.kind === "member");
      const looked = members.filter((node) => seen.has(node.id)).length;
      invitation.update(looked >= Math.min(ENOUGH_SEEN, members.length) && looked > 0 && !seen.has("you"), state.words);
    },
  };
}

function spokenRest(node, state, out) {
  const name = isolated(node.name);
  if (node.id === out) return word(state.words, "glue_is_out", { name });
  return out && node.kind === "you" ? word(state.words, "glue_aside", { name }) : spokenNode(node, state, state.words);
}

function glueInvitation(accept) {
  const text = element("b", {});
  const go = button("", accept, { class: "cw-button cw-go" });
  const root = element("div", { class: "cw-glue-invitation", role: "status" });
  return {
    root,
    update(invited, words) {
      setText(text, word(words, "glue_invite"));
      setText(go, word(words, "glue_invite_button"));
      if (invited && !text.isConnected) root.append(text, go);
      if (!invited) root.replaceChildren();
    },
  };
}

function personButton(node, act) {
  const root = button("", act, { class: "cw-button cw-glue-person" });
  return { root, update: (now) => setText(root, isolated(now.name)) };
}

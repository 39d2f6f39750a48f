// The glue test: take somebody out, see what remains, read one sentence and one repair, put them back.
import { button, element, reconcile, setAttributes, setText, setTextOrHide } from "./dom.js";
import { dragging } from "./drag.js";
import { glide } from "./map_motion.js";
import { isolated } from "./map_label.js";
import { apart, groupAreas, placesWithin, shelfPlace, wholeArea } from "./map_layout.js";
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
    const remaining = withoutOne(state, out);
    const scene = mapScene(remaining, picture.width(), view.measure, { shelf: true });
    const removal = out && state.removals[out];
    const groups = removal?.groups ?? [];
    if (out) fallAway(scene, out, groups);
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
      outcome.update(out && (state.removals[out] ?? { headline: word(state.words, "glue_open"), tone: "open" }), state);
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

// Those who decide are not asked; and while somebody is out, the members' own ties are all that counts.
function withoutOne(state, out) {
  const counts = (tie) => tie.kind === "pair" && tie.a !== out && tie.b !== out;
  return {
    ...state,
    nodes: state.nodes.filter((node) => node.kind !== "decider"),
    ties: out ? state.ties.filter(counts) : state.ties.filter((tie) => tie.kind !== "reach"),
  };
}

function spokenRest(node, state, out) {
  const name = isolated(node.name);
  if (node.id === out) return word(state.words, "glue_is_out", { name });
  return out && node.kind === "you" ? word(state.words, "glue_aside", { name }) : spokenNode(node, state, state.words);
}

// The one taken out goes to the shelf; each remaining group moves into a place of its own.
function fallAway(scene, out, groups) {
  const { frame, boxes } = scene;
  const inGroup = new Set(groups.flat());
  const asides = scene.nodes.filter((node) => node.id !== out && !inGroup.has(node.id));
  if (groups.length > 1) moveApart(scene, [...groups, ...asides.map((node) => [node.id])], wholeArea(frame));
  scene.groups = groups;
  scene.nodes.forEach((node) => {
    if (node.id === out) {
      node.looks = ["gone"];
      node.place = shelfPlace(frame, boxes.get(out));
    } else if (asides.includes(node)) node.looks = ["aside"];
  });
}

function moveApart(scene, groups, ground) {
  const places = new Map(scene.nodes.map((node) => [node.id, node.place]));
  groupAreas(groups, places, ground).forEach((area, index) => {
    const inner = { left: area.left + 3, right: area.right - 3, top: area.top + 6, bottom: area.bottom - 3 };
    const settled = apart(placesWithin(groups[index], places, inner), scene.boxes, inner);
    scene.nodes.forEach((node) => { node.place = settled.get(node.id) ?? node.place; });
  });
}

function glueOutcome() {
  const said = outcomeText({ role: "status" });
  const body = element("div", { class: "cw-glue-said" }, said.root);
  const root = element("div", { class: "cw-verdict cw-glue-outcome" },
    element("span", { class: "cw-mark", "aria-hidden": "true" }), body);
  let kept = "";
  return {
    root,
    update(removal, { removals, words }) {
      root.dataset.tone = removal?.tone ?? "open";
      said.update(removal ?? { headline: word(words, "glue_hint") }, words);
      const all = Object.values(removals);
      if (kept === (kept = JSON.stringify(all))) return;
      body.replaceChildren(said.root, ...all.map((one) => roomFor(one, words)));
    },
  };
}

function outcomeText(attributes) {
  const headline = element("b", { class: "cw-headline" });
  const detail = element("p", { class: "cw-detail" });
  const title = element("span", { class: "cw-repair-title" });
  const text = element("span");
  const repair = element("p", { class: "cw-repair" }, title, " ", text);
  return {
    root: element("div", attributes, headline, detail, repair),
    words: [headline, detail, title, text],
    update(removal, words) {
      setText(headline, removal.headline);
      setTextOrHide(detail, removal.detail);
      setTextOrHide(title, removal.repair_needed === false ? "" : word(words, "glue_repair"));
      setText(text, removal.repair);
      repair.hidden = !removal.repair;
    },
  };
}

// As high as this sentence, unseen and unheard: the map below stays where it is, whatever is said.
function roomFor(removal, words) {
  const room = outcomeText({ class: "cw-glue-room", "aria-hidden": "true" });
  room.update(removal, words);
  room.words.forEach((node) => {
    node.dataset.said = node.textContent;
    node.textContent = "";
  });
  return room.root;
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

// Scenes: several people gone at once. Choose one, see who and what remains, or show everybody again.
import { button, element, reconcile, setAttributes, setText } from "./dom.js";
import { fallAway, mapWithout } from "./glue_fall.js";
import { glueOutcome } from "./glue_said.js";
import { glide } from "./map_motion.js";
import { mapScene } from "./map_scene.js";
import { word } from "./words.js";

export function scenesMode(view) {
  const outcome = glueOutcome();
  const choices = element("div", { class: "cw-glue-people", role: "group" });
  const back = button("", () => choose(null));
  const row = element("div", { class: "cw-glue-row" }, choices, back);
  const above = element("div", { class: "cw-glue-above" }, outcome.root, row);
  const glider = glide((scene) => view.picture.drawing.show(scene));
  let chosen = null;
  let unsure = false;

  function choose(key) {
    chosen = chosen === key ? null : key;
    view.redraw();
  }

  const said = (name) => word(view.state.words, `scenes_${name}`);
  const scenes = () => Object.entries(view.state.removals).map(([key, removal]) => ({ key, ...removal }));

  function show(now) {
    const { state, picture } = view;
    const most = Math.max(0, ...scenes().map((each) => each.out.length));
    const scene = mapScene(mapWithout(state, now && now.out), picture.width(), view.measure, { shelf: most > 0, fallen: most });
    if (now) fallAway(scene, now.out, now.groups);
    scene.nodes.filter((node) => now?.unsure.includes(node.id)).forEach((node) => node.looks.push("unsure"));
    picture.svg.setAttribute("aria-label", now ? [now.label, now.headline, now.detail].join(" ") : state.alt);
    glider.to(scene);
  }

  return {
    root: element("div", { class: "cw-map-below" }),
    above,
    caption: () => chosen && [said("caption"), unsure && said("unsure")].filter(Boolean).join(" "),
    update() {
      const all = scenes();
      const now = all.find((each) => each.key === chosen) ?? null;
      if (!now) chosen = null;
      unsure = Boolean(now?.unsure.length);
      show(now);
      outcome.update(now, said(all.length ? "hint" : "empty"), view.state);
      setAttributes(choices, { "aria-label": said("choose") });
      reconcile(choices, all, (each) => each.key, (each) => sceneButton(each, choose));
      [...choices.children].forEach((each, index) => setAttributes(each, { "aria-pressed": String(all[index].key === chosen) }));
      row.hidden = !all.length;
      setText(back, said("all"));
      setAttributes(back, { "aria-disabled": String(!chosen) });
    },
  };
}

function sceneButton({ key }, choose) {
  const root = button("", () => choose(key), { class: "cw-button cw-scene" });
  return { root, update: ({ label }) => setText(root, label) };
}

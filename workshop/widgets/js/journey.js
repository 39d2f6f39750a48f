// The journey in the header: which exercises are done, shown as the answers change.
import { element, setText } from "./dom.js";
import { word } from "./words.js";

/** Say on every `[data-path]` of the document how far that path is done. */
export function markPaths(paths) {
  for (const { name, text } of paths) {
    for (const place of document.querySelectorAll(`[data-path="${name}"]`)) setText(place, text);
  }
}

/** Mark every `[data-exercise]` of the document with the status of its exercise, for eyes and for ears. */
export function markJourney(journey, words) {
  const status = new Map(journey.map((entry) => [entry.name, entry.status]));
  for (const stop of document.querySelectorAll("[data-exercise]")) {
    if (!status.has(stop.dataset.exercise)) continue;
    stop.dataset.status = status.get(stop.dataset.exercise);
    setText(journeyWord(stop), stop.dataset.status === "done" ? ` ${word(words, "journey_done")}` : "");
  }
}

function journeyWord(stop) {
  const found = stop.querySelector(".cw-journey-word");
  if (found) return found;
  const made = element("span", { class: "cw-sr cw-journey-word" });
  (stop.querySelector("a") ?? stop).append(made);
  return made;
}

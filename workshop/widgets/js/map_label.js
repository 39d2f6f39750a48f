// Names on the map: cut to what fits, never inside a character that looks like one.

function graphemes(text) {
  if (typeof Intl.Segmenter !== "function") return Array.from(text);
  return Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text), (part) => part.segment);
}

export function textMeasure(font) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  return (text) => pen.measureText(text).width;
}

// At most `most` lines, none wider than `width`; what does not fit ends in an ellipsis.
export function labelLines(name, width, measure, most = 2) {
  const lines = [];
  let rest = name.trim().replace(/\s+/g, " ");
  while (rest && lines.length < most) {
    const line = firstLine(rest, width, measure);
    if (!line) return [...lines, cutShort(rest, width, measure)];
    lines.push(line);
    rest = rest.slice(line.length).trim();
  }
  if (rest) lines[lines.length - 1] = cutShort(`${lines.at(-1)} ${rest}`, width, measure);
  return lines;
}

function firstLine(text, width, measure) {
  if (measure(text) <= width) return text;
  const words = text.split(" ");
  for (let count = words.length - 1; count > 0; count -= 1) {
    const line = words.slice(0, count).join(" ");
    if (measure(line) <= width) return line;
  }
  return "";
}

function cutShort(text, width, measure) {
  const parts = graphemes(text);
  let count = parts.length - 1;
  while (count > 1 && measure(`${parts.slice(0, count).join("")}…`) > width) count -= 1;
  return `${parts.slice(0, count).join("").trimEnd()}…`;
}

// A name inside a sentence keeps its own direction.
export function isolated(name) {
  return /[\u0590-\u08ff\ufb1d-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
}

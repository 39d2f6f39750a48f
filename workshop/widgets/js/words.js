// Sentences: they come with the state, none stands here.

/** Return the sentence `key`, with `{name}` replaced by the values. */
export function word(words, key, values = {}) {
  return (words?.[key] ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// Answers: when two of them are the same.

/** Whether two answers are the same; not answered is the same however it is written. */
export function same(first, second) {
  return JSON.stringify(said(first)) === JSON.stringify(said(second));
}

function said(value) {
  const empty = value === "" || value === false || value === undefined || (Array.isArray(value) && !value.length);
  return empty ? null : value;
}

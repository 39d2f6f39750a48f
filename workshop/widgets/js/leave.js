// Leaving the page: what is unsent gets a moment to arrive; it is replayed on the next page anyway.

const MOMENT = 800;

/** Hold a click on a link of our own while edits are on their way. */
export function flushBeforeLeaving(page, signal) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !leavesHere(event, link) || !page.unsent().length) return;
    event.preventDefault();
    page.flush(MOMENT).then(() => location.assign(link.href));
  }, { signal });
}

/** Ask before the page goes when nothing but the page holds an edit. */
export function warnBeforeLosing(page, signal) {
  addEventListener("beforeunload", (event) => {
    if (page.unsent().length && !page.drawer.durable) event.preventDefault();
  }, { signal });
}

function leavesHere(event, link) {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const ours = link.matches("[data-leave], header a, nav a") && link.origin === location.origin;
  const sameTab = !link.target || link.target === "_self";
  const elsewhere = link.href.split("#")[0] !== location.href.split("#")[0];
  return plain && ours && sameTab && elsewhere && !event.defaultPrevented && !link.hasAttribute("download");
}

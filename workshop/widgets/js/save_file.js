// A file that was made in memory, handed to the browser as a download.

const KEPT_FOR = 60_000;

/** Save `bytes` as the file `name`: the link stands in the page, and lasts, because some phones ask first. */
export function saveFile(name, mime, bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  setTimeout(() => {
    link.remove();
    URL.revokeObjectURL(address);
  }, KEPT_FOR);
}

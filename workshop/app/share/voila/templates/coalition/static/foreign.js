// Widgets that bring no module of their own, such as plain ipywidgets: Voilà's front end draws a page that has one.
const coalitionForeign = (() => {
  const FRONT = "front";
  const VOILA = "voila";

  // Whether this page was asked for with Voilà's front end in place of ours.
  const isHere = () => new URLSearchParams(location.search).get(FRONT) === VOILA;

  // Asks for this page once more, with it: two front ends in one page would both save.
  const fetch = () => {
    const address = new URL(location.href);
    address.searchParams.set(FRONT, VOILA);
    location.replace(address);
  };

  return { isHere, fetch };
})();

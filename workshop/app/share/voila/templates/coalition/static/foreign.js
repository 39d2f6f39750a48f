// Widgets that bring no module of their own, such as plain ipywidgets: Voilà's front end draws them, and is fetched
// only for a page that has one.
const coalitionForeign = (() => {
  let begun = false;

  // Puts the answer of a cell back into `place`, where Voilà's front end looks for it.
  const draw = (place, answer) => {
    place.append(answer);
    if (begun) return;
    begun = true;
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
    else begin();
  };

  // It draws, once, what there is when it starts: all states come in one message, so the others are there by then.
  const begin = () => setTimeout(fetchFrontEnd);

  const fetchFrontEnd = () => {
    const { baseUrl, fullStaticUrl } = JSON.parse(document.querySelector("#jupyter-config-data").textContent);
    Object.assign(document.body.dataset, { baseUrl: `${baseUrl}voila/`, voila: "voila" });
    startLate();
    document.body.append(Object.assign(document.createElement("script"), { src: `${fullStaticUrl}/voila.js` }));
  };

  // It waits for the page to have loaded, which is past.
  const startLate = () => {
    const listen = window.addEventListener;
    window.addEventListener = (type, listener, ...more) => {
      if (type === "load") setTimeout(listener);
      else listen.call(window, type, listener, ...more);
    };
  };

  return { draw };
})();

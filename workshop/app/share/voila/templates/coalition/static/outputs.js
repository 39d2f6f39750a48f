// What a cell answered: widgets in their places, and plain results as they are.
const coalitionOutputs = (() => {
  const WIDGET = "application/vnd.jupyter.widget-view+json";
  const TOLD = "application/vnd.coalition.comms+json";
  const IMAGES = ["image/svg+xml", "image/png", "image/jpeg"];

  const show = (slot) => {
    if (coalitionForeign.isHere()) return;
    for (const script of slot.querySelectorAll('script[type="application/vnd.voila.cell-output+json"]')) {
      const { data } = JSON.parse(script.textContent);
      if (data[TOLD]) {
        coalitionModels.learn(data[TOLD]);
        script.parentNode.remove();
        continue;
      }
      const place = document.createElement("div");
      script.replaceWith(place);
      fill(place, data).catch((failure) => excuse(place, failure));
    }
  };

  const fill = async (place, data) => {
    if (!data[WIDGET]) fillPlainly(place, data);
    else if (!(await coalitionModels.draw(data[WIDGET].model_id, place))) coalitionForeign.fetch();
  };

  const fillPlainly = (place, data) => {
    const image = IMAGES.find((type) => data[type]);
    place.dataset.plain = "";
    if (data["text/html"]) place.innerHTML = data["text/html"];
    else if (image) place.append(picture(image, data[image]));
    else place.append(Object.assign(document.createElement("pre"), { textContent: data["text/plain"] ?? "" }));
  };

  const excuse = (place, failure) => {
    console.error(failure);
    const said = document.querySelector("#cw-missing").dataset.words;
    place.replaceChildren(Object.assign(document.createElement("p"), { className: "cw-notice", textContent: said }));
  };

  const picture = (type, content) => {
    const bytes = type === "image/svg+xml" ? `;utf8,${encodeURIComponent(content)}` : `;base64,${content}`;
    return Object.assign(document.createElement("img"), { src: `data:${type}${bytes}`, alt: "" });
  };

  return { show };
})();

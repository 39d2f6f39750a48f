const { NAME: widget } = await import(new URL("ADDRESS", location.href)).catch(() => ({}));

export default widget ?? { render: notLoaded };

function notLoaded({ model, el }) {
  const said = document.createElement("p");
  said.className = "cw-notice";
  said.setAttribute("role", "alert");
  said.textContent = model.get("state.unloaded");
  el.append(said);
}

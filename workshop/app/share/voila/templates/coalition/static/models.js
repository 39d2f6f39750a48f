// The page's half of each widget: its state, as the kernel last told it, and the module that draws it.
const coalitionModels = (() => {
  const TARGET = "jupyter.widget";
  const CONTROL = "jupyter.widget.control";
  const models = new Map();
  const awaited = new Map();
  const modules = new Map();
  const styles = new Set();
  const unsent = [];
  let isOpened = false;
  let isAsking = false;
  let wire = { send: (...message) => unsent.push(message) };

  // What a widget's module is given: Jupyter's state and messages, under the names that anywidget has for them.
  class Model {
    constructor(id, state) {
      Object.assign(this, { id, state, listeners: new Map(), unsaved: {} });
    }

    get(name) {
      return this.state[name];
    }

    set(name, value) {
      this.unsaved[name] = value;
      this.take({ [name]: value });
    }

    save_changes() {
      tell(this.id, { method: "update", state: this.unsaved, buffer_paths: [] });
      this.unsaved = {};
    }

    send(content, _callbacks, buffers) {
      tell(this.id, { method: "custom", content }, buffers);
    }

    on(name, listener) {
      this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    }

    off(name, listener) {
      for (const each of name ? [name] : this.listeners.keys()) {
        this.listeners.set(each, listener ? this.listeners.get(each)?.filter((one) => one !== listener) ?? [] : []);
      }
    }

    emit(name, ...facts) {
      for (const listener of this.listeners.get(name) ?? []) {
        try {
          listener(...facts);
        } catch (failure) {
          console.error(failure);
        }
      }
    }

    // Takes what is new in `state`; a connection that came back tells all of it again.
    take(state) {
      const changed = Object.keys(state).filter((name) => !isSame(this.state[name], state[name]));
      for (const name of changed) this.state[name] = state[name];
      for (const name of changed) this.emit(`change:${name}`, this, state[name]);
      if (changed.length) this.emit("change", this);
    }
  }

  const isSame = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);

  const tell = (id, data, buffers = []) => wire.send("comm_msg", { comm_id: id, data }, { buffers });

  // Puts the buffers of a message back where they were taken from.
  const filled = (state, paths = [], buffers = []) => {
    paths.forEach((path, index) => {
      const last = path.at(-1);
      path.slice(0, -1).reduce((place, key) => place[key], state)[last] = buffers[index];
    });
    return state;
  };

  const meet = (id, state) => {
    const known = models.get(id);
    if (known) return known.take(state);
    const model = new Model(id, state);
    models.set(id, model);
    if (state._esm) model.widget = begun(model);
    awaited.get(id)?.forEach((resolve) => resolve(model));
    awaited.delete(id);
  };

  const modelOf = (id) => {
    if (models.has(id)) return Promise.resolve(models.get(id));
    if (isOpened) ask();
    return new Promise((resolve) => awaited.set(id, [...(awaited.get(id) ?? []), resolve]));
  };

  const begun = async (model) => {
    dress(model.get("_css"));
    const module = await moduleOf(model.get("_esm"));
    const widget = typeof module.default === "function" ? await module.default() : module.default;
    model.ending = new AbortController();
    await widget.initialize?.({ model, signal: model.ending.signal });
    return widget;
  };

  // Modules with the same text are one module.
  const moduleOf = (text) => {
    if (!modules.has(text)) modules.set(text, imported(text));
    return modules.get(text);
  };

  const imported = async (text) => {
    if (/^(https?:\/\/|\/)\S+$/.test(text)) return import(new URL(text, location.href));
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    try {
      return await import(address);
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  const dress = (css) => {
    if (!css || styles.has(css)) return;
    styles.add(css);
    document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
  };

  const hear = ({ type, content, buffers }) => {
    const data = content.data ?? {};
    if (type === "comm_open" && isNew(content)) meet(content.comm_id, filled(data.state, data.buffer_paths, buffers));
    if (type === "comm_close") models.get(content.comm_id)?.ending?.abort();
    if (type === "comm_msg") receive(content.comm_id, data, buffers);
  };

  const isNew = ({ comm_id: id, target_name: target }) => target === TARGET && !models.has(id);

  const receive = (id, data, buffers) => {
    if (data.method === "update_states") return receiveAll(data, buffers);
    const model = models.get(id);
    if (data.method === "update") model?.take(filled(data.state, data.buffer_paths, buffers));
    if (data.method === "custom") model?.emit("msg:custom", data.content, buffers);
  };

  const receiveAll = ({ states, buffer_paths: paths }, buffers) => {
    isAsking = false;
    filled(states, paths, buffers);
    for (const [id, { state }] of Object.entries(states)) meet(id, state);
  };

  // Takes what the kernel said while the cells ran, where the page brings it along.
  const learn = (messages) => messages.forEach(({ type, content }) => hear({ type, content, buffers: [] }));

  // Asks for every state there is: of widgets that were made out of hearing, or changed while the wire was cut.
  const ask = () => {
    if (isAsking) return;
    isAsking = true;
    const control = coalitionWire.freshId();
    wire.send("comm_open", { comm_id: control, target_name: CONTROL, data: {} }, { metadata: { version: "1.0.0" } });
    tell(control, { method: "request_states" });
  };

  const opened = () => {
    isAsking = false;
    if (isOpened || awaited.size) ask();
    isOpened = true;
  };

  const connect = (address) => {
    wire = coalitionWire.open(address, { opened, received: hear });
    unsent.splice(0).forEach((message) => wire.send(...message));
  };

  // Draws widget `id` in `place`, once both are there; returns whether it brings what draws it.
  const draw = async (id, place) => {
    const model = await modelOf(id);
    if (!model.widget) return false;
    const widget = await model.widget;
    await widget.render?.({ model, el: place, signal: model.ending.signal });
    return true;
  };

  return { connect, draw, learn };
})();

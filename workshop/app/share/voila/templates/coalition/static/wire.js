// The wire to the kernel: Jupyter's messages over one websocket, which is opened again whenever it closes.
const coalitionWire = (() => {
  const PROTOCOL = "v1.kernel.websocket.jupyter.org";
  const KEPT = 100; // messages, while there is no connection
  const PAUSES = [200, 500, 1000, 2000, 5000, 10000, 30000]; // milliseconds
  const NUMBER = 8; // bytes
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  // An id that is hard to guess; crypto.randomUUID exists on safe origins only.
  const freshId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  // A message on the wire: how many offsets, the offsets, then channel, header, parent, metadata, content, buffers.
  const packed = (channel, header, content, metadata, buffers) => {
    const texts = [channel, ...[header, {}, metadata, content].map((part) => JSON.stringify(part))];
    const parts = [...texts.map((text) => encoder.encode(text)), ...buffers.map(bytesOf)];
    let end = NUMBER * (parts.length + 2);
    const offsets = [end, ...parts.map((part) => (end += part.byteLength))];
    const bytes = new Uint8Array(end);
    const view = new DataView(bytes.buffer);
    [offsets.length, ...offsets].forEach((number, index) => view.setUint32(NUMBER * index, number, true));
    parts.forEach((part, index) => bytes.set(part, offsets[index]));
    return bytes.buffer;
  };

  const bytesOf = (buffer) => (ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer));

  const unpacked = (bytes) => {
    const view = new DataView(bytes);
    const offset = (index) => view.getUint32(NUMBER * (index + 1), true);
    const part = (index) => new DataView(bytes, offset(index), offset(index + 1) - offset(index));
    const read = (index) => JSON.parse(decoder.decode(part(index)));
    const buffers = Array.from({ length: view.getUint32(0, true) - 6 }, (_, index) => part(index + 5));
    return { channel: decoder.decode(part(0)), type: read(1).msg_type, content: read(4), buffers };
  };

  // Opens the wire at `address`. `opened` is called at each connection, `received` with each message of the kernel.
  const open = (address, { opened, received }) => {
    const session = freshId();
    let socket;
    let failures = 0;
    let pause;
    let unsent = [];

    const connect = () => {
      clearTimeout(pause);
      socket = new WebSocket(`${address}?session_id=${session}`, [PROTOCOL]);
      socket.binaryType = "arraybuffer";
      socket.onopen = () => {
        failures = 0;
        opened();
        unsent.splice(0).forEach((message) => socket.send(message));
      };
      socket.onmessage = ({ data }) => received(unpacked(data));
      socket.onclose = () => {
        pause = setTimeout(connect, PAUSES[Math.min(failures++, PAUSES.length - 1)]);
      };
    };
    const connectSoon = () => socket.readyState === WebSocket.CLOSED && !document.hidden && connect();

    const send = (type, content, { channel = "shell", metadata = {}, buffers = [] } = {}) => {
      const header = { msg_id: freshId(), session, username: "", date: new Date().toISOString(), msg_type: type, version: "5.3" };
      const message = packed(channel, header, content, metadata, buffers);
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
      else unsent = [...unsent, message].slice(-KEPT);
    };

    connect();
    addEventListener("online", connectSoon);
    document.addEventListener("visibilitychange", connectSoon);
    return { send };
  };

  return { open, freshId };
})();

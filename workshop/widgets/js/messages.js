// Messages to send.
function render() {}
export default { render };

// Files to take away.
function render() {}
export default { render };

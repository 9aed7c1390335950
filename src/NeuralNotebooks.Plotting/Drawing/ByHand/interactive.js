// Redraws a figure when the reader moves its handles or draws into its field. The page contains the figure in its start
// state.

// The models of the figures: each is a function from the numbers that the reader changes to the text or the attributes
// of each part.
const models = {
  circuit: circuitModel, deltas: deltasModel, digit: digitModel, line: lineModel, momentum: momentumModel,
  product: productModel
};

// The kinds of inputs: each function connects an element, such as a handle, with the numbers that it changes. It
// returns a function that shows the present numbers.
const inputs = { handle: connectHandle, field: connectDrawingField };

function connectInteractive(host, data) {
  const model = models[data.model], at = Object.assign({}, data.start), shows = [];
  let now;

  // The format of the numbers in the drawing: four significant digits and a true minus sign, as NumberText.Html in
  // NeuralNotebooks writes them.
  function text(number) {
    const size = Math.abs(number);
    if (!isFinite(number)) return isNaN(number) ? 'NaN' : number > 0 ? '∞' : '−∞';
    const decimals = Math.max(0, 3 - Math.floor(Math.log10(size)));
    const written = size === Math.floor(size) && size < 1e9 ? String(number || 0)
      : size < 1e-4 || size >= 1e9 ? number.toExponential(3).replace(/\.?0*e\+?/, 'e')
        : decimals > 0 ? number.toFixed(decimals).replace(/\.?0*$/, '') : number.toFixed(0);
    return written.replace(/-/g, '−');
  }

  // The position of a number on an axis, in pixels.
  function place(axis, number) {
    const part = (number - axis.from) / (axis.to - axis.from);
    return Math.round(10 * (axis.low + part * (axis.high - axis.low))) / 10;
  }

  // The path of a line through points, given by their x and y on two axes.
  function line(xAxis, xs, yAxis, ys) {
    return 'M' + xs.map((x, i) => place(xAxis, x) + ' ' + place(yAxis, ys[i])).join('L');
  }

  function spot(xAxis, x, yAxis, y) {
    return { transform: 'translate(' + place(xAxis, x) + ' ' + place(yAxis, y) + ')' };
  }

  function set(element, attributes) {
    Object.keys(attributes).forEach(name => { element.setAttribute(name, attributes[name]); });
  }

  // Otherwise JupyterLab would handle the arrow keys as its shortcuts.
  set(host, { 'data-lm-suppress-shortcuts': 'true' });
  host.querySelector('[role=img]').setAttribute('role', 'group');

  function parts(name) {
    return [...host.querySelectorAll('[data-nn-part="' + name + '"]')];
  }

  // The function returns a number, a text or attributes for each part.
  function draw() {
    now = model(data.own, at, { axes: data.axes, text, place, line, spot });
    Object.keys(now.parts).forEach(name => {
      const look = now.parts[name];
      parts(name).forEach(part => {
        if (typeof look === 'object') set(part, look);
        else part.textContent = typeof look === 'number' ? text(look) : look;
      });
    });
    shows.forEach(show => { show(at, now.says); });
  }

  Object.keys(data.inputs).forEach(name => {
    const panels = host.querySelectorAll('[data-nn-panel="' + name + '"]');
    shows.push(inputs[data.input](parts(name)[0], data.inputs[name], changes => {
      Object.assign(at, changes);
      draw();
    }, data.axes, panels));
  });
  const controls = host.querySelector('[data-nn-controls]');
  controls.addEventListener('click', event => {
    const button = event.target.closest('[data-nn-go]'), where = button && button.getAttribute('data-nn-go');
    if (!where) return;
    Object.assign(at, where === 'start' ? data.start : now.go[where]);
    draw();
  });
  controls.style.display = 'flex';
  draw();
}

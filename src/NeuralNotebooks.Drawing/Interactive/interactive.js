// Draws figures that the reader moves by handles. The page contains only their data.

// Each function makes a figure from its data: "start", the numbers that the reader changes; "axes", the axis of each
// number that has one; "inputs", the parts that the reader moves; "drawings" and "below", its markup; and "look", a
// function from the numbers to the text or the attributes of each part, what they mean in words, and the numbers that
// each button sets.
const figureMakers = {
  batch: batchFigure, circuit: circuitFigure, line: lineFigure, momentum: momentumFigure, product: productFigure
};

function connectInteractive(host, { model, colours, data }) {
  const figure = figureMakers[model](data, colours), at = { ...figure.start }, shows = [];
  const [drawing, controls] = host.children;
  let now;

  function parts(name) {
    return [...host.querySelectorAll('[data-nn-part="' + name + '"]')];
  }

  // Otherwise JupyterLab would handle the arrow keys as its shortcuts.
  setAttributes(host, { 'data-lm-suppress-shortcuts': 'true' });
  setAttributes(drawing, { role: 'group' });
  drawing.innerHTML = `<div class="nn-wide" style="display:flex;flex-wrap:wrap;gap:8px 16px;overflow-x:auto">${
    figure.drawings}</div>${figure.below || ''}`;

  function draw() {
    now = figure.look(at);
    Object.keys(now.parts).forEach(name => {
      const look = now.parts[name];
      parts(name).forEach(part => {
        if (typeof look === 'object') setAttributes(part, look);
        else part.textContent = typeof look === 'number' ? plainNumber(look) : look;
      });
    });
    shows.forEach(show => { show(at, now.says); });
  }

  Object.keys(figure.inputs).forEach(name => {
    const own = figure.inputs[name], place = parts(name)[0];
    const moved = changes => { Object.assign(at, changes); draw(); };
    const panels = host.querySelectorAll(`[data-nn-panel="${name}"]`);
    shows.push(connectHandle(place, own, moved, figure.axes, panels));
  });
  controls.addEventListener('click', event => {
    const button = event.target.closest('[data-nn-go]'), where = button && button.getAttribute('data-nn-go');
    if (!where) return;
    Object.assign(at, where === 'start' ? figure.start : now.go[where]);
    draw();
  });
  controls.style.display = 'flex';
  draw();
}

// The element of a control: a slider, a list of choices, a check box, or a field in which to draw a digit. Each reports
// its new value as a text, and has a function that shows a given value.
import { button, make } from './elements.js';

/** The description of a control without its value, as a text. */
const rest = shape => JSON.stringify({ ...shape, value: undefined });

function range(name, { min, max, step }, moved) {
  const output = make('output');
  const show = value => {
    input.value = value;
    output.textContent = value.replace('-', '−');
    input.ariaValueText = output.textContent;
  };
  const oninput = () => {
    show(input.value);
    moved(input.value);
  };
  const input = make('input', { type: 'range', min, max, step, oninput });
  return { element: make('span', {}, make('label', {}, make('span', {}, `${name} `), input), ' ', output), show };
}

function select(name, { options }, moved) {
  const onchange = () => moved(options[input.selectedIndex]);
  const input = make('select', { onchange }, ...options.map(option => make('option', {}, option)));
  const show = value => { input.selectedIndex = options.indexOf(value); };
  return { element: make('label', {}, make('span', {}, `${name} `), input), show };
}

function checkbox(name, _, moved) {
  const input = make('input', { type: 'checkbox', onchange: () => moved(String(input.checked)) });
  return { element: make('label', {}, input, ` ${name}`), show: value => { input.checked = value === 'true'; } };
}

const side = 28;

/** The distance from a pixel to a stroke of the pen, which is a line segment from a to b. */
function distance(x, y, [ax, ay], [bx, by]) {
  const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const t = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** A field of 28 × 28 pixels. The reader draws with a finger, with a mouse, or with the arrow keys while the pen is
 * down. */
function digit(name, _, moved) {
  const canvas = make('canvas', {
    width: side, height: side, tabIndex: 0, role: 'application',
    ariaLabel: `${name}: a field to draw into. Arrow keys move the pen, Space puts it down and up.`,
  });
  const status = make('span', { className: 'nn-pen', role: 'status' });
  const clear = button('Clear', { className: 'tool', onclick: () => { ink.fill(0); changed(); } });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  /** @type {Uint8Array} */
  let ink;
  /** @type {number[] | null} */
  let last = null;
  let pen = [side / 2, side / 2], isDown = false, hasKeys = false;

  function draw() {
    const image = context.createImageData(side, side);
    // Dark ink on white paper in the dark theme, too, as in the pictures of digits.
    ink.forEach((pixel, i) => { image.data.set([255 - pixel, 255 - pixel, 255 - pixel, 255], 4 * i); });
    if (hasKeys) image.data.set([213, 94, 0, 255], 4 * (side * pen[1] + pen[0]));
    context.putImageData(image, 0, 0);
  }

  function show(value) {
    ink = Uint8Array.from(atob(value), one => one.charCodeAt(0));
    draw();
  }

  const changed = () => {
    draw();
    moved(btoa(String.fromCharCode(...ink)));
  };

  function stroke(from, to) {
    for (let i = 0; i < ink.length; i++) {
      const near = 1.7 - distance(i % side, Math.floor(i / side), from, to);
      ink[i] = Math.max(ink[i], Math.round(255 * Math.max(0, Math.min(1, near))));
    }
    changed();
  }

  const at = event => {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
      .map(part => part * side - 0.5);
  };

  canvas.onpointerdown = event => {
    if (event.button !== 0) return;
    event.preventDefault();
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    hasKeys = false;
    last = at(event);
    stroke(last, last);
  };
  canvas.onpointermove = event => {
    if (!last) return;
    const next = at(event);
    stroke(last, next);
    last = next;
  };
  canvas.onlostpointercapture = () => { last = null; };

  canvas.onkeydown = event => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if ((!by && event.key !== ' ') || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    hasKeys = true;
    const before = pen;
    if (by) pen = pen.map((place, i) => Math.max(0, Math.min(side - 1, place + by[i])));
    else isDown = !isDown;
    status.textContent = `Pen ${isDown ? 'down' : 'up'} at column ${pen[0] + 1}, row ${pen[1] + 1}.`;
    if (isDown) stroke(before, pen);
    else draw();
  };
  canvas.onblur = () => {
    hasKeys = isDown = false;
    draw();
  };
  return {
    element: make('span', { className: 'nn-digit' }, make('span', {}, name), canvas, clear, status),
    show,
  };
}

const kinds = { range, select, checkbox, digit };

/** @param shape  the description of the control in a cell's output: kind, value, and for example min and max
 * @param moved  called with each new value, as a text
 * @returns element; show, which shows a value; fits, whether another description has the same element */
export function field(name, shape, moved) {
  const made = kinds[shape.kind](name, shape, moved);
  made.show(shape.value);
  return { ...made, fits: other => rest(other) === rest(shape) };
}

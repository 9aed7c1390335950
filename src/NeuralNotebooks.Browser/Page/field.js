// The element of a control: a slider, a choice, a tick box, or a field to draw a digit into.
import { button, make } from './elements.js';

/** All of a shape but its value. */
const rest = shape => JSON.stringify({ ...shape, value: undefined });

const kinds = {
  range(name, shape, moved) {
    const input = make('input', { type: 'range', min: shape.min, max: shape.max, step: shape.step });
    const output = make('output');
    const show = value => {
      input.value = value;
      output.textContent = value.replace('-', '−');
    };
    input.addEventListener('input', () => {
      show(input.value);
      moved(input.value);
    });
    show(shape.value);
    return {
      element: make('span', {}, make('label', {}, `${name} `, input), ' ', output),
      show,
    };
  },

  select(name, shape, moved) {
    const input = make('select', {}, ...shape.options.map(option => make('option', {}, option)));
    const show = value => { input.selectedIndex = shape.options.indexOf(value); };
    input.addEventListener('change', () => moved(shape.options[input.selectedIndex]));
    show(shape.value);
    return {
      element: make('label', {}, `${name} `, input),
      show,
    };
  },

  checkbox(name, shape, moved) {
    const input = make('input', { type: 'checkbox', checked: shape.value === 'true' });
    input.addEventListener('change', () => moved(String(input.checked)));
    return {
      element: make('label', {}, input, ` ${name}`),
      show: value => { input.checked = value === 'true'; },
    };
  },

  digit,
};

const side = 28;

/** The distance from a pixel to a stroke of the pen. */
function distance(x, y, [ax, ay], [bx, by]) {
  const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const t = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** A field of 28 × 28 pixels. A finger or a mouse draws; so do the arrow keys, with the pen down. */
function digit(name, shape, moved) {
  const canvas = make('canvas', {
    width: side, height: side, tabIndex: 0, role: 'application',
    ariaLabel: `${name}: a field to draw into. Arrow keys move the pen, Space puts it down and up.`,
  });
  const status = make('span', { className: 'nn-pen', role: 'status' });
  const clear = button('Clear', { className: 'tool' });
  const context = canvas.getContext('2d');
  let ink, pen = [(side - 1) / 2, (side - 1) / 2].map(Math.round), isDown = false, hasKeys = false, last = null;

  function draw() {
    const image = context.createImageData(side, side);
    // Ink on paper in both themes, as the pictures of digits are.
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

  canvas.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    event.preventDefault();
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    hasKeys = false;
    last = at(event);
    stroke(last, last);
  });
  canvas.addEventListener('pointermove', event => {
    if (!last) return;
    const next = at(event);
    stroke(last, next);
    last = next;
  });
  canvas.addEventListener('lostpointercapture', () => { last = null; });
  // A finger draws, and does not scroll the page.
  canvas.addEventListener('touchstart', event => event.preventDefault(), { passive: false });

  canvas.addEventListener('keydown', event => {
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
  });
  canvas.addEventListener('blur', () => {
    hasKeys = isDown = false;
    draw();
  });
  clear.addEventListener('click', () => {
    ink.fill(0);
    changed();
  });
  show(shape.value);
  return {
    element: make('span', { className: 'nn-digit' }, make('span', {}, name), canvas, clear, status),
    show,
  };
}

/** @param shape  what a cell's output says of the control
 * @param moved  is told each new value, as a text
 * @returns its element; what shows a value; and whether it is the element of another shape, too */
export const field = (name, shape, moved) =>
  ({ ...kinds[shape.kind](name, shape, moved), fits: other => rest(other) === rest(shape) });

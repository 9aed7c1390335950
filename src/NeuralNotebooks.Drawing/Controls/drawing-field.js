const fieldSide = 28;

// An image as MNIST has it: scaled so that the longer side of the ink has 20 pixels (small drawings at most twofold),
// and moved so that its centre of mass is in the middle.
function centredInk(ink) {
  const side = fieldSide, mass = ink.reduce((sum, pixel) => sum + pixel, 0);
  if (mass === 0) return ink;
  const inked = [...ink.keys()].filter(i => ink[i] > 0), places = [i => i % side, i => Math.floor(i / side)];
  const lengths = places.map(place => 1 + Math.max(...inked.map(place)) - Math.min(...inked.map(place)));
  const scale = Math.min(2, 20 / Math.max(...lengths));
  const centre = places.map(place => ink.reduce((sum, pixel, i) => sum + pixel * place(i), 0) / mass);
  const at = (x, y) => (x >= 0 && x < side && y >= 0 && y < side ? ink[y * side + x] : 0);
  return ink.map((_, i) => {
    const [x, y] = places.map((place, axis) => centre[axis] + (place(i) - (side - 1) / 2) / scale);
    const left = Math.floor(x), top = Math.floor(y), right = x - left, low = y - top;
    return Math.round((1 - low) * ((1 - right) * at(left, top) + right * at(left + 1, top))
      + low * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1)));
  });
}

// A field of 28 × 28 pixels in which the reader draws a digit: with a finger, with a mouse, or with the arrow keys
// while the pen is down: a control of live pages.
// "place" is the element that gets the field, in its width. "own" has the label for screen readers. "moved" is called
// with each new drawing, as it is and as MNIST would have it. The function returns one that shows a drawing; a text
// says what follows from it. A drawing is a text in base64, with a byte for each pixel from 0 for paper to 255 for ink,
// row after row from the top.
function connectDrawingField(place, own, moved) {
  const side = fieldSide, levels = 8;
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const ink = new Uint8Array(side * side);
  let last, pen = [side / 2, side / 2], isDown = false, hasKeys = false, result = '';

  // Dark ink on white paper in the dark theme, too, as in the pictures of digits.
  place.innerHTML = `
    <span role="application" tabindex="0" style="display:block;cursor:crosshair;touch-action:none;user-select:none;
      -webkit-touch-callout:none">
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" shape-rendering="crispEdges"
        style="display:block;box-sizing:border-box;width:100%;height:auto;border:1px solid">
        <rect width="28" height="28" fill="#fff"/>
        ${[...Array(levels).keys()].map(k => `<path fill-opacity="${(k + 1) / levels}"/>`).join('')}
        <circle r="0.7" fill="none" stroke="#d55e00" stroke-width="0.3"/>
      </svg>
    </span>
    <span role="status" style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"></span>`;
  const [field, status] = place.children, tip = field.querySelector('circle');
  field.setAttribute('aria-label',
    `${own.name}: a field to draw into. Arrow keys move the pen, Space puts it down and up.`);

  function draw() {
    field.querySelectorAll('path').forEach((path, k) => {
      const pixels = [...ink.keys()].filter(i => Math.ceil(levels * ink[i] / 255) === k + 1);
      const squares = pixels.map(i => `M${i % side} ${Math.floor(i / side)}h1v1h-1z`);
      path.setAttribute('d', 'M0 0' + squares.join(''));
    });
    tip.setAttribute('transform', `translate(${pen[0] + 0.5} ${pen[1] + 0.5})`);
    tip.style.display = hasKeys ? '' : 'none';
  }

  // The distance from a pixel to a stroke of the pen, which is a line segment from a to b.
  function distance(x, y, [ax, ay], [bx, by]) {
    const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
    const t = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  }

  function stroke(from, to) {
    ink.forEach((pixel, i) => {
      const near = 1.7 - distance(i % side, Math.floor(i / side), from, to);
      ink[i] = Math.max(pixel, Math.round(255 * Math.max(0, Math.min(1, near))));
    });
    draw();
    const [drawn, centred] = [ink, centredInk(ink)].map(pixels => btoa(String.fromCharCode(...pixels)));
    moved({ ink: drawn, centred });
  }

  function pointed(event) {
    const box = field.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
      .map(part => part * side - 0.5);
  }

  field.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    event.preventDefault();
    field.focus({ preventScroll: true });
    field.setPointerCapture(event.pointerId);
    hasKeys = false;
    last = pointed(event);
    stroke(last, last);
  });
  field.addEventListener('pointermove', event => {
    if (!last) return;
    const next = pointed(event);
    stroke(last, next);
    last = next;
  });
  field.addEventListener('lostpointercapture', () => { last = null; });

  field.addEventListener('keydown', event => {
    const by = steps[event.key];
    if ((!by && event.key !== ' ') || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    hasKeys = true;
    const before = pen;
    if (by) pen = pen.map((at, i) => Math.max(0, Math.min(side - 1, at + by[i])));
    else isDown = !isDown;
    if (isDown) stroke(before, pen);
    else draw();
    status.textContent = `Pen ${isDown ? 'down' : 'up'} at column ${pen[0] + 1}, row ${pen[1] + 1}. ${result}`;
  });
  field.addEventListener('blur', () => { hasKeys = isDown = false; draw(); });

  return (drawing, says = '') => {
    result = says;
    ink.fill(0);
    ink.set(Array.from(atob(drawing.ink), one => one.charCodeAt(0)));
    draw();
  };
}

function setAttributes(element, attributes) {
  Object.keys(attributes).forEach(name => { element.setAttribute(name, attributes[name]); });
}

// Makes a handle of a figure movable by mouse, finger and keyboard. "own" has its label and the names of the numbers
// that it changes: x when it moves to the right, and y when it moves upwards. "moved" is called with the changed
// numbers. "axes" has the axis of each number. A tap on one of "panels" moves the handle there. The function returns
// one that takes the present numbers, and what they mean in words.
function connectHandle(handle, own, moved, axes, panels) {
  const svg = handle.ownerSVGElement;
  const directions = ['x', 'y'].filter(direction => own[direction]);
  let grip = null, at;

  function axis(direction) { return axes[own[direction]]; }

  // Rounds to a multiple of the axis's step: such numbers are short, and the keyboard reaches the same ones as a
  // pointer. The ends of the axis are reached even if they are no multiples.
  function rounded(variable, number) {
    const { from, to, step } = axes[variable], multiple = +(Math.round(number / step) * step).toPrecision(12);
    return Math.max(from, Math.min(to, multiple));
  }

  // The numbers at the position of the pointer: first the one of the horizontal axis, then the one of the vertical
  // axis.
  function pointed(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return directions.map(direction => {
      const { from, to, low, high } = axis(direction);
      return from + (point[direction] - low) * (to - from) / (high - low);
    });
  }

  // Moves the handle to the pointer or, while it is dragged, to the distance from the pointer that it had at the start.
  function bring(event, distances) {
    const changes = {};
    pointed(event).forEach((number, i) => {
      const variable = own[directions[i]];
      changes[variable] = rounded(variable, number + (distances ? distances[i] : 0));
    });
    moved(changes);
  }

  handle.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    grip = pointed(event).map((number, i) => at[own[directions[i]]] - number);
  });
  handle.addEventListener('pointermove', event => { if (grip) bring(event, grip); });
  handle.addEventListener('lostpointercapture', () => { grip = null; });

  handle.addEventListener('keydown', event => {
    const far = event.shiftKey ? 10 : 1, vertical = own.y || own.x;
    // The key Up increases a number, except for the row of a matrix, which is counted from the top.
    const up = own.y && axis('y').high > axis('y').low ? -1 : 1;
    const move = {
      ArrowRight: [own.x, far], ArrowLeft: [own.x, -far],
      ArrowUp: [vertical, up * far], ArrowDown: [vertical, -up * far],
      PageUp: [vertical, 10 * up], PageDown: [vertical, -10 * up], Home: [own.x, -Infinity], End: [own.x, Infinity]
    }[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const [variable, steps] = move;
    moved({ [variable]: rounded(variable, at[variable] + steps * axes[variable].step) });
  });

  panels.forEach(panel => {
    panel.addEventListener('click', event => {
      bring(event);
      handle.focus({ preventScroll: true });
    });
    if (own.followsPointer) panel.addEventListener('pointermove', event => { bring(event); });
  });

  setAttributes(handle, {
    role: 'slider', tabindex: '0', 'aria-label': own.name, 'aria-valuemin': axis('x').from,
    'aria-valuemax': axis('x').to
  });
  // A finger on the handle moves it and does not scroll the page. (Chromium ignores touch-action here.)
  handle.addEventListener('touchstart', event => { event.preventDefault(); }, { passive: false });
  handle.style.cursor = directions.length === 2 ? 'move' : 'ew-resize';

  return (numbers, says) => {
    at = numbers;
    setAttributes(handle, { 'aria-valuenow': at[own.x], 'aria-valuetext': says });
  };
}

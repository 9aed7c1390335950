/* exported together */

// Combines the SVG drawings of a figure into one, with each at its place on the page.
function together(drawings) {
  if (drawings.length === 1) return drawings[0];
  const boxes = drawings.map(drawing => drawing.getBoundingClientRect());
  const [left, top] = ['left', 'top'].map(side => Math.min(...boxes.map(box => box[side])));
  const [right, bottom] = ['right', 'bottom'].map(side => Math.max(...boxes.map(box => box[side])));
  const whole = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const place = (svg, places) => {
    for (const [name, value] of Object.entries(places)) svg.setAttribute(name, value.toFixed(1));
    return svg;
  };
  place(whole, { width: right - left, height: bottom - top });
  for (const [i, { x, y, width, height }] of boxes.entries()) {
    const copy = drawings[i].cloneNode(true);
    copy.removeAttribute('style');
    whole.append(place(copy, { x: x - left, y: y - top, width, height }));
  }
  return whole;
}


// Adds a button to each figure that saves it as SVG in its present state. A live page calls this for new outputs.
{
  /** Combines the SVG drawings of a figure into one, with each at its place on the page. */
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

  window.nnSave = output => {
    const figures = '[data-nn-picture], [data-nn-interactive], .nn-picture svg';
    if (!output.querySelector(figures)) return;
    const isWhole = svg => !svg.parentElement.closest('svg, button');
    output.append(button('tool save', 'Save as SVG', async () => {
      const figure = output.querySelector(figures);
      const { nnLibrary: plotly } = figure, { width, height } = figure.getBoundingClientRect();
      const image = plotly && await plotly.toImage(figure, { format: 'svg', width, height });
      const svg = image
        ? new DOMParser().parseFromString(decodeURIComponent(image.split(/,(.*)/s)[1]), 'image/svg+xml').documentElement
        : together(all('.nn-picture svg', output).filter(isWhole)).cloneNode(true);
      const { color, fontFamily } = getComputedStyle(figure);
      Object.assign(svg.style, { color, fontFamily });
      svg.style.background = getComputedStyle(document.body).backgroundColor;
      const file = new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
      const page = decodeURIComponent(location.pathname.split('/').at(-1)).replace(/\.html$/, '');
      const download = `${page}-${output.closest('.cell').id || 'figure'}.svg`;
      const link = make('a', { href: URL.createObjectURL(file), download });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    }));
  };
  all('.output > .rich, .answer > .rich').forEach(window.nnSave);
}

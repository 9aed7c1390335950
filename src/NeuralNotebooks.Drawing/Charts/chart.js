// Draws a chart, or the frames of a film, by plotly.js. The template of the course contains its colours: a chart with
// this template gets the style of the course, and the colours of the page. Any other template is left as it is.

const narrowWidth = 520;

// The frames of a film have the traces and the layout in which they differ from the figure itself, as those of
// plotly.js have. A trace that is not visible is left out. A mark is a trace of one point that differs from frame to
// frame.
function framesOf({ data, layout, frames }) {
  const moving = new Set((frames || []).flatMap(frame => frame.traces || []));
  return (frames || [{}]).map(frame => {
    const traces = data.slice();
    (frame.traces || []).forEach((place, k) => { traces[place] = frame.data[k]; });
    return {
      layout: frame.layout || layout,
      marks: traces.filter((trace, place) => moving.has(place) && trace.x && trace.x.length === 1),
      data: frames ? traces.filter(trace => trace.visible !== false) : traces
    };
  });
}

// "library" is a plotly.js that can draw the figure.
function drawChart(host, picture, library) {
  const frames = framesOf(picture), labels = (picture.frames || []).map(frame => frame.name);
  const { template } = picture.layout, palette = template && template.layout && template.layout.meta;
  const isOfCourse = Boolean(palette && palette.onDark);
  const choosers = []; // one for each row of controls of a film
  let shown = {};

  function frameOf(index, theme, narrow) {
    const { data, layout } = frames[index], figure = copied({ data, layout: { ...layout, template: undefined } });
    delete figure.layout.template;
    if (!isOfCourse) return { ...figure, layout: { ...figure.layout, template } };
    const styled = recoloured(styleFigure(figure, narrow), palette, theme);
    styled.layout.template = shown.ink === theme.ink ? shown.template : recoloured(template, palette, theme);
    return styled;
  }

  function isNarrow() { return host.clientWidth < narrowWidth; }

  function show(index) {
    const theme = themeOf(host), narrow = isNarrow(), { data, layout } = frameOf(index, theme, narrow);
    layout.autosize = true;
    // A new revision makes plotly.js compute the traces again after a change of colours or width. Without it, the
    // same lists count as unchanged, and contours lose their levels. The next frame of a film has no revision, so that
    // plotly.js compares its lists with the last ones.
    if (shown.ink !== theme.ink || shown.narrow !== narrow) layout.datarevision = theme.ink + narrow;
    // Zoom and hidden series persist from frame to frame.
    layout.uirevision = 'same';
    // The minimum height has reserved room for the drawing; a narrow page may need less.
    if (layout.height) host.style.minHeight = layout.height + 'px';
    // A drawing of another form begins anew: if a colour bar turns, plotly.js would keep room for the old one, too.
    const isNew = shown.narrow !== narrow;
    shown = { index, ink: theme.ink, narrow, template: layout.template };
    (isNew ? library.newPlot : library.react)(host, data, layout,
      {
        responsive: true, displaylogo: false, displayModeBar: matchMedia('(hover: hover)').matches ? 'hover' : false,
        // Without the button that uploads the figure, and some that are not needed.
        modeBarButtonsToRemove: ['sendChartToCloud', 'select2d', 'lasso2d', 'autoScale2d'],
        toImageButtonOptions: { format: 'svg' },
        ...picture.config
      });
    if (!isNew) return;
    // The label describes the drawing, which screen readers skip; they still reach the buttons of plotly.js.
    host.querySelectorAll('.main-svg').forEach(svg => { svg.setAttribute('aria-hidden', 'true'); });
    host.on('plotly_click', ({ points }) => {
      const near = frameNear(points[0]);
      if (near !== null) choosers.forEach(choose => choose(near));
    });
  }

  // Follows the page's width, and its theme, of whose changes figures.js tells. A notebook may take the host out of
  // the page and put it back: then its size changes.
  function check() {
    if (host.isConnected && (themeOf(host).ink !== shown.ink || isNarrow() !== shown.narrow)) show(shown.index);
  }

  // A dragged slider fires more often than frames can be drawn: only the last one before each repaint is drawn.
  let wanted = null;
  function showSoon(index) {
    if (wanted === null) requestAnimationFrame(() => {
      const now = wanted;
      wanted = null;
      show(now);
    });
    wanted = index;
  }

  // The frame in which a mark of the clicked panel is nearest to the click; null if there are no marks.
  function frameNear({ x, y, data, xaxis, yaxis }) {
    const distanceTo = mark => Math.hypot(xaxis.d2p(mark.x[0]) - xaxis.d2p(x), yaxis.d2p(mark.y[0]) - yaxis.d2p(y));
    const far = frames.map(({ marks }) =>
      Math.min(...marks.filter(mark => mark.xaxis === data.xaxis).map(distanceTo)));
    return new Set(far).size > 1 ? far.indexOf(Math.min(...far)) : null;
  }

  host.textContent = '';
  host.setAttribute('role', 'figure');
  show(picture.start || 0);
  host.closest('figure').querySelectorAll('[data-nn-frames]').forEach(controls => {
    choosers.push(connectFilm(controls, labels, 350, showSoon));
  });
  host.addEventListener('nn-check', check);
  new ResizeObserver(check).observe(host);
}

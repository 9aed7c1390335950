// Draws one picture of a page as soon as plotly.js is loaded and can draw its traces. plotly.js may be loaded before
// this script, after it, or when the reader runs another cell.
import { recoloured, themeOf } from './colours.js';
import connectControls from './filmControls.js';
import { copied, framesOf } from './frames.js';
import style from './style.js';
import templateFor from './Style/template.js';
import whenFound from './whenFound.js';
import whenReady from './whenReady.js';

// "palette" has the colours of the course (CourseColours.cs).
export default function ({ palette }, key, picture) {
  const narrowWidth = 520;

  const frames = framesOf(picture.frames);

  function frameOf(index, theme, narrow) {
    const figure = copied(frames[index]);
    // A chart with a template has the style of the template.
    return recoloured(figure.layout.template ? figure : style(figure, palette, narrow), palette, theme);
  }

  function draw(host) {
    let shown = {};

    function isNarrow() {
      return host.clientWidth < narrowWidth;
    }

    function show(index) {
      const theme = themeOf(host), narrow = isNarrow(), frame = frameOf(index, theme, narrow), layout = frame.layout;
      layout.template = layout.template || (shown.ink === theme.ink ? shown.template : templateFor(theme));
      layout.autosize = true;
      // A new revision makes plotly.js compute the traces again after a change of colours or width. Without it, the
      // same lists count as unchanged, and contours lose their levels.
      if (picture.frames.length === 1) layout.datarevision = theme.ink + narrow;
      // Zoom and hidden series persist from frame to frame.
      layout.uirevision = 'same';
      // The minimum height has reserved room for the drawing; a narrow page may need less.
      if (layout.height) host.style.minHeight = layout.height + 'px';
      shown = { index, ink: theme.ink, narrow, template: layout.template, hidden: host.clientWidth === 0 };
      Plotly.react(host, frame.data, layout,
        {
          responsive: true, displaylogo: false, displayModeBar: matchMedia('(hover: hover)').matches ? 'hover' : false,
          // Without the button that uploads the figure, and some that are not needed.
          modeBarButtonsToRemove: ['sendChartToCloud', 'select2d', 'lasso2d', 'autoScale2d'],
          toImageButtonOptions: { format: 'svg' },
          ...picture.config
        });
    }

    // Follows the page's width and theme: the system's preference, or what a site or notebook sets on <html> and
    // <body>. A host that is not in the page any more has no listeners, which would keep it in memory. Its own size is
    // still observed, since a notebook may put it back.
    function follow() {
      const attributes = new MutationObserver(later);
      let listening = null;

      function listen() {
        listening = new AbortController();
        const { signal } = listening;
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', later, { signal });
        matchMedia('print').addEventListener('change', check, { signal });
        [document.documentElement, document.body].forEach(part => { attributes.observe(part, { attributes: true }); });
      }

      function stop() {
        if (listening) listening.abort();
        listening = null;
        attributes.disconnect();
      }

      function check() {
        if (!host.isConnected) {
          stop();
          return;
        }
        if (!listening) listen();
        // A chart that was drawn in a closed part of the output has not had a width yet.
        if (themeOf(host).ink !== shown.ink || isNarrow() !== shown.narrow || (shown.hidden && host.clientWidth > 0))
          show(shown.index);
      }

      function later() { setTimeout(check, 60); }

      listen();
      if (window.ResizeObserver) new ResizeObserver(check).observe(host);
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

    host.setAttribute('data-nn-drawn', '');
    host.textContent = '';
    show(picture.start);
    // The label describes the drawing, which screen readers skip; they still reach the buttons of plotly.js.
    host.setAttribute('role', 'figure');
    host.querySelectorAll('.main-svg').forEach(svg => { svg.setAttribute('aria-hidden', 'true'); });
    host.closest('figure').querySelectorAll('[data-nn-frames]').forEach(controls => {
      connectControls(controls, picture.labels, 350, showSoon);
    });
    follow();
  }

  const types = frames.flatMap(frame => frame.data.map(trace => trace.type || 'scatter'));

  const selector = '[data-nn-picture="' + key + '"]:not([data-nn-drawn])';

  function hosts() {
    return document.querySelectorAll(selector);
  }

  whenFound(selector, () => {
    whenReady(types, () => { hosts().forEach(draw); }, sentence => {
      hosts().forEach(host => { host.textContent = sentence; });
    });
  });
}

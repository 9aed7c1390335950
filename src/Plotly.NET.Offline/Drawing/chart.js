// Draws one picture of a page as soon as plotly.js is loaded and can draw its traces. plotly.js may be loaded before
// this script, after it, or when the reader runs another cell.
import connectControls from './filmControls.js';
import style from './style.js';
import whenFound from './whenFound.js';
import whenReady from './whenReady.js';

// "palette" has the colours of the course (CourseColours.cs).
export default function ({ palette }, key, picture) {
  const narrowWidth = 520;

  function rgb(colour) {
    return (colour.match(/[\d.]+/g) || [0, 0, 0]).map(Number);
  }

  function themeOf(element) {
    const ink = rgb(getComputedStyle(element).color);
    const dark = 0.299 * ink[0] + 0.587 * ink[1] + 0.114 * ink[2] > 128;
    return {
      dark,
      family: getComputedStyle(element).fontFamily,
      ink: 'rgb(' + ink.slice(0, 3).join(',') + ')',
      faint: opacity => 'rgba(' + ink.slice(0, 3).join(',') + ',' + opacity + ')'
    };
  }

  // "#0072b2/0.2" is that blue at an opacity of 20 %, "on #0072b2 0.2" the colour of a text on it. "var(--ink)" is the
  // colour of the page's text.
  function colour(value, theme, isText) {
    const cell = /^on (#[0-9a-f]{6}) ([\d.]+)$/.exec(value);
    if (cell) return readableOn(colour(cell[1], theme), +cell[2], colour(palette.page, theme));
    const parts = /^(#[0-9a-f]{6}|var\(--ink\))(?:\/([\d.]+))?$/.exec(value);
    if (!parts) return value;
    if (parts[1] === 'var(--ink)') return parts[2] ? theme.faint(parts[2]) : theme.ink;
    const other = theme.dark ? palette.onDark : isText ? palette.asText : {}, solid = other[parts[1]] || parts[1];
    return parts[2] ? 'rgba(' + channels(solid).join(',') + ',' + parts[2] + ')' : solid;
  }

  function channels(hex) {
    return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
  }

  // Black or white on a partly opaque colour, whichever has the larger contrast: at least 4.5.
  function readableOn(hex, part, groundHex) {
    const ground = channels(groundHex), weights = [0.2126, 0.7152, 0.0722];
    const luminance = channels(hex).reduce(
      (sum, top, i) => sum + weights[i] * Math.pow((part * top + (1 - part) * ground[i]) / 255, 2.2), 0);
    return luminance > 0.179 ? '#000000' : '#ffffff';
  }

  const arrays = {
    i1: Int8Array, u1: Uint8Array, i2: Int16Array, u2: Uint16Array, i4: Int32Array, f4: Float32Array, f8: Float64Array
  };

  // A part of a figure in which typed arrays, or arrays of their rows, replace their descriptions.
  function decoded(part) {
    if (!part || typeof part !== 'object') return part;
    if (Array.isArray(part)) return part.map(decoded);
    if (!part.bdata) return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, decoded(value)]));
    let numbers = new arrays[part.dtype](Uint8Array.from(atob(part.bdata), sign => sign.charCodeAt(0)).buffer);
    // A field has multiples of a step above its smallest number; 65535 stands for a gap.
    if (part.step) numbers = Float64Array.from(numbers, k => (k === 65535 ? NaN : part.from + k * part.step));
    if (!part.shape) return numbers;
    const [rows, width] = part.shape.split(',').map(Number);
    return Array.from({ length: rows }, (_, row) => numbers.subarray(row * width, (row + 1) * width));
  }

  // Numbers are never copied: plotly.js treats an identical object as unchanged.
  function isNumbers(part) {
    return ArrayBuffer.isView(part) || ArrayBuffer.isView(part[0]);
  }

  // A copy of the part without the properties that are null.
  function copied(part) {
    if (!part || typeof part !== 'object' || isNumbers(part)) return part;
    if (Array.isArray(part)) return part.map(copied);
    return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null)
      .map(([name, value]) => [name, copied(value)]));
  }

  // A copy of the figure in the theme's colours: it must be a copy, since plotly.js modifies its input.
  function recoloured(part, theme, isText) {
    if (typeof part === 'string') return colour(part, theme, isText);
    if (!part || typeof part !== 'object' || isNumbers(part)) return part;
    if (Array.isArray(part)) return part.map(item => recoloured(item, theme, isText));
    return Object.fromEntries(Object.entries(part).map(
      ([name, value]) => [name, recoloured(value, theme, isText || /font$/.test(name))]));
  }

  function templateFor(theme) {
    const axis = {
      gridcolor: theme.faint(0.12), zerolinecolor: theme.faint(0.3), zeroline: false, linecolor: theme.faint(0.4),
      automargin: true, ticklabeloverflow: 'allow', ticks: 'outside', ticklen: 4, tickcolor: 'rgba(0,0,0,0)',
      exponentformat: 'power',
      title: { standoff: 10, font: { size: 14 } }
    };
    const grid = { gridcolor: theme.faint(0.12), linecolor: theme.faint(0.4) };
    const side = { ...grid, zerolinecolor: theme.faint(0.3), backgroundcolor: 'rgba(0,0,0,0)' };
    return {
      layout: {
        paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
        font: { color: theme.ink, family: theme.family, size: 13 },
        margin: { l: 56, r: 16, t: 16, b: 48 },
        xaxis: axis, yaxis: axis, hovermode: 'closest',
        polar: { bgcolor: 'rgba(0,0,0,0)', angularaxis: grid, radialaxis: grid },
        scene: { xaxis: side, yaxis: side, zaxis: side },
        title: { x: 0, xref: 'container', font: { size: 16, weight: 600 } },
        legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', bgcolor: 'rgba(0,0,0,0)' },
        hoverlabel: { font: { family: theme.family } },
        modebar: { bgcolor: 'rgba(0,0,0,0)', color: theme.faint(0.5), activecolor: theme.ink }
      },
      data: {
        scatter: [{ line: { width: 2.5 }, marker: { size: 8 } }],
        heatmap: [{ colorscale: 'Viridis', colorbar: { outlinewidth: 0, thickness: 14 } }],
        contour: [{ colorscale: 'Viridis', colorbar: { outlinewidth: 0, thickness: 14 } }],
        histogram: [{ marker: { line: { width: 1, color: theme.faint(0.35) } } }]
      }
    };
  }

  // The properties of a frame in the page are those that differ from the frame before.
  const frames = [];
  let before = { data: [] };
  picture.frames.forEach(own => {
    before = {
      layout: { ...before.layout, ...decoded(own.layout) },
      data: own.data.map((trace, place) => ({ ...before.data[place], ...decoded(trace) }))
    };
    frames.push(before);
  });

  function frameOf(index, theme, narrow) {
    const figure = copied(frames[index]);
    // A chart with a template has the style of the template.
    return recoloured(figure.layout.template ? figure : style(figure, palette, narrow), theme);
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
      shown = { index, ink: theme.ink, narrow, template: layout.template };
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
        if (themeOf(host).ink !== shown.ink || isNarrow() !== shown.narrow) show(shown.index);
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

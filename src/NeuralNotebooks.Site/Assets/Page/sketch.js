/* exported sketch */

// A curve that the reader draws over the empty axes of a figure, with the pointer or the keyboard. Its points are parts
// of the width and of the height, so that they stay where they are if the window gets narrower.
const sketch = (() => {
  const columns = 61, stride = 10;
  const range = count => [...Array(count).keys()];
  /** A number that was read from a drawing. */
  const short = number => numberText(+number.toPrecision(2));

  /** The text of a title, which may have the elements that plotly.js knows. */
  const plain = title =>
    new DOMParser().parseFromString(title?.text ?? title ?? '', 'text/html').body.textContent;

  /** An axis: converts a number to its part of the length, and back. */
  function scaleOf(axis, values, words) {
    const { endsOf, fraction, ticksOf } = window.nnFigures, isLog = axis.type === 'log';
    const names = values.some(value => typeof value === 'string') ? [...new Set(values)] : null;
    const at = value => (names ? names.indexOf(value) : value);
    const textAt = (t, write) => (names ? names[t] ?? '' : write(isLog ? 10 ** t : t));
    let [from, to] = endsOf(axis, values.map(at).filter(Number.isFinite));
    if (!axis.range && axis.rangemode === 'tozero') from = Math.min(0, from);
    const margin = axis.range ? 0 : (to - from || 1) * 0.04;
    [from, to] = [from - margin, to + margin];
    return {
      isLog, span: to - from, title: plain(axis.title) || words,
      part: value => fraction(axis, [from, to], at(value)),
      read: part => {
        const t = from + part * (to - from);
        return textAt(names ? Math.max(0, Math.min(names.length - 1, Math.round(t))) : t, short);
      },
      ticks: ticksOf({ from, to }, 7, isLog || names ? 1 : 0)
        .map(t => ({ part: (t - from) / (to - from), text: textAt(t, numberText) })),
    };
  }

  /** The line of a chart with a name, or its first line, in its axes; null if the chart has no such line. Of a film, it
   * is that of the last frame. A point is a part of the width and of the height.
   * @param {any} chart
   * @param {string} name */
  function lineIn(chart, name) {
    const { data, layout } = window.nnFigures.framesOf(chart).at(-1);
    const traces = data.filter(({ type, y }) => (type ?? 'scatter') === 'scatter' && y);
    // Not a band, which is filled, and not points without a line.
    const lines = traces.filter(({ fill, mode }) => (fill ?? 'none') === 'none' && mode !== 'markers');
    const line = name ? lines.find(trace => plain(trace.name) === name) : lines[0];
    if (!line) return null;
    const sharedScale = side => {
      const axisOf = trace => trace[`${side}axis`] ?? side, axis = axisOf(line);
      const values = traces.filter(trace => axisOf(trace) === axis).flatMap(trace => trace[side] ?? []);
      const own = layout[axis.replace(side, `${side}axis`)] ?? {};
      // Of several panels, only the outer ones have titles.
      const named = Object.keys(layout).find(key => key.startsWith(`${side}axis`) && plain(layout[key].title));
      return scaleOf(own, values, named ? plain(layout[named].title) : side === 'x' ? 'the place' : 'the value');
    };
    const x = sharedScale('x'), y = sharedScale('y'), places = line.x ?? range(line.y.length);
    const points = places.map((place, i) => [x.part(place), y.part(line.y[i] ?? NaN)])
      .filter(point => point.every(Number.isFinite)).sort((a, b) => a[0] - b[0]);
    return points.length > 1 ? { x, y, points } : null;
  }

  /** The height of a line at a part of the width: NaN beside the line. Outside of the axes, it is their edge. */
  function heightAt(points, part) {
    const next = points.findIndex(([x]) => x >= part);
    if (next < 0 || (next === 0 && points[0][0] > part)) return NaN;
    const [[x0, y0], [x1, y1]] = [points[Math.max(0, next - 1)], points[next]];
    return Math.max(0, Math.min(1, x1 > x0 ? y0 + ((part - x0) / (x1 - x0)) * (y1 - y0) : y1));
  }

  const drawn = heights => heights.flatMap((height, i) => (height === null ? [] : [[i / (columns - 1), height]]));

  /** Compares a drawn curve with the line: the distance is the mean difference, as a part of the height. Null if no
   * part of the curve lies above the line or below it.
   * @param {any} line
   * @param {number[][]} guess */
  function compare({ x, y, points }, guess) {
    const pairs = range(columns).map(i => i / (columns - 1))
      .map(part => ({ part, mine: heightAt(guess, part), true: heightAt(points, part) }))
      .filter(pair => Number.isFinite(pair.mine + pair.true));
    if (pairs.length === 0) return null;
    const size = pair => Math.abs(pair.mine - pair.true);
    const distance = pairs.reduce((sum, pair) => sum + size(pair), 0) / pairs.length;
    const worst = pairs.reduce((a, b) => (size(b) > size(a) ? b : a), pairs[0]);
    const factor = y.isLog ? `, a factor of ${short(10 ** (distance * y.span))}` : '';
    const part = Math.round(100 * distance);
    const words = [`On average your curve is ${part} % of the height from the true one${factor}.`];
    if (size(worst) > 0.04) words.push(
      `They differ most where ${x.title} is ${x.read(worst.part)}: you drew ${y.read(worst.mine)}, `
      + `the truth is ${y.read(worst.true)}.`);
    const lowest = key => pairs.reduce((a, b) => (b[key] < a[key] ? b : a)).part, valley = lowest('true');
    if (valley > 0.05 && valley < 0.95)
      words.push(`The true curve is lowest at ${x.read(valley)}, yours at ${x.read(lowest('mine'))}.`);
    return { distance, words: words.join(' ') };
  }

  const svg = (name, attributes, ...children) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`);
    element.append(...children);
    return element;
  };

  /** A curve in a box. */
  const curveIn = (left, top, width, high, name, curve) => svg('path', {
    class: name, d: curve.map(([x, y], i) => `${i ? 'L' : 'M'}${(left + x * width).toFixed(1)} ${
      (top + (1 - Math.max(-0.02, Math.min(1.02, y))) * high).toFixed(1)}`).join(''),
  });

  /** Empty axes in which the reader draws. `read` returns the curve, or null if it does not reach from one end of the
   * line to the other; `reveal` draws the line over it.
   * @param {any} line */
  function field(line) {
    const { x, y, points } = line, box = make('div', { className: 'sketch' });
    /** @type {(number | null)[]} */
    const heights = Array(columns).fill(null);
    const left = 58, top = 12, high = 230, bottom = 46;
    let width = 0, shows = false, active = 0, last = null;
    const room = () => Math.max(180, Math.min(640, box.clientWidth || 560) - left - 12);
    const path = (name, curve) => curveIn(left, top, width, high, name, curve);

    function render() {
      const focused = box.contains(document.activeElement);
      width = room();
      const label = (at, text, rest) => svg('text', { ...at, ...rest }, text);
      const every = Math.ceil(x.ticks.length / Math.max(2, width / 56));
      const drawing = svg('svg', {
        width: left + width + 12, height: top + high + bottom, role: 'group',
        'aria-label': `Axes for your curve: ${x.title} to the right, ${y.title} upwards`,
      },
      svg('rect', { x: left, y: top, width, height: high }),
      ...x.ticks.flatMap(({ part, text }, i) => [
        svg('line', { x1: left + part * width, x2: left + part * width, y1: top, y2: top + high }),
        ...(i % every ? []
          : [label({ x: left + part * width, y: top + high + 17 }, text, { 'text-anchor': 'middle' })]),
      ]),
      ...y.ticks.flatMap(({ part, text }) => [
        svg('line', { x1: left, x2: left + width, y1: top + (1 - part) * high, y2: top + (1 - part) * high }),
        label({ x: left - 7, y: top + (1 - part) * high + 4 }, text, { 'text-anchor': 'end' }),
      ]),
      label({ x: left + width / 2, y: top + high + 38 }, x.title, { 'text-anchor': 'middle' }),
      label({ x: 0, y: 0 }, y.title, {
        'text-anchor': 'middle', transform: `translate(13 ${top + high / 2}) rotate(-90)`,
      }),
      path('mine', drawn(heights)));
      if (shows) drawing.append(path('true', points));
      else drawing.append(...range((columns - 1) / stride + 1).map(i => handle(i * stride)));
      if (!shows) {
        drawing.addEventListener('pointerdown', begin);
        // A finger draws, and does not scroll the page.
        drawing.addEventListener('touchstart', event => event.preventDefault(), { passive: false });
      }
      box.replaceChildren(drawing);
      if (focused) box.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
    }

    /** A point of the curve that the keyboard moves. */
    function handle(column) {
      const part = column / (columns - 1), height = heights[column];
      const point = svg('circle', {
        cx: left + part * width, cy: top + (1 - (height ?? 0.5)) * high, r: 5, role: 'slider',
        class: height === null ? 'unset' : '', tabindex: column === active ? 0 : -1,
        'aria-label': `Your curve where ${x.title} is ${x.read(part)}`, 'aria-valuemin': 0, 'aria-valuemax': 100,
        'aria-valuenow': Math.round(100 * (height ?? 0.5)),
        'aria-valuetext': height === null ? 'not drawn yet' : `${y.title} ${y.read(height)}`,
        'aria-orientation': 'vertical',
      });
      point.addEventListener('keydown', event => press(event, column));
      return point;
    }

    function press(event, column) {
      const far = event.shiftKey ? 0.1 : 0.02;
      const up = { ArrowUp: far, ArrowDown: -far, PageUp: 0.1, PageDown: -0.1, Home: -1, End: 1 }[event.key];
      const along = { ArrowRight: stride, ArrowLeft: -stride }[event.key];
      if ((up ?? along) === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (along) active = Math.max(0, Math.min(columns - 1, column + along));
      else {
        heights[column] = Math.max(0, Math.min(1, (heights[column] ?? 0.5) + up));
        for (const other of [column - stride, column + stride])
          if (heights[other] !== null && other in heights) join(other, column);
      }
      render();
    }

    /** Draws a straight line between the points of two columns. */
    function join(one, other) {
      const [from, to] = one < other ? [one, other] : [other, one];
      const [a, b] = [Number(heights[from]), Number(heights[to])];
      for (let i = from + 1; i < to; i++) heights[i] = a + ((i - from) / (to - from)) * (b - a);
    }

    function begin(event) {
      if (event.button) return;
      event.preventDefault();
      last = null;
      box.setPointerCapture(event.pointerId);
      draw(event);
    }

    function draw(event) {
      const frame = box.firstChild.getBoundingClientRect(), inside = part => Math.max(0, Math.min(1, part));
      const column = Math.round(inside((event.clientX - frame.left - left) / width) * (columns - 1));
      heights[column] = inside(1 - (event.clientY - frame.top - top) / high);
      if (last !== null) join(last, column);
      last = column;
      render();
    }
    box.addEventListener('pointermove', event => {
      if (box.hasPointerCapture(event.pointerId) && !shows) draw(event);
    });

    new ResizeObserver(() => {
      if (room() !== width) render();
    }).observe(box);
    render();
    return {
      element: box,
      clear: () => { heights.fill(null); render(); },
      read: () => {
        const curve = drawn(heights), needed = points.map(([part]) => part).filter(part => part >= 0 && part <= 1);
        const reaches = curve.length > 1 && curve[0][0] <= needed[0] + 0.1 && curve.at(-1)[0] >= needed.at(-1) - 0.1;
        if (!reaches || !compare(line, curve)) return null;
        return curve.map(point => point.map(part => +part.toFixed(3)));
      },
      reveal: guess => {
        heights.fill(null);
        for (const [part, height] of guess) heights[Math.round(part * (columns - 1))] = height;
        shows = true;
        render();
      },
    };
  }

  /** A small drawing of a curve and the line, for a table. */
  const small = (line, guess) => {
    const path = (name, curve) => curveIn(0, 0, 60, 24, name, curve);
    return svg('svg', { viewBox: '-1 -1 62 26', width: 62, height: 26, 'aria-hidden': 'true', class: 'sketch' },
      path('mine', guess), path('true', line.points));
  };

  return { lineIn, compare, field, small };
})();

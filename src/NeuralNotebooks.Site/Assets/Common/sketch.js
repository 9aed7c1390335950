/* exported sketch */

// A curve that the reader draws over empty axes, with the pointer or the keyboard: a height at each x of the data. The
// author states the ends of the vertical axis, since those of the figure would give the answer away.
const sketch = (() => {
  // So many points have a handle each; of more, so many are chosen.
  const mostHandles = 9, chosenHandles = 7;
  // In pixels: a pointer that moves less to the side moves one point up or down.
  const sideways = 8;
  const range = count => [...Array(count).keys()];
  /** A number that was read from a drawing. */
  const short = number => numberText(+number.toPrecision(2));

  /** The text of a title, which may have the elements that plotly.js knows. */
  const plain = title =>
    new DOMParser().parseFromString(title?.text ?? title ?? '', 'text/html').body.textContent;

  /** Where a value is on a scale, of which the logarithms are evenly spaced if `isLog`; the length of the scale; the
   * part of it that a value is at, and the value at a part. */
  const at = ({ isLog }, value) => (isLog ? Math.log10(value) : value);
  const span = y => at(y, y.to) - at(y, y.from);
  const partOf = (y, value) => (at(y, value) - at(y, y.from)) / span(y);
  const valueAt = (y, part) => (y.isLog ? 10 ** (at(y, y.from) + part * span(y)) : y.from + part * span(y));

  /** A scale between two values. It has only data, so that it can be sent to the phones of a class. */
  function scale(from, to, isLog, title = '') {
    const [low, high] = [from, to].map(end => at({ isLog }, end));
    const ticks = window.nnFigures.ticksOf({ from: low, to: high }, 7, isLog ? 1 : 0)
      .map(t => ({ part: (t - low) / (high - low), text: isLog && Math.abs(t) > 2
        ? `10${`${t}`.replace(/[-\d]/g, sign => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)])}`
        : numberText(isLog ? 10 ** t : t) }));
    return { isLog, from, to, title, ticks };
  }

  /** The places of a line's points from left to right: numbers, or names one after the other. */
  function placesOf(values, isLog) {
    const isNamed = values.some(value => typeof value === 'string');
    const at = values.map((value, i) => (isNamed ? values.indexOf(value) : isLog ? Math.log10(value) : value ?? i));
    const numbers = at.filter(Number.isFinite), [from, to] = [Math.min(...numbers), Math.max(...numbers)];
    const margin = 0.04 * (to - from || 1), width = to - from + 2 * margin;
    return { parts: at.map(place => (place - from + margin) / width), ends: [from - margin, to + margin] };
  }

  /** The line of a chart with a name, or its first line, on axes of which the author states the ends of the vertical
   * one; null if the chart has no such line. Of a film, it is that of the last frame. Each point has its x and y, and
   * the part of the width where it is.
   * @param {any} chart
   * @param {{ curve: string, from: number, to: number }} asked */
  function lineIn(chart, { curve, from, to }) {
    const { data, layout } = window.nnFigures.framesOf(chart).at(-1);
    // Not a band, which is filled, and not points without a line.
    const line = data.find(({ type, y, fill, mode, name }) => (type ?? 'scatter') === 'scatter' && y
      && (fill ?? 'none') === 'none' && mode !== 'markers' && (!curve || plain(name) === curve));
    if (!line) return null;
    const axisOf = side => layout[(line[`${side}axis`] ?? side).replace(side, `${side}axis`)] ?? {};
    const titleOf = (side, words) => {
      // Of several panels, only the outer ones have titles.
      const titles = Object.keys(layout).filter(key => key.startsWith(`${side}axis`)).map(key => layout[key].title);
      return [axisOf(side).title, ...titles].map(plain).find(Boolean) ?? words;
    };
    const xs = Array.from(line.x ?? line.y.keys()), hasLog = side => axisOf(side).type === 'log';
    const { parts, ends } = placesOf(xs, hasLog('x')), y = scale(from, to, hasLog('y'), titleOf('y', 'the value'));
    const points = xs.map((x, i) => ({ x, part: parts[i], y: line.y[i] ?? NaN }))
      .filter(point => Number.isFinite(point.part + partOf(y, point.y))).sort((a, b) => a.part - b.part)
      .filter((point, i, all) => i === 0 || point.part > all[i - 1].part);
    if (points.length < 2 || !Number.isFinite(span(y))) return null;
    const [first, last] = hasLog('x') ? ends.map(end => 10 ** end) : ends;
    const ticks = points.length <= mostHandles ? points.map(({ part, x }) => ({ part, text: nameOf(x) }))
      : scale(first, last, hasLog('x')).ticks;
    return { x: { title: titleOf('x', 'the place'), ticks }, y, points };
  }

  /** An x of the data in words. */
  const nameOf = x => (typeof x === 'number' ? numberText(x) : x);

  /** The heights of a guess, which has the x and the height of each point that is drawn, in the order of the line's
   * points; null if it does not fit the line.
   * @param {any} line
   * @param {any} guess */
  function heightsOf({ y, points }, guess) {
    if (!Array.isArray(guess) || guess.length < 2) return null;
    const heights = points.map(() => null);
    for (const [x, height] of guess) {
      const place = points.findIndex(point => point.x === x);
      if (place < 0 || typeof height !== 'number' || !Number.isFinite(partOf(y, height))) return null;
      heights[place] = height;
    }
    return heights;
  }

  /** How far off, as a factor if the axis is logarithmic. "side" is above 0 if all is too high. */
  function distanceOf(size, side, isLog) {
    const direction = side === 0 ? '' : side > 0 ? 'too high' : 'too low', factor = 10 ** size;
    return size === 0 ? 'exactly right' : !isLog ? `${short(size)} ${direction || 'off'}`
      : factor < 1.05 ? 'right within 5 %' : `${direction || 'off'} by a factor of ${short(factor)}`;
  }

  /** Compares a guess with the line at the x of the data. It is close if its mean distance is at most a tenth of the
   * axis, and, if the line is not flat itself, 3 % of the axis or half of the distance of the best horizontal line.
   * @param {any} line
   * @param {any} guess */
  function compare({ x, y, points }, guess) {
    const pairs = heightsOf({ y, points }, guess).flatMap((mine, i) => (mine === null ? [] : [{
      ...points[i], mine, truth: points[i].y, off: at(y, mine) - at(y, points[i].y),
    }]));
    const size = pair => Math.abs(pair.off), total = pairs.reduce((sum, pair) => sum + size(pair), 0);
    const sum = pairs.reduce((all, { off }) => all + off, 0), mean = total / pairs.length;
    const distance = distanceOf(mean, Math.abs(sum) > 0.9 * total ? sum : 0, y.isLog);
    const worst = pairs.reduce((a, b) => (size(b) > size(a) ? b : a));
    const words = [`On average your curve is ${distance}.`];
    const middle = pairs.map(({ truth }) => at(y, truth)).sort((a, b) => a - b)[pairs.length >> 1];
    const flat = pairs.reduce((all, { truth }) => all + Math.abs(at(y, truth) - middle), 0) / pairs.length;
    const tenth = 0.1 * span(y), limit = flat < 0.3 * tenth ? tenth : Math.min(tenth, Math.max(0.3 * tenth, flat / 2));
    if (mean > limit && mean <= tenth)
      words.push(`A horizontal line at the right height is ${distanceOf(flat, 0, y.isLog)}.`);
    if (size(worst) > 0.04 * span(y)) words.push(
      `The curves differ most where ${x.title} is ${nameOf(worst.x)}: you drew ${short(worst.mine)}, `
      + `the truth is ${numberText(+worst.truth.toPrecision(3))}.`);
    const lowest = key => pairs.reduce((a, b) => (b[key] < a[key] ? b : a)), valley = lowest('truth');
    if ([pairs[0], pairs.at(-1)].every(({ truth }) => at(y, truth) - at(y, valley.truth) > 0.05 * span(y)))
      words.push(`The true curve is lowest at ${nameOf(valley.x)}, yours at ${nameOf(lowest('mine').x)}.`);
    return { distance, part: mean / limit, isClose: mean <= limit, words: words.join(' ') };
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

  /** The curve of a guess and that of the line, as points in parts of the width and of the height. */
  const drawn = ({ y, points }, heights) => points.flatMap(({ part }, i) =>
    (heights[i] === null ? [] : [[part, partOf(y, heights[i])]]));
  const truth = ({ y, points }) => points.map(point => [point.part, partOf(y, point.y)]);

  /** The room around the axes, and their height. */
  const left = 58, top = 12, high = 230, bottom = 46;

  /** A drawing with the axes of a line. */
  function axes({ x, y }, width, words, role = 'group') {
    const label = (place, text, rest) => svg('text', { ...place, ...rest }, text);
    const every = Math.ceil(x.ticks.length / Math.max(2, width / 56));
    return svg('svg', { width: left + width + 12, height: top + high + bottom, role, 'aria-label': words },
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
      }));
  }

  /** Empty axes in which the reader draws. `read` returns the guess, or null if the curve does not reach from one end
   * of the line to the other; `reveal` draws the line over it.
   * @param {any} line */
  function field(line) {
    const { x, y, points } = line, box = make('div', { className: 'sketch' }), last = points.length - 1;
    /** @type {(number | null)[]} */
    const heights = points.map(() => null);
    const nearest = part => points.reduce((best, point, i) =>
      (Math.abs(point.part - part) < Math.abs(points[best].part - part) ? i : best), 0);
    const handles = last < mostHandles ? range(last + 1) : [...new Set(range(chosenHandles).map(i =>
      nearest(points[0].part + (i / (chosenHandles - 1)) * (points[last].part - points[0].part))))];
    let width = 0, shows = false, active = 0, stroke = null;
    const room = () => Math.max(180, Math.min(640, box.clientWidth || 560) - left - 12);
    const path = (name, curve) => curveIn(left, top, width, high, name, curve);
    const inside = part => Math.max(0, Math.min(1, part));

    function render() {
      const focused = box.contains(document.activeElement);
      width = room();
      const drawing = axes(line, width, `Axes for your curve: ${x.title} to the right, ${y.title} upwards`);
      drawing.append(path('mine', drawn(line, heights)));
      if (shows) drawing.append(path('true', truth(line)));
      else {
        drawing.append(...handles.map(handle));
        drawing.addEventListener('pointerdown', begin);
        // A finger draws, and does not scroll the page.
        drawing.addEventListener('touchstart', event => event.preventDefault(), { passive: false });
      }
      box.replaceChildren(drawing);
      if (focused) box.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
    }

    /** A point of the curve that the keyboard moves. */
    function handle(place, k) {
      const isSet = heights[place] !== null, part = isSet ? inside(partOf(y, heights[place])) : 0.5;
      const point = svg('circle', {
        cx: left + points[place].part * width, cy: top + (1 - part) * high, r: 5, role: 'slider',
        class: isSet ? '' : 'unset', tabindex: k === active ? 0 : -1,
        'aria-label': `Your curve where ${x.title} is ${nameOf(points[place].x)}`,
        'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(100 * part),
        'aria-valuetext': isSet ? `${y.title} ${short(heights[place])}` : 'not drawn yet',
        'aria-orientation': 'vertical',
      });
      point.addEventListener('keydown', event => press(event, k, part));
      return point;
    }

    function press(event, k, part) {
      const far = event.shiftKey ? 0.1 : 0.02;
      const up = { ArrowUp: far, ArrowDown: -far, PageUp: 0.1, PageDown: -0.1, Home: -1, End: 1 }[event.key];
      const along = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if ((up ?? along) === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (along) active = Math.max(0, Math.min(handles.length - 1, k + along));
      else {
        set(handles[k], part + up);
        const drawn = [handles[k - 1], handles[k + 1]].filter(other => typeof heights[other] === 'number');
        drawn.forEach(other => join(other, handles[k]));
      }
      render();
    }

    function set(place, part) { heights[place] = +valueAt(y, inside(part)).toPrecision(4); }

    /** Draws a straight line between two points. */
    function join(one, other) {
      const [from, to] = [one, other].sort((a, b) => a - b).map(place =>
        ({ place, part: points[place].part, height: partOf(y, heights[place]) }));
      for (let i = from.place + 1; i < to.place; i++) across(i, from, to);
    }

    /** Puts a point on the straight line between two places of the drawing, if it is between them. */
    function across(i, from, to) {
      const t = (points[i].part - from.part) / (to.part - from.part);
      if (t >= 0 && t <= 1) set(i, from.height + t * (to.height - from.height));
    }

    /** Where the pointer is. Beside the line it is at its end. */
    function placeOf(event) {
      const frame = box.firstChild.getBoundingClientRect(), part = (event.clientX - frame.left - left) / width;
      return {
        part: Math.max(points[0].part, Math.min(points[last].part, part)),
        height: inside(1 - (event.clientY - frame.top - top) / high),
      };
    }

    function begin(event) {
      if (event.button) return;
      event.preventDefault();
      const here = placeOf(event);
      stroke = { begin: here, last: here };
      box.setPointerCapture(event.pointerId);
      draw(event);
    }

    function draw(event) {
      const here = placeOf(event);
      if (Math.abs(here.part - stroke.begin.part) * width < sideways) set(nearest(stroke.begin.part), here.height);
      else for (const i of points.keys()) across(i, stroke.last, here);
      stroke.last = here;
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
        const places = range(last + 1).filter(i => heights[i] !== null), [from, to] = [places[0], places.at(-1)];
        if (places.length < 2 || points[from].part > points[0].part + 0.1
          || points[to].part < points[last].part - 0.1) return null;
        for (const [k, place] of places.slice(1).entries()) join(places[k], place);
        return range(last + 1).filter(i => heights[i] !== null).map(i => [points[i].x, heights[i]]);
      },
      reveal: guess => {
        Object.assign(heights, heightsOf(line, guess));
        shows = true;
        render();
      },
    };
  }

  /** A small drawing of a curve and the line, for a table. */
  const small = (line, guess) => {
    const path = (name, curve) => curveIn(0, 0, 60, 24, name, curve);
    return svg('svg', { viewBox: '-1 -1 62 26', width: 62, height: 26, 'aria-hidden': 'true', class: 'sketch' },
      path('mine', drawn(line, heightsOf(line, guess))), path('true', truth(line)));
  };

  /** What a class is asked: at most so many points of the line, without their heights, and the heights apart. */
  function asked({ x, y, points }, most = 200) {
    const some = points.length <= most ? points
      : range(most).map(i => points[Math.round((i * (points.length - 1)) / (most - 1))]);
    return {
      axes: { x, y, points: some.map(point => ({ x: point.x, part: point.part })) },
      // The phones round heights to four digits.
      heights: { count: some.length, from: valueAt(y, -0.01), to: valueAt(y, 1.01) },
      truth: some.map(point => point.y),
    };
  }

  /** The curves of a class, of each vote in its own colour, and over them the true one if it is known.
   * @param {any} line
   * @param {number[][][]} votes  the heights of each curve
   * @param {string} words */
  function curves(line, votes, words) {
    const width = 420, drawing = axes(line, width, words, 'img');
    const path = (name, curve) => curveIn(left, top, width, high, name, curve);
    drawing.setAttribute('viewBox', `0 0 ${left + width + 12} ${top + high + bottom}`);
    for (const [i, heights] of votes.entries())
      drawing.append(...heights.map(some => path(`mine vote${i + 1}`, drawn(line, some))));
    if (line.points.every(point => 'y' in point)) drawing.append(path('true', truth(line)));
    return make('div', { className: 'sketch' }, drawing);
  }

  return { lineIn, heightsOf, compare, field, small, asked, curves };
})();

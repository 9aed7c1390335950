// The style of the course's charts: sets the properties that a figure has not set, whichever library has made it.
// Colours are those for a light background; the caller replaces them. "isNarrow" is true on a page as narrow as a
// phone.
(function (figure, isNarrow) {
  'use strict';

  var colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8c6d00', 'var(--ink)'];
  var dashes = ['solid', 'dash', 'dot', 'dashdot'];
  var symbols = ['circle', 'diamond', 'square', 'triangle-up', 'cross', 'x'];
  var page = '#ffffff', low = colours[0], high = colours[1];
  var data = figure.data, layout = figure.layout;

  function kind(trace) {
    return trace.type || 'scatter';
  }

  function isLine(trace) {
    return kind(trace) === 'scatter' && /lines/.test(trace.mode);
  }

  function isPoints(trace) {
    return kind(trace) === 'scatter' && /markers/.test(trace.mode);
  }

  function set(part, name, value) {
    if (part[name] === undefined) part[name] = value;
  }

  function inner(part, name) {
    return part[name] = { ...part[name] };
  }

  // Numbers of lists, and of the rows of a matrix; other items are gaps.
  function numbersOf(list) {
    return Array.from(list || []).flatMap(item =>
      typeof item === 'number' ? [item] : item && item.length && typeof item !== 'string' ? numbersOf(item) : []
    ).filter(Number.isFinite);
  }

  function ends(numbers) {
    return numbers.reduce(
      ([from, to], number) => [Math.min(from, number), Math.max(to, number)], [Infinity, -Infinity]);
  }

  // Chart.Range is two bounds, the second filled down to the first, and the line between them.
  function styleBands() {
    data.forEach((upper, place) => {
      var lower = data[place - 1], middle = data[place + 1], group = upper.legendgroup;
      if (!group || upper.fill !== 'tonexty' || !lower || !middle) return;
      if (lower.legendgroup !== group || middle.legendgroup !== group) return;
      [lower, upper].forEach(bound => {
        Object.assign(bound, { isBound: true, mode: 'lines', showlegend: false, hoverinfo: 'skip' });
        inner(bound, 'line').width = 0;
      });
      upper.band = middle;
      delete middle.legendgrouptitle;
    });
  }

  // A series without a colour gets the colour of its number, and a dash or symbol that differs from those of the
  // others, for readers who cannot distinguish the colours.
  function styleSeries() {
    var series = data.filter(trace => /^(scatter|bar|histogram|box|violin)$/.test(kind(trace)) && !trace.isBound);
    var given = series.map(trace => trace.line && trace.line.dash);
    var free = dashes.filter(dash => !given.includes(dash)).concat(dashes), lines = 0, points = 0;
    series.forEach((trace, number) => {
      var colour = colours[number % colours.length], part = inner(trace, isLine(trace) ? 'line' : 'marker');
      var isPlain = part.color === undefined && !(trace.line && trace.line.color) && !trace.fillcolor;
      trace.colour = isPlain ? colour : part.color;
      if (!isPlain) return;
      part.color = colour;
      if (isLine(trace)) {
        inner(trace, 'marker');
        set(trace.marker, 'color', colour);
        if (part.dash === undefined) part.dash = free[lines++ % dashes.length];
      }
      // After the last colour the symbols are shifted, so that no two of many series look the same.
      var shift = Math.floor(number / colours.length);
      if (isPoints(trace)) set(trace.marker, 'symbol', symbols[(points++ + shift) % symbols.length]);
      // Points that lie on each other can be counted.
      if (isPoints(trace) && !isLine(trace)) set(trace.marker, 'line', { width: 1, color: page });
      if (kind(trace) === 'box' || kind(trace) === 'violin') set(inner(trace, 'line'), 'color', colour);
    });
    data.forEach(trace => {
      if (trace.band && trace.fillcolor === undefined && /^#/.test(trace.band.colour))
        trace.fillcolor = trace.band.colour + '/0.2';
      ['isBound', 'band', 'colour'].forEach(mark => { delete trace[mark]; });
    });
  }

  // If there are few bars, each has its number. Histograms are drawn over each other, and the single values of a box
  // plot on their box.
  function styleBars() {
    var distributions = data.filter(trace => kind(trace) === 'histogram');
    if (distributions.length > 1 && distributions.length === data.length && layout.barmode === undefined) {
      layout.barmode = 'overlay';
      distributions.forEach(trace => { set(trace, 'opacity', 0.65); });
    }
    var bars = data.filter(trace => kind(trace) === 'bar');
    bars.forEach(trace => {
      var values = Array.from((trace.orientation === 'h' ? trace.x : trace.y) || []);
      set(axis((trace.orientation === 'h' ? trace.yaxis : trace.xaxis) || (trace.orientation === 'h' ? 'y' : 'x')),
        'showgrid', false);
      if (bars.length > 1 || trace.text !== undefined || trace.texttemplate || values.length > 12) return;
      trace.text = values.map(value => (typeof value === 'number' ? plain(value) : ''));
      set(trace, 'textposition', 'auto');
      if (/^#/.test(trace.marker.color))
        set(trace, 'insidetextfont', { size: 14, color: 'on ' + trace.marker.color + ' 1' });
    });
    var boxes = data.filter(trace => kind(trace) === 'box' || kind(trace) === 'violin');
    boxes.forEach(trace => {
      if (boxes.length === data.length && trace.name) set(layout, 'showlegend', false);
      if (trace.boxpoints !== 'all' || trace.pointpos !== undefined) return;
      Object.assign(trace, { pointpos: 0, jitter: trace.jitter === undefined ? 0.6 : trace.jitter });
      trace.marker = { size: 7, opacity: 0.6, ...trace.marker };
      set(trace, 'fillcolor', 'rgba(0,0,0,0)');
    });
  }

  // Names of rows and columns are categories, even if they look like numbers.
  function nameCells(map, letter) {
    var names = Array.from(map[letter] || []);
    if (names.length && names.every(name => typeof name === 'string'))
      set(axis(map[letter + 'axis'] || letter), 'type', 'category');
  }

  function plain(number) {
    return String(Number.isInteger(number) ? number : +number.toPrecision(4)).replace('-', '−');
  }

  // "xaxis2" is the axis that a trace names "x2".
  function axisName(id) {
    return id[0] + 'axis' + id.slice(1);
  }

  function axis(id) {
    return inner(layout, axisName(id));
  }

  // The axis whose range this axis has: panels may share the range of one of them.
  function leader(id) {
    return (layout[axisName(id)] || {}).matches || id;
  }

  // A heat map without a colour scale: blue below zero, orange above, the page's colour at zero. Numbers in its cells,
  // which are annotations, are black or white, whichever is more readable there.
  function styleHeatMaps() {
    var maps = data.filter(trace => kind(trace) === 'heatmap');
    maps.forEach(map => {
      nameCells(map, 'x');
      nameCells(map, 'y');
      var [from, to] = ends(numbersOf(map.z)), size = Math.max(Math.abs(from), Math.abs(to)) || 1;
      var isPlain = map.colorscale === undefined && map.zmin === undefined && map.zmid === undefined;
      if (isPlain)
        Object.assign(map, from < 0
          ? { colorscale: [[0, low], [0.5, page], [1, high]], zmin: -size, zmax: size }
          : { colorscale: [[0, page], [1, high]], zmin: 0, zmax: size });
      if (maps.length > 1 || !layout.annotations) return;
      // The colours of a named scale are not known here: its cells may be translucent, so they are drawn on white.
      if (typeof map.colorscale === 'string') layout.plot_bgcolor = '#fff';
      if (isPlain && map.showscale === undefined) map.showscale = false;
      layout.annotations = layout.annotations.map(note => {
        if (note.xref === 'paper' || note.font && note.font.color) return note;
        var value = map.z[note.y] && map.z[note.y][note.x];
        var colour = !isPlain ? '#1f2430'
          : 'on ' + (value < 0 ? low : high) + ' ' + (Math.abs(value || 0) / size * (map.opacity || 1)).toFixed(2);
        return { ...note, font: { ...note.font, color: colour } };
      });
    });
  }

  // Labels of a horizontal axis at all values of the data, or at every second one, …: if they are as short as the sizes
  // 32, 64, …, 2048 and have room beside each other. Null otherwise.
  function labelsAtValues(places, span) {
    var values = [...new Set(places)].sort((one, other) => one - other), texts = values.map(plain);
    if (values.length > 16 || !values.every((value, k) =>
      texts[k].length <= 5 && (Number.isInteger(value) || value === +value.toPrecision(2)))) return null;
    for (var step = 1; step <= 4 && values.length > 2 * step; step++) {
      var shown = values.filter((_, k) => k % step === 0), width = (isNarrow ? 270 : 590) / span;
      if (shown.every((value, k) => !k || Math.log10(value / shown[k - 1]) * width
        > 8 + 3.9 * (plain(value).length + plain(shown[k - 1]).length))) return shown;
    }
    return null;
  }

  // Labels at the values of the data, at powers of ten, or at some multiples of them. Below half a decade those of
  // plotly.js are better.
  function styleLogarithmicAxes() {
    Object.keys(layout).filter(name => /^[xy]axis\d*$/.test(name) && layout[name].type === 'log').forEach(name => {
      var own = inner(layout, name), letter = name[0], id = name.replace('axis', '');
      if (['tickvals', 'tickmode', 'dtick', 'tick0'].some(given => own[given] !== undefined)) return;
      var shown = data.filter(trace => leader(trace[letter + 'axis'] || letter) === leader(id));
      var numbers = shown.flatMap(trace => numbersOf(trace[letter])).filter(number => number > 0);
      var range = own.range || (layout[axisName(leader(id))] || {}).range;
      var [from, to] = range ? range.map(power => Math.pow(10, power))
        : ends(numbers);
      var decades = Math.log10(to / from), step = Math.ceil(decades / 7);
      if (!(decades >= 0.5)) return;
      var atValues = letter === 'x' && labelsAtValues(numbers, decades);
      if (atValues) {
        Object.assign(own, { tickmode: 'array', tickvals: atValues, ticktext: atValues.map(plain) });
        return;
      }
      var isShort = from >= 0.99e-3 && to <= 1.01e4, ticks = [];
      for (var power = Math.floor(Math.log10(from)) - 1; power <= Math.ceil(Math.log10(to)) + 1; power++) {
        if (decades >= 1.5 && power % step) continue;
        var digits = decades < 1 ? [1, 2, 3, 4, 6, 8] : decades < 1.5 ? [1, 2, 5] : [1];
        digits.forEach(digit => { ticks.push([digit, power]); });
      }
      own.tickmode = 'array';
      own.tickvals = ticks.map(([digit, power]) => +(digit + 'e' + power));
      own.ticktext = ticks.map(([digit, power]) => isShort || power === 0 || power === 1
        ? plain(+(digit + 'e' + power)) : (digit === 1 ? '' : digit + '·') + powerOfTen(power));
    });
  }

  function powerOfTen(power) {
    return '10' + String(power).replace(/./g, sign => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[sign]));
  }

  // Writes names at the ends of lines instead of a legend, if there are few lines, which end at the right edge and far
  // enough from each other. A narrow page has a legend.
  function nameLines() {
    var named = data.filter(trace => trace.showlegend !== false && kind(trace) !== 'heatmap');
    if (layout.showlegend !== undefined || layout.annotations && layout.annotations.length || layout.grid) return;
    if (!named.every(trace => isLine(trace) && trace.name && !trace.xaxis && !trace.yaxis)) return;
    if (named.length === 1) layout.showlegend = false;
    if (isNarrow || named.length < 2 || named.length > 5) return;

    var across = axis('x'), up = axis('y');
    var x = span(across, data.flatMap(trace => numbersOf(trace.x))), y = span(up, data.flatMap(heights));
    var last = named.map(trace => {
      var at = trace.y && Array.from(trace.y).findLastIndex(Number.isFinite);
      return { trace, x: part(across, x, trace.x && trace.x[at]), y: part(up, y, trace.y && trace.y[at]) };
    }).sort((one, other) => one.y - other.y);
    if (!last.every(end => end.trace.name.length <= 22 && end.x >= 0.97 && end.x <= 1 && end.y >= 0 && end.y <= 1))
      return;
    placeNames(last);
    if (last.some(end => Math.abs(end.place - end.y) > 0.07)) return;
    var height = (layout.height || 420) - 100;
    layout.annotations = last.map(end => ({
      text: end.trace.name, showarrow: false, x: 1, xref: 'paper', xanchor: 'left', xshift: 5,
      y: y[0] + end.y * (y[1] - y[0]), yshift: Math.round((end.place - end.y) * height),
      font: { color: end.trace.line.color, weight: 600 }
    }));
    layout.showlegend = false;
    layout.margin = { r: 24 + 9 * Math.max(...named.map(trace => trace.name.length)), ...layout.margin };
    // Leaves room for a marker at the end of a line, which would be cut off otherwise.
    if (!across.range) across.range = [x[0] - 0.02 * (x[1] - x[0]), x[1] + 0.02 * (x[1] - x[0])];
  }

  // Spreads names that would be closer than a line of text around their middle.
  function placeNames(ends) {
    var height = 0.06, groups = [];
    ends.forEach(end => {
      var group = { ends: [end], middle: end.y }, below;
      while ((below = groups[groups.length - 1])
        && group.middle - below.middle < height * (group.ends.length + below.ends.length) / 2) {
        group.ends = groups.pop().ends.concat(group.ends);
        group.middle = group.ends.reduce((sum, one) => sum + one.y, 0) / group.ends.length;
      }
      groups.push(group);
    });
    groups.forEach(group => group.ends.forEach((end, k) => {
      end.place = group.middle + height * (k - (group.ends.length - 1) / 2);
    }));
  }

  function heights(trace) {
    return numbersOf(trace.y);
  }

  // The ends of an axis, as plotly.js writes a range: of a logarithmic one, their logarithms.
  function span(of, numbers) {
    return of.range ? of.range : ends(of.type === 'log' ? numbers.filter(n => n > 0).map(Math.log10) : numbers);
  }

  function part(of, [from, to], value) {
    return ((of.type === 'log' ? Math.log10(value) : value) - from) / (to - from);
  }

  // On a narrow page, panels are below each other. Heat maps stay side by side: their picture scrolls.
  function stackPanels() {
    var grid = layout.grid, isInOrder = grid && grid.roworder !== 'bottom to top' && grid.pattern !== 'coupled';
    if (!isNarrow || !isInOrder || !(grid.columns > 1) || data.some(trace => kind(trace) === 'heatmap')) return;
    var ids = Object.keys(layout).filter(name => /^xaxis\d*$/.test(name)).map(name => name.slice(5)), gap = 0.34;
    layout.grid = { ...grid, rows: ids.length, columns: 1, ygap: gap };
    layout.height = Math.round((layout.height || 420) * (1 + 0.75 * (ids.length / grid.rows - 1)));
    ids.forEach((id, k) => {
      var x = axis('x' + id), y = axis('y' + id);
      delete x.showticklabels;
      delete y.showticklabels;
      if (!y.title) y.title = layout.yaxis.title;
      // Panels with the same horizontal axis have its title once.
      if (x.matches !== undefined && k < ids.length - 1) delete x.title;
    });
    var titles = (layout.annotations || []).filter(note => note.xref === 'paper' && note.yref === 'paper');
    layout.annotations = (layout.annotations || []).map(note => {
      var at = titles.indexOf(note);
      return at < 0 ? note : { ...note, x: 0.5, y: 1 - at / (ids.length - gap) };
    });
  }
  // A legend is above the titles of panels.
  function liftLegend() {
    if (!layout.grid || !(layout.annotations || []).some(note => note.yref === 'paper')) return;
    layout.margin = { t: 62, b: 52, ...layout.margin };
    layout.legend = { y: 1 + 26 / ((layout.height || 420) - layout.margin.t - layout.margin.b), ...layout.legend };
  }
  // A legend of many rows does not take room from the drawing.
  function makeRoomForLegend() {
    var lengths = data.filter(trace => trace.name && trace.showlegend !== false).map(trace => trace.name.length);
    if (layout.showlegend === false || layout.legend && layout.legend.entrywidth || lengths.length < 3) return;
    var perRow = Math.max(1, Math.floor((isNarrow ? 290 : 620) / (46 + 7.5 * Math.max(...lengths))));
    layout.height = (layout.height || 420) + 19 * Math.max(0, Math.ceil(lengths.length / perRow) - 2);
  }
  // On a narrow page, long names below an axis are broken into lines if their words then fit side by side.
  function wrapNames() {
    if (!isNarrow) return;
    data.filter(trace => kind(trace) === 'bar' && trace.orientation !== 'h').forEach(bar => {
      var keys = Array.from(bar.x || []), own = axis(bar.xaxis || 'x');
      if (!keys.length || own.tickvals || !keys.every(key => typeof key === 'string')) return;
      Object.assign(own, { tickvals: keys, ticktext: keys });
    });
    Object.keys(layout).filter(name => /^xaxis\d*$/.test(name) && layout[name].ticktext).forEach(name => {
      var texts = layout[name].ticktext, room = 33 / texts.length;
      function isTooLong(text) { return text.length > room; }
      if (!texts.some(isTooLong) || texts.some(text => text.split(' ').some(isTooLong))) return;
      Object.assign(inner(layout, name), { ticktext: texts.map(text => text.replace(/ /g, '<br>')), tickangle: 0 });
    });
  }
  // A narrow page has no room for a colour bar beside other traces, and the texts of a legend must fit. A drawing with
  // equal scales is no higher than its width needs.
  function fitNarrow() {
    if (!isNarrow) return;
    if (layout.coloraxis) inner(layout, 'coloraxis').showscale = false;
    if (layout.legend && layout.legend.entrywidth) inner(layout, 'legend').font = { size: 10 };
    var x = layout.xaxis, y = layout.yaxis, width = 270, height = layout.height || 420;
    if (layout.grid || !x || !y || !y.scaleanchor || !x.range || !y.range) return;
    var wanted = width * (y.range[1] - y.range[0]) / (x.range[1] - x.range[0]);
    layout.height = Math.round(height - 340 + Math.max(150, Math.min(330, wanted)));
  }
  // Most titles are texts of the page, above the drawing; a title with markup is part of the drawing.
  function leaveRoomForTitle() {
    if (layout.title && layout.title.text) layout.margin = { t: 48, ...layout.margin };
  }

  // For traces whose colours are not set here, such as the parts of a pie.
  set(layout, 'colorway', colours);
  styleBands();
  styleSeries();
  styleBars();
  styleHeatMaps();
  styleLogarithmicAxes();
  nameLines();
  stackPanels();
  makeRoomForLegend();
  liftLegend();
  wrapNames();
  fitNarrow();
  leaveRoomForTitle();
  return figure;
})

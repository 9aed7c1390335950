// A line wx + b through points, and (w, b) as a point of the loss surface: the squared errors, L = mean of ½(y − wx −
// b)², its derivatives, and the path of gradient descent that starts at (w, b).
(function (data, at, tools) {
  'use strict';
  var { x, y, rate, steps, every } = data, { axes, text, place, line, spot } = tools, m = x.length;

  function look(w, b) {
    var seen = { w, b, loss: 0, dw: 0, db: 0 };
    x.forEach((v, i) => {
      var e = y[i] - (w * v + b);
      seen.loss += e * e / 2 / m;
      seen.dw -= e * v / m;
      seen.db -= e / m;
    });
    return seen;
  }

  var here = look(at.w, at.b), path = [here];
  for (var last = here; path.length <= steps; path.push(last))
    last = look(last.w - rate * last.dw, last.b - rate * last.db);
  var drawn = path.filter((_, step) => step <= 60 || step % 20 === 0), ends = [axes.x.from, axes.x.to];

  function row(suffix, seen) {
    return Object.fromEntries(Object.keys(seen).map(name => [name + suffix, seen[name]]));
  }

  return {
    parts: Object.assign({
      point: spot(axes.w, at.w, axes.b, at.b),
      trail: { d: line(axes.w, drawn.map(p => p.w), axes.b, drawn.map(p => p.b)) },
      line: { d: line(axes.x, ends, axes.y, ends.map(v => at.w * v + at.b)) },
      squares: {
        d: x.map((v, i) => {
          if (i % every) return '';
          var target = place(axes.y, y[i]), s = place(axes.y, at.w * v + at.b),
            side = Math.round(10 * Math.abs(s - target)) / 10;
          return 'M' + place(axes.x, v) + ' ' + target + 'h' + side + 'V' + s + 'h' + -side + 'Z';
        }).join('')
      }
    }, row('', here), row('-next', path[1])),
    says: 'w ' + text(at.w) + ', b ' + text(at.b) + ', loss ' + text(here.loss),
    go: { step: path[1], ten: path[10], hundred: path[100] }
  };
})

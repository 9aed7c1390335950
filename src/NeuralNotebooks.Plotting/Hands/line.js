// A line wx + b through points, and (w, b) as a point of the bowl: the squared errors, L = mean of ½(y − wx − b)²,
// its slopes, and the path of gradient descent from here.
(function (data, at, tools) {
  'use strict';
  var m = data.x.length, axes = data.axes;

  function look(p) {
    var seen = { loss: 0, dw: 0, db: 0 };
    data.x.forEach((x, i) => {
      var e = data.y[i] - (p.w * x + p.b);
      seen.loss += e * e / 2 / m;
      seen.dw -= e * x / m;
      seen.db -= e / m;
    });
    return seen;
  }

  var path = [{ w: at.w, b: at.b }], here = look(at), slopes = here;
  while (path.length <= data.steps) {
    var last = path[path.length - 1];
    path.push({ w: last.w - data.rate * slopes.dw, b: last.b - data.rate * slopes.db });
    slopes = look(path[path.length - 1]);
  }
  var seen = path.filter((_, step) => step <= 60 || step % 20 === 0);
  var ends = [axes.x.from, axes.x.to], next = look(path[1]);

  function row(suffix, p, numbers) {
    var texts = {};
    ['w', 'b'].forEach(name => { texts[name + suffix] = tools.text(p[name]); });
    ['loss', 'dw', 'db'].forEach(name => { texts[name + suffix] = tools.text(numbers[name]); });
    return texts;
  }

  return {
    parts: Object.assign({
      point: tools.spot(axes.w, at.w, axes.b, at.b),
      trail: {
        d: tools.line(axes.w, seen.map(p => p.w), axes.b, seen.map(p => p.b))
      },
      line: { d: tools.line(axes.x, ends, axes.y, ends.map(x => at.w * x + at.b)) },
      squares: {
        d: data.x.map((x, i) => {
          var left = tools.place(axes.x, x), y = tools.place(axes.y, data.y[i]),
            s = tools.place(axes.y, at.w * x + at.b), side = Math.round(10 * Math.abs(s - y)) / 10;
          return 'M' + left + ' ' + y + 'h' + side + 'V' + s + 'h' + -side + 'Z';
        }).join('')
      }
    }, row('', at, here), row('-next', path[1], next)),
    says: 'w ' + tools.text(at.w) + ', b ' + tools.text(at.b) + ', loss ' + tools.text(here.loss),
    go: { step: path[1], ten: path[10], hundred: path[100] }
  };
})

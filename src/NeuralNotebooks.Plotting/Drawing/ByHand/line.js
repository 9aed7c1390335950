// A line wx + b through points, and (w, b) as a point of the loss surface: the squared errors, L = mean of ½(y − wx −
// b)², its derivatives, and the steps of gradient descent that the reader has taken to (w, b).
function lineModel(data, at, tools) {
  const { x, y, rate, every } = data, { axes, text, place, line, spot } = tools, m = x.length;

  function look(w, b) {
    const seen = { w, b, loss: 0, dw: 0, db: 0 };
    x.forEach((v, i) => {
      const e = y[i] - (w * v + b);
      seen.loss += e * e / 2 / m;
      seen.dw -= e * v / m;
      seen.db -= e / m;
    });
    return seen;
  }

  const here = look(at.w, at.b), path = [here], ends = [axes.x.from, axes.x.to];
  for (let last = here; path.length <= 100; path.push(last))
    last = look(last.w - rate * last.dw, last.b - rate * last.db);

  // The points before this one, if a button has led to it; otherwise the reader has moved it, and they do not count.
  const reached = at.by && at.by.w === at.w && at.by.b === at.b, trail = (reached ? at.by.trail : []).concat(here);

  function after(steps) {
    const { w, b } = path[steps];
    return { w, b, by: { w, b, trail: trail.concat(path.slice(1, steps)) } };
  }

  function row(suffix, seen) {
    return Object.fromEntries(Object.keys(seen).map(name => [name + suffix, seen[name]]));
  }

  return {
    parts: Object.assign({
      point: spot(axes.w, at.w, axes.b, at.b),
      trail: { d: line(axes.w, trail.map(p => p.w), axes.b, trail.map(p => p.b)) },
      line: { d: line(axes.x, ends, axes.y, ends.map(v => at.w * v + at.b)) },
      squares: {
        d: x.map((v, i) => {
          if (i % every) return '';
          const target = place(axes.y, y[i]), s = place(axes.y, at.w * v + at.b),
            side = Math.round(10 * Math.abs(s - target)) / 10;
          return 'M' + place(axes.x, v) + ' ' + target + 'h' + side + 'V' + s + 'h' + -side + 'Z';
        }).join('')
      }
    }, row('', here), row('-next', path[1])),
    says: 'w ' + text(at.w) + ', b ' + text(at.b) + ', loss ' + text(here.loss),
    go: { step: after(1), ten: after(10), hundred: after(100) }
  };
}

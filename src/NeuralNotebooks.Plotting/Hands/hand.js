// Makes the handles of a figure movable by mouse, finger and keyboard. The figure stands in the page already, in its
// start state. "figure" is a function of the numbers that the handles hold: it says how every other part looks.
(function (figure, key, data) {
  'use strict';

  // As in the drawing: four significant digits and a true minus sign.
  function text(number) {
    var size = Math.abs(number);
    if (!isFinite(number)) return isNaN(number) ? 'NaN' : number > 0 ? '∞' : '−∞';
    var decimals = Math.max(0, 3 - Math.floor(Math.log10(size)));
    var written = size === Math.floor(size) && size < 1e9 ? String(number || 0)
      : size < 1e-4 || size >= 1e9 ? number.toExponential(3).replace(/\.?0*e\+?/, 'e')
        : decimals > 0 ? number.toFixed(decimals).replace(/\.?0*$/, '') : number.toFixed(0);
    return written.replace(/-/g, '−');
  }

  // Where a number lies on an axis, in pixels.
  function place(axis, number) {
    var part = (number - axis.from) / (axis.to - axis.from);
    return Math.round(10 * (axis.low + part * (axis.high - axis.low))) / 10;
  }

  // A line through the points that two axes give for x and y.
  function line(xAxis, xs, yAxis, ys) {
    return 'M' + xs.map((x, i) => place(xAxis, x) + ' ' + place(yAxis, ys[i])).join('L');
  }

  function spot(xAxis, x, yAxis, y) {
    return { transform: 'translate(' + place(xAxis, x) + ' ' + place(yAxis, y) + ')' };
  }

  var tools = { text: text, place: place, line: line, spot: spot };

  function connect(host) {
    var at = Object.assign({}, data.start), now;
    host.setAttribute('data-nn-ready', '');
    // JupyterLab would take the arrow keys for its own.
    host.setAttribute('data-lm-suppress-shortcuts', 'true');
    host.querySelector('[role=img]').setAttribute('role', 'group');

    function parts(name) {
      return [...host.querySelectorAll('[data-nn-part="' + name + '"]')];
    }

    function draw() {
      now = figure(data, at, tools);
      Object.keys(now.parts).forEach(name => {
        var look = now.parts[name];
        parts(name).forEach(part => {
          if (typeof look === 'string') part.textContent = look;
          else Object.keys(look).forEach(attribute => { part.setAttribute(attribute, look[attribute]); });
        });
      });
      Object.keys(data.handles).forEach(name => {
        var handle = parts(name)[0], variable = data.handles[name].x;
        handle.setAttribute('aria-valuenow', at[variable]);
        handle.setAttribute('aria-valuetext', now.says);
      });
    }

    // Numbers on the grid of the axis are short, and a key reaches the same ones as a finger.
    function moveTo(variable, number) {
      var axis = data.axes[variable], inside = Math.max(axis.from, Math.min(axis.to, number));
      at[variable] = +(Math.round(inside / axis.step) * axis.step).toPrecision(12);
    }

    function pointer(event, svg) {
      var point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      return { x: point.x, y: point.y };
    }

    function connectHandle(name) {
      var handle = parts(name)[0], own = data.handles[name], svg = handle.ownerSVGElement, grip = null;
      var directions = ['x', 'y'].filter(direction => own[direction]);
      function axis(direction) { return data.axes[own[direction]]; }

      // What the pixels of a direction are in its numbers.
      function numbers(direction, pixels) {
        return pixels * (axis(direction).to - axis(direction).from) / (axis(direction).high - axis(direction).low);
      }

      function drag(event) {
        if (!grip) return;
        var point = pointer(event, svg);
        directions.forEach(direction => {
          var moved = numbers(direction, point[direction] - grip.point[direction]);
          moveTo(own[direction], grip.at[own[direction]] + moved);
        });
        trace();
        draw();
      }

      function bring(event) {
        var point = pointer(event, svg);
        directions.forEach(direction => {
          moveTo(own[direction], axis(direction).from + numbers(direction, point[direction] - axis(direction).low));
        });
      }

      // A pen leaves a trail: points, and null where it was put down anew.
      function trace(anew) {
        if (data.trail) at[data.trail] = at[data.trail].concat(anew ? [null] : [], [[at[own.x], at[own.y]]]);
      }

      handle.addEventListener('pointerdown', event => {
        event.preventDefault();
        handle.focus({ preventScroll: true });
        handle.setPointerCapture(event.pointerId);
        if (data.trail) {
          bring(event);
          trace(true);
          draw();
        }
        grip = { point: pointer(event, svg), at: Object.assign({}, at) };
      });
      handle.addEventListener('pointermove', drag);
      handle.addEventListener('lostpointercapture', () => { grip = null; });

      handle.addEventListener('keydown', event => {
        var far = event.shiftKey ? 10 : 1, vertical = own.y || own.x;
        // Up is where the numbers grow, except along the rows of a matrix.
        var up = own.y && axis('y').high > axis('y').low ? -1 : 1;
        var move = {
          ArrowRight: [own.x, far], ArrowLeft: [own.x, -far],
          ArrowUp: [vertical, up * far], ArrowDown: [vertical, -up * far],
          PageUp: [vertical, 10 * up], PageDown: [vertical, -10 * up], Home: [own.x, -Infinity], End: [own.x, Infinity]
        }[event.key];
        var lifts = data.trail && event.key === ' ';
        if (!move && !lifts || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        if (lifts) at.down = !at.down;
        else moveTo(move[0], at[move[0]] + move[1] * data.axes[move[0]].step);
        if (at.down) trace(lifts);
        draw();
      });

      // A tap beside the handle brings it there.
      host.querySelectorAll('[data-nn-panel="' + name + '"]').forEach(panel => {
        panel.addEventListener('click', event => {
          bring(event);
          draw();
          handle.focus({ preventScroll: true });
        });
        if (data.followsPointer) panel.addEventListener('pointermove', event => { bring(event); draw(); });
      });

      handle.setAttribute('role', 'slider');
      handle.setAttribute('tabindex', '0');
      handle.setAttribute('aria-label', own.name);
      handle.setAttribute('aria-valuemin', axis('x').from);
      handle.setAttribute('aria-valuemax', axis('x').to);
      // A finger on the handle moves it; beside it the finger scrolls the page. (Chromium ignores touch-action here.)
      handle.addEventListener('touchstart', event => { event.preventDefault(); }, { passive: false });
      handle.style.cursor = data.trail ? 'crosshair' : directions.length === 2 ? 'move' : 'ew-resize';
    }

    Object.keys(data.handles).forEach(connectHandle);
    var controls = host.querySelector('[data-nn-controls]');
    controls.addEventListener('click', event => {
      var button = event.target.closest('[data-nn-go]'), where = button && button.getAttribute('data-nn-go');
      if (!where) return;
      Object.assign(at, where === 'start' ? data.start : now.go[where]);
      draw();
    });
    controls.style.display = 'flex';
    draw();
  }

  // Output may reach the page after its script: poll for a while.
  var asked = 0;
  (function attempt() {
    var hosts = document.querySelectorAll('[data-nn-hand="' + key + '"]:not([data-nn-ready])');
    hosts.forEach(connect);
    if (hosts.length === 0 && asked++ < 100) setTimeout(attempt, 50);
  })();
})

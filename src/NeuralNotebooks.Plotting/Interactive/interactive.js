// Makes the handles of a figure movable by mouse, finger and keyboard. The page contains the figure in its start state.
// "figure" is a function from the numbers of the handles to the text or the attributes of each part.
(function (figure, whenFound, key, data) {
  'use strict';

  // The format of the numbers in the drawing: four significant digits and a true minus sign.
  function text(number) {
    var size = Math.abs(number);
    if (!isFinite(number)) return isNaN(number) ? 'NaN' : number > 0 ? '∞' : '−∞';
    var decimals = Math.max(0, 3 - Math.floor(Math.log10(size)));
    var written = size === Math.floor(size) && size < 1e9 ? String(number || 0)
      : size < 1e-4 || size >= 1e9 ? number.toExponential(3).replace(/\.?0*e\+?/, 'e')
        : decimals > 0 ? number.toFixed(decimals).replace(/\.?0*$/, '') : number.toFixed(0);
    return written.replace(/-/g, '−');
  }

  // The position of a number on an axis, in pixels.
  function place(axis, number) {
    var part = (number - axis.from) / (axis.to - axis.from);
    return Math.round(10 * (axis.low + part * (axis.high - axis.low))) / 10;
  }

  // The path of a line through points, given by their x and y on two axes.
  function line(xAxis, xs, yAxis, ys) {
    return 'M' + xs.map((x, i) => place(xAxis, x) + ' ' + place(yAxis, ys[i])).join('L');
  }

  function spot(xAxis, x, yAxis, y) {
    return { transform: 'translate(' + place(xAxis, x) + ' ' + place(yAxis, y) + ')' };
  }

  function set(element, attributes) {
    Object.keys(attributes).forEach(name => { element.setAttribute(name, attributes[name]); });
  }

  function connect(host) {
    var at = Object.assign({}, data.start), now;
    // Otherwise JupyterLab would handle the arrow keys as its shortcuts.
    set(host, { 'data-nn-ready': '', 'data-lm-suppress-shortcuts': 'true' });
    host.querySelector('[role=img]').setAttribute('role', 'group');

    function parts(name) {
      return [...host.querySelectorAll('[data-nn-part="' + name + '"]')];
    }

    // The function returns a number, a text or attributes for each part.
    function draw() {
      now = figure(data.own, at, { axes: data.axes, text, place, line, spot });
      Object.keys(now.parts).forEach(name => {
        var look = now.parts[name];
        parts(name).forEach(part => {
          if (typeof look === 'object') set(part, look);
          else part.textContent = typeof look === 'number' ? text(look) : look;
        });
      });
      Object.keys(data.handles).forEach(name => {
        set(parts(name)[0], { 'aria-valuenow': at[data.handles[name].x], 'aria-valuetext': now.says });
      });
    }

    // Rounds to a multiple of the axis's step: such numbers are short, and the keyboard reaches the same ones as a
    // pointer.
    function moveTo(variable, number) {
      var axis = data.axes[variable], inside = Math.max(axis.from, Math.min(axis.to, number));
      at[variable] = +(Math.round(inside / axis.step) * axis.step).toPrecision(12);
    }

    function connectHandle(name) {
      var handle = parts(name)[0], own = data.handles[name], svg = handle.ownerSVGElement, grip = null;
      var directions = ['x', 'y'].filter(direction => own[direction]);
      function axis(direction) { return data.axes[own[direction]]; }

      // The numbers at the position of the pointer: first the one of the horizontal axis, then the one of the vertical
      // axis.
      function pointed(event) {
        var point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
        return directions.map(direction => {
          var { from, to, low, high } = axis(direction);
          return from + (point[direction] - low) * (to - from) / (high - low);
        });
      }

      // Moves the handle to the pointer or, while it is dragged, to the distance from the pointer that it had at the
      // start.
      function bring(event, distances) {
        pointed(event).forEach((number, i) => {
          moveTo(own[directions[i]], number + (distances ? distances[i] : 0));
        });
      }

      // Adds the position of a pen to its list of points, after a null if the pen was put down anew.
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
        grip = pointed(event).map((number, i) => at[own[directions[i]]] - number);
      });
      handle.addEventListener('pointermove', event => {
        if (!grip) return;
        bring(event, grip);
        trace();
        draw();
      });
      handle.addEventListener('lostpointercapture', () => { grip = null; });

      handle.addEventListener('keydown', event => {
        var far = event.shiftKey ? 10 : 1, vertical = own.y || own.x;
        // The key Up increases a number, except for the row of a matrix, which is counted from the top.
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

      // A tap on the panel moves the handle there.
      host.querySelectorAll('[data-nn-panel="' + name + '"]').forEach(panel => {
        panel.addEventListener('click', event => {
          bring(event);
          draw();
          handle.focus({ preventScroll: true });
        });
        if (data.followsPointer) panel.addEventListener('pointermove', event => { bring(event); draw(); });
      });

      set(handle, {
        role: 'slider', tabindex: '0', 'aria-label': own.name, 'aria-valuemin': axis('x').from,
        'aria-valuemax': axis('x').to
      });
      // A finger on the handle moves it and does not scroll the page. (Chromium ignores touch-action here.)
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

  whenFound('[data-nn-interactive="' + key + '"]:not([data-nn-ready])', hosts => { hosts.forEach(connect); });
})

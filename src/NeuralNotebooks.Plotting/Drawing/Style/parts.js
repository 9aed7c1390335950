// Reads the parts of a figure, and sets those that are missing. Only the functions whose names begin with "set" or
// "ensure" change the figure.

function kind(trace) {
  return trace.type || 'scatter';
}

// A trace without a mode is a line, as ChartInWords says, too.
function isLine(trace) {
  return kind(trace) === 'scatter' && /lines/.test(trace.mode ?? 'lines');
}

function isPoints(trace) {
  return kind(trace) === 'scatter' && /markers/.test(trace.mode);
}

// "xaxis2" is the axis that a trace names "x2".
function axisName(id) {
  return id[0] + 'axis' + id.slice(1);
}

function namesOfAxes(layout, letter) {
  return Object.keys(layout).filter(name => new RegExp('^' + letter + 'axis\\d*$').test(name));
}

function setDefault(part, name, value) {
  if (part[name] === undefined) part[name] = value;
}

// The part under a name, which is made if it is missing.
function ensurePart(part, name) {
  setDefault(part, name, {});
  return part[name];
}

function ensureAxis(layout, id) {
  return ensurePart(layout, axisName(id));
}

// Formulas of the library that several figures compute while the reader moves them.

// For each gate: its output for the inputs x, and the derivative of its output z with respect to input i. A power has
// the exponent n.
const gates = {
  sum: [x => x.reduce((a, b) => a + b), () => 1],
  product: [x => x.reduce((a, b) => a * b), (x, _z, i) => x.reduce((a, b, j) => j === i ? a : a * b, 1)],
  difference: [x => x[0] - x[1], (_x, _z, i) => i === 0 ? 1 : -1],
  negation: [x => -x[0], () => -1],
  quotient: [x => x[0] / x[1], (x, z, i) => i === 0 ? 1 / x[1] : -z / x[1]],
  max: [x => Math.max(...x), (x, z, i) => x.indexOf(z) === i ? 1 : 0],
  min: [x => Math.min(...x), (x, z, i) => x.indexOf(z) === i ? 1 : 0],
  relu: [x => Math.max(0, x[0]), x => x[0] > 0 ? 1 : 0],
  sigmoid: [x => 1 / (1 + Math.exp(-x[0])), (_x, z) => z * (1 - z)],
  tanh: [x => Math.tanh(x[0]), (_x, z) => 1 - z * z],
  exp: [x => Math.exp(x[0]), (_x, z) => z],
  log: [x => Math.log(x[0]), x => 1 / x[0]],
  power: [(x, n) => Math.pow(x[0], n), (x, _z, _i, n) => n === 0 ? 0 : n * Math.pow(x[0], n - 1)]
};

// The loss of a batch: the mean of ½e² over the errors of its examples.
function halfSquaredError(errors) {
  return errors.reduce((sum, e) => sum + e * e / 2, 0) / errors.length;
}

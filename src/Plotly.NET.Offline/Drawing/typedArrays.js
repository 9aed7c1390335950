// Reads the lists of numbers that TypedArray.cs has written.
const arrays = {
  i1: Int8Array, u1: Uint8Array, i2: Int16Array, u2: Uint16Array, i4: Int32Array, f4: Float32Array, f8: Float64Array
};

// A part of a figure in which typed arrays, or arrays of their rows, replace their descriptions.
export function decoded(part) {
  if (!part || typeof part !== 'object') return part;
  if (Array.isArray(part)) return part.map(decoded);
  if (!part.bdata) return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, decoded(value)]));
  let numbers = new arrays[part.dtype](Uint8Array.from(atob(part.bdata), sign => sign.charCodeAt(0)).buffer);
  // A field has multiples of a step above its smallest number; 65535 stands for a gap.
  if (part.step) numbers = Float64Array.from(numbers, k => (k === 65535 ? NaN : part.from + k * part.step));
  if (!part.shape) return numbers;
  const [rows, width] = part.shape.split(',').map(Number);
  return Array.from({ length: rows }, (_, row) => numbers.subarray(row * width, (row + 1) * width));
}

// Numbers are never copied: plotly.js treats an identical object as unchanged.
export function isNumbers(part) {
  return ArrayBuffer.isView(part) || ArrayBuffer.isView(part[0]);
}

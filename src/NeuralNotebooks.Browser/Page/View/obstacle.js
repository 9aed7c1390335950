// Whether this browser can run a page.

/** Why this browser cannot run the page; null if it can. */
export function obstacle() {
  if (location.protocol === 'file:')
    return 'Opened from disk, this page cannot run its code. To run it: nn serve, or any web server.';
  // A module with an instruction of fixed-width SIMD, which .NET needs.
  const simd = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
  ]);
  const isAble = typeof WebAssembly === 'object' && WebAssembly.validate(simd)
    && typeof DecompressionStream === 'function' && typeof Worker === 'function';
  return isAble ? null
    : 'This browser is too old to run the code of this page. '
      + 'Firefox, Chrome, Edge and Safari of the last two years can.';
}

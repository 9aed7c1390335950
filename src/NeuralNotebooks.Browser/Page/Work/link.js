// The changed cells of a page, packed into its address. "Copy a link to my changes" makes such an address; a page that
// is opened with it shows these cells.
const mark = '#code=', maxLink = 200_000, maxText = 1_000_000, maxCells = 500;

/** An address of this page that shows its changed cells.
 * @param {import('../View/view.js').NotebookView} view */
export async function addressOf({ cells, storage }) {
  const changed = cells.filter(cell => cell.edited || cell.added).map(cell => storage.entry(cell));
  if (changed.length === 0) throw new Error('nothing on this page has been changed');
  const kept = changed.map(({ cell, source, original, added, after }) => ({ cell, source, original, added, after }));
  const text = JSON.stringify(kept);
  const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const letters = Array.from(packed, byte => String.fromCharCode(byte)).join('');
  const code = btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  if (code.length > maxLink) throw new Error('there is too much code for a link: download the notebook instead');
  return { address: location.origin + location.pathname + mark + code, count: changed.length };
}

/** The cells in an address, validated, since anybody may have written it. */
export async function cellsIn(hash) {
  if (hash.length > maxLink + mark.length) throw new Error('it is too long');
  let cells;
  try {
    const letters = atob(hash.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(letters, letter => letter.charCodeAt(0));
    cells = JSON.parse(new TextDecoder().decode(await through(packed, new DecompressionStream('deflate-raw'))));
  } catch (error) {
    throw error instanceof RangeError ? error : new Error('it is cut off or damaged');
  }
  const isText = value => typeof value === 'string';
  if (!Array.isArray(cells) || cells.length > maxCells || !cells.every(one => isText(one?.cell) && isText(one.source)))
    throw new Error('it holds no cells');
  return cells.map(({ cell, source, original, added, after }) =>
    ({ cell, source, original, added: added === true, after }));
}

/** Compresses or decompresses bytes, up to a maximum length: a short link could decompress to gigabytes. */
async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader(), parts = [];
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.length;
    if (length > maxText) {
      reader.cancel().catch(() => {});
      throw new RangeError('it holds more than 1 MB of code');
    }
    parts.push(value);
  }
}

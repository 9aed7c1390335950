// Changed cells in a page's address: "Copy link" makes one, and whoever opens it sees somebody else's code.
const mark = '#code=', longestLink = 200_000, longestText = 1_000_000, mostCells = 500;

/** An address of this page that shows its changed cells.
 * @param {import('./frame.js').Frame} frame */
export async function addressOf({ cells, storage }) {
  const changed = cells.filter(cell => cell.edited || cell.added).map(cell => storage.entry(cell));
  if (changed.length === 0) throw new Error('nothing on this page has been changed');
  const kept = changed.map(({ cell, source, original, added, after }) => ({ cell, source, original, added, after }));
  const text = JSON.stringify(kept);
  const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const letters = Array.from(packed, byte => String.fromCharCode(byte)).join('');
  const code = btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  if (code.length > longestLink) throw new Error('there is too much code for a link: download the notebook instead');
  return { address: location.origin + location.pathname + mark + code, count: changed.length };
}

/** The cells in an address, checked: anybody may have written it. */
export async function cellsIn(hash) {
  if (hash.length > longestLink + mark.length) throw new Error('it is too long');
  let cells;
  try {
    const letters = atob(hash.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(letters, letter => letter.charCodeAt(0));
    cells = JSON.parse(new TextDecoder().decode(await through(packed, new DecompressionStream('deflate-raw'))));
  } catch (error) {
    throw error instanceof RangeError ? error : new Error('it is cut off or damaged');
  }
  const isText = value => typeof value === 'string';
  if (!Array.isArray(cells) || cells.length > mostCells || !cells.every(one => isText(one?.cell) && isText(one.source)))
    throw new Error('it holds no cells');
  return cells.map(({ cell, source, original, added, after }) =>
    ({ cell, source, original, added: added === true, after }));
}

/** Packs or unpacks, up to a length: a short link may unpack to gigabytes. */
async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader(), parts = [];
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.length;
    if (length > longestText) {
      reader.cancel().catch(() => {});
      throw new RangeError('it holds more than 1 MB of code');
    }
    parts.push(value);
  }
}

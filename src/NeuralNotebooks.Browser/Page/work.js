// The reader's work: edited cells, added cells and solved checkpoints, kept by the browser. What was never edited is
// not kept: it follows the course.
const name = 'neural-notebooks', version = 1;

/** The site's path, so that several courses on one host do not collide. */
export const site = new URL('.', location.href).pathname;

const settled = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

let opened;
function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    // Keys: site, notebook, cell. A later version adds stores and never renames these.
    request.onupgradeneeded = () => {
      request.result.createObjectStore('cells');
      request.result.createObjectStore('solved');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

const store = async (which, mode) => (await open()).transaction(which, mode).objectStore(which);
const within = (...key) => IDBKeyRange.bound([...key], [...key, []]);

async function entries(which, range) {
  const from = await store(which, 'readonly');
  const [keys, values] = await Promise.all([settled(from.getAllKeys(range)), settled(from.getAll(range))]);
  return keys.map((key, i) => ({ notebook: key[1], cell: key[2], ...values[i] }));
}

/** The edited and added cells of a notebook, or of all. */
export const cells = notebook => entries('cells', notebook ? within(site, notebook) : within(site));
export const solved = notebook => entries('solved', notebook ? within(site, notebook) : within(site));

export const keep = async (which, notebook, cell, value) =>
  settled((await store(which, 'readwrite')).put(value, [site, notebook, cell]));
export const forget = async (which, notebook, cell) =>
  settled((await store(which, 'readwrite')).delete([site, notebook, cell]));

/** A hash of a text, which shows whether the course has changed a cell since. */
export function digest(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

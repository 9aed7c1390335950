// Stores the reader's work in the browser's IndexedDB: edited cells, added cells and solved checkpoints.
// A cell that was never edited is not stored, so that it changes with the course.
const name = 'neural-notebooks', version = 1;

/** The site's path, so that several courses on one host do not collide. */
export const site = new URL('.', location.href).pathname;

const settled = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

// Key of an entry: site, notebook, cell. These names must not change, since readers have work stored under them.
let opened;
function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of ['cells', 'solved']) request.result.createObjectStore(store);
    };
    request.onsuccess = () => {
      // A page with a later version of the database cannot open it before this page has closed it.
      request.result.onversionchange = () => { request.result.close(); opened = undefined; };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  // After a failure, the next access tries again.
  opened.catch(() => { opened = undefined; });
  return opened;
}

const within = (...key) => IDBKeyRange.bound([...key], [...key, []]);
const rangeOf = notebook => (notebook ? within(site, notebook) : within(site));

/** Whether there may be stored work. A browser without indexedDB.databases may have some; one that does not allow
 * storage throws, and has none. */
async function exists() {
  try { return !(await indexedDB.databases?.())?.every(one => one.name !== name); } catch { return false; }
}

async function entries(which, range) {
  if (!(await exists())) return [];
  const from = (await open()).transaction(which, 'readonly').objectStore(which);
  const [keys, values] = await Promise.all([settled(from.getAllKeys(range)), settled(from.getAll(range))]);
  return keys.map((key, i) => ({ notebook: key[1], cell: key[2], ...values[i] }));
}

export const cells = notebook => entries('cells', rangeOf(notebook));
export const solved = notebook => entries('solved', rangeOf(notebook));

/** Changes stores in a transaction; resolves when it is complete. It does not resolve when the requests
 * succeed: the transaction can fail after that, for example because the disk is full. */
async function write(names, change) {
  const transaction = (await open()).transaction(names, 'readwrite');
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
    change(...names.map(store => transaction.objectStore(store)));
  });
}

let asked;
export const save = (which, notebook, cell, value) => {
  asked ??= navigator.storage?.persist?.().catch(() => {});
  return write([which], store => store.put(value, [site, notebook, cell]));
};
export const forget = (which, notebook, cell) => write([which], store => store.delete([site, notebook, cell]));

/** All work on this course, for a download or for Undo. */
export const everything = async () => ({ cells: await cells(), solved: await solved() });

function put(work, stores) {
  for (const [i, entries] of [work.cells, work.solved].entries())
    for (const { notebook, cell, ...value } of entries) stores[i].put(value, [site, notebook, cell]);
}

/** Stores work. It replaces the stored entry of a cell, if there is one. */
export const add = work => write(['cells', 'solved'], (...stores) => put(work, stores));

/** Deletes the work on this course, and stores the given work in its place. */
export const clear = (work = { cells: [], solved: [] }) => write(['cells', 'solved'], (...stores) => {
  for (const store of stores) store.delete(rangeOf());
  put(work, stores);
});

/** Deletes the guesses on this course. predict.js of the site stores them, also on pages that are not live. */
export function clearGuesses() {
  for (const key of Object.keys(localStorage))
    if (key.slice(0, key.lastIndexOf('/') + 1) === `nn-guesses ${site}`) localStorage.removeItem(key);
  dispatchEvent(new Event('nn-forgotten'));
}

/** A hash of a text, which shows whether the course has changed a cell since. */
export function digest(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

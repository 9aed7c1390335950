// The files of the bundle, in the worker. Each comes from the browser's cache, or is fetched, verified by its hash and
// cached.
/** @import { BundleFile, DataFile } from '../types.js' */

export class BundleFiles {
  #live;
  #store;
  #fetched;
  #isSealed = false;
  /** The paths of the data files that are in memory already. */
  #brought = new Set();

  /** @param live  the bundle's address
   * @param store  see openStore of worker.js
   * @param fetched  called with the size of each file that has arrived */
  constructor(live, store, fetched) {
    this.#live = live;
    this.#store = store;
    this.#fetched = fetched;
  }

  get areKept() { return this.#store !== null; }

  /** Called before cells run, which can change what this class calls, such as `fetch`. From then on, only the browser
   * itself writes to the cache, by `add`: what it has fetched from an address, under this address. */
  seal() { this.#isSealed = true; }

  /** A file, decompressed.
   * @param {BundleFile} file */
  async get({ name, size, hash, raw }, type = 'application/octet-stream') {
    const address = new URL(name, this.#live).href, store = this.#store;
    let kept = await store?.match(address);
    if (!kept && this.#isSealed) {
      await store?.add(new Request(address, { integrity: hash })).catch(error => console.warn(error));
      kept = await store?.match(address);
    }
    if (kept) {
      this.#fetched(size);
      return kept;
    }
    // The cache of an earlier version of the bundle may have the same file.
    const response = (await store?.matchAny(address)) ?? (await fetch(address, { integrity: hash }));
    if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
    const bytes = await unpacked(response, raw), headers = { 'content-type': type };
    this.#fetched(size);
    if (!this.#isSealed)
      await store?.put(address, new Response(bytes, { headers })).catch(() => { this.#store = null; });
    return new Response(bytes, { headers });
  }

  /** The content of a data file.
   * @param {DataFile} entry */
  async content(entry) { return new Uint8Array(await unpacked(await this.get(entry), entry.raw)); }

  /** Fetches data files, and writes them to the in-memory file system.
   * @param {DataFile[]} data
   * @param {any} runtime
   * @param {(size: number) => void} tell  called with the size of all files before any is fetched */
  async bring(data, { Module }, tell = () => { }) {
    const missing = data.filter(({ path }) => !this.#brought.has(path));
    if (missing.length > 0) tell(missing.reduce((sum, { size }) => sum + size, 0));
    for (const entry of missing) {
      const { path } = entry, at = path.lastIndexOf('/');
      try {
        const bytes = await this.content(entry);
        Module.FS_createPath('/', path.slice(1, at), true, true);
        Module.FS_createDataFile(path.slice(0, at), path.slice(at + 1), bytes, true, true, true);
        this.#brought.add(path);
      } catch (error) {
        console.warn(error); // What needs the file fails with an error that names it; the next use fetches it again.
      }
    }
  }
}

/** The decompressed content of a file of the bundle. Its first bytes say whether it is compressed: what this class has
 * cached is not; what a server sends and what the service worker has cached for use offline is. */
async function unpacked(response, raw = false) {
  const sent = await response.blob(), start = new Uint8Array(await sent.slice(0, 2).arrayBuffer());
  const packed = !raw && start[0] === 0x1f && start[1] === 0x8b;
  return (packed ? new Response(sent.stream().pipeThrough(new DecompressionStream('gzip'))) : sent).arrayBuffer();
}

// Sends the files that cells can read by name to a worker.

export class CellFiles {
  #files;
  #post;
  #brought = new Map();

  /** @param {import('../types.js').Files} files
   * @param {(message: import('../types.js').ToWorker) => void} post  sends a message to the worker */
  constructor(files, post) {
    this.#files = files;
    this.#post = post;
  }

  /** Sends the worker the files that it does not have yet. If a file cannot be fetched, a cell that reads it fails with
   * an error that names the file, and the next run tries to fetch it again. */
  async bring() {
    for (const [name, from] of this.#files) {
      if (this.#brought.get(name) === from) continue;
      try {
        const content = typeof from === 'string' ? await (await fetched(from)).arrayBuffer() : from;
        this.#post({ type: 'file', name, content });
        this.#brought.set(name, from);
      } catch (error) { console.warn(error); }
    }
  }
}

async function fetched(address) {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

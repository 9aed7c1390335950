// The files that cells can read by their names, in a worker.

export class CellFiles {
  #files;
  #worker;
  #brought = new Map();

  /** @param files  name → address, or content
   * @param worker  which takes them */
  constructor(files, worker) {
    this.#files = files;
    this.#worker = worker;
  }

  /** Gives the worker what it lacks. A file that cannot be fetched is missing there too, and the cell says so. */
  async bring() {
    for (const [name, from] of this.#files) {
      if (this.#brought.get(name) === from) continue;
      this.#brought.set(name, from);
      try {
        const content = typeof from === 'string' ? await (await fetched(from)).arrayBuffer() : from;
        this.#worker.postMessage({ type: 'file', name, content });
      } catch (error) { console.warn(error); }
    }
  }
}

async function fetched(address) {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

// Sends the files that cells can read by name to a worker.

/** A function that sends the worker the files that it does not have yet. If a file cannot be fetched, a cell that reads
 * it fails with an error that names the file, and the next run tries to fetch it again.
 * @param {import('../types.js').Files} files
 * @param {(message: import('../types.js').ToWorker) => void} post  sends a message to the worker */
export function sendFiles(files, post) {
  const sent = new Map();
  return async () => {
    for (const [name, from] of files) {
      if (sent.get(name) === from) continue;
      try {
        const content = typeof from === 'string' ? await (await fetched(from)).arrayBuffer() : from;
        post({ type: 'file', name, content });
        sent.set(name, from);
      } catch (error) { console.warn(error); }
    }
  };
}

async function fetched(address) {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

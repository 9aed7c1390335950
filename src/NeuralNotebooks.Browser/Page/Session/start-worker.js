// Starts the web worker of a session, in which .NET runs.
/** @import { FromWorker, ToWorker, WorkerReport } from '../types.js' */

/** @param {URL} address  the worker's script
 * @param {ToWorker} start  the first message to the worker
 * @param {(message: WorkerReport) => void} take  called with its messages once .NET runs
 * @param {(reason: string, wasReady: boolean) => void} lost  called when the worker cannot be started, or has ended by
 * itself
 * @returns ready, which resolves when .NET runs, with whether this browser can cache the bundle; abandon, which rejects
 * it */
export function startWorker(address, start, take, lost) {
  const worker = new Worker(address, { type: 'module' });
  /** @type {(kept: boolean) => void} */
  let resolve;
  /** @type {(error: Error) => void} */
  let reject;
  const ready = /** @type {Promise<boolean>} */ (new Promise((...settle) => { [resolve, reject] = settle; }));
  let isReady = false;
  const end = (/** @type {string} */ reason) => {
    reject(new Error(reason));
    lost(reason, isReady);
  };
  worker.onerror = event => { event.preventDefault?.(); end(event.message || 'the worker could not be started'); };
  worker.onmessage = ({ data }) => {
    /** @type {FromWorker} */
    const message = data;
    if (message.type === 'ready') {
      isReady = true;
      resolve(message.kept);
    } else if (message.type === 'failed' || message.type === 'died') end(message.reason);
    else take(message);
  };
  worker.postMessage(start);
  return { worker, ready, abandon: () => reject(new Error('stopped')) };
}

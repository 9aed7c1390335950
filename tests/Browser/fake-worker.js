// A session with a fake worker. No browser is needed.
import { Session } from '../../src/NeuralNotebooks.Browser/Page/Session/session.js';

/** The fake worker of the session that was started last. */
export let worker;

class FakeWorker {
  sent = [];
  onmessage;

  constructor() { worker = this; }

  postMessage(message) { this.sent.push(message); }

  says(message) { this.onmessage({ data: message }); }

  terminate() {}
}

/** A session, and the list of what it has passed on to the page. */
export function begin() {
  const heard = [], on = name => (...values) => { heard.push([name, ...values]); };
  const scripts = { worker: { name: 'worker.js' } };
  const boot = /** @type {any} */ ({ version: '1', scripts, dotnet: { resources: {} } });
  const session = new Session(
    { boot, site: '/', live: new URL('https://course.example/live/'), files: new Map(), isAssignment: false },
    { progress: on('progress'), fetching: on('fetching'), output: on('output'), inputRequest: on('inputRequest'),
      died: on('died') });
  return { session, heard };
}

/** A session whose worker is ready. */
export async function started() {
  const begun = begin(), ready = begun.session.ready();
  await new Promise(resolve => setTimeout(resolve));
  worker.says({ type: 'ready', kept: false });
  await ready;
  return begun;
}

/** There is no service worker: the session works without one. */
export function useFakeWorker() {
  Object.defineProperties(globalThis, {
    Worker: { value: FakeWorker, configurable: true }, navigator: { value: {}, configurable: true },
  });
}

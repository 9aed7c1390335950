// Passes messages from a page to its worker while a cell computes. A worker that computes cannot receive messages, so
// it polls for these with synchronous requests to the service worker.
/** @import { FromPage, PollReply } from './messages.js' */

// Page id → its messages to its worker.
const pages = new Map();
const noMessages = () => ({ stop: false, line: null, wake: null });

/** Receives a message about the running cell of a page.
 * @param {Exclude<FromPage, { type: 'keep' }>} message */
export function receive(message) {
  if (message.type === 'begin' || !pages.has(message.page)) pages.set(message.page, noMessages());
  const page = pages.get(message.page);
  if (message.type === 'begin') return;
  if (message.type === 'stop') page.stop = true;
  else page.line = message.text;
  page.wake?.();
}

/** Replies to a worker that polls: immediately if it asks whether to stop; if it asks for the line that the reader
 * enters, once that is there, or after one second. */
export async function replyToPoll(url) {
  const page = pages.get(url.searchParams.get('page')) ?? noMessages();
  const wantsLine = url.searchParams.has('answer');
  if (wantsLine && !page.stop && page.line === null)
    await new Promise(resolve => { page.wake = resolve; setTimeout(resolve, 1000); });
  page.wake = null;
  /** @type {PollReply} */
  const reply = page.stop ? { stop: true } : wantsLine && page.line !== null ? { text: page.line } : {};
  if (reply.stop) page.stop = false;
  if ('text' in reply) page.line = null;
  return Response.json(reply, { headers: { 'cache-control': 'no-store', 'x-nn': '1' } });
}

// The messages between the pages of a site and its service worker. A page and the service worker may be of different
// versions of the site, so these messages must not change. Both sides check what they get.
/** @import { Checked } from '../types.js' */
import { flag, list, oneOf, optional, record, tagged, text } from '../checks.js';

/** The messages of a page. `begin` says that a cell begins: what the page has sent for an earlier one is deleted.
 * `stop` says that the running cell must stop, and `answer` has the line that it reads. `keep` asks to cache the site
 * for use offline; `boot` is the text of boot.json.
 * @typedef {Checked<typeof fromPage>} FromPage */
export const fromPage = tagged('type', {
  begin: { page: text },
  stop: { page: text },
  answer: { page: text, text },
  keep: { id: text, cache: text, boot: text, scripts: list(text), data: list(record({ name: text, hash: text })) },
});

/** The message to all pages: whether caching the site has succeeded.
 * @typedef {Checked<typeof fromService>} FromService */
export const fromService = record({ type: oneOf('kept'), id: text, complete: flag });

/** The reply to a running cell that polls: to stop, the line that the reader has entered, or nothing.
 * @typedef {Checked<typeof pollReply>} PollReply */
export const pollReply = record({ stop: optional(flag), text: optional(text) });

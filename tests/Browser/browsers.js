// The browsers in which the pages of a site work, and a rule of eslint that reports each name in a script that one of
// these browsers does not have. The data are those that MDN publishes.
import { readFileSync } from 'node:fs';

/** The oldest versions in which live pages run. obstacle.js refuses older ones. */
export const browsers = { chrome: 109, edge: 109, firefox: 115, safari: 16.4, safari_ios: 16.4 };

const { api, javascript } = JSON.parse(
  readFileSync(new URL(import.meta.resolve('@mdn/browser-compat-data')), 'utf8'));

/** Whether all browsers have a feature, without a prefix or a setting of the reader. */
function isSupported({ support }) {
  return Object.entries(browsers).every(([name, version]) => [support[name] ?? []].flat().some(entry => {
    const { version_added: added, version_removed: removed, prefix, flags, alternative_name: alternative } = entry;
    if (typeof added !== 'string' || prefix || flags || alternative) return false;
    const number = Number(added.replace('≤', ''));
    return number <= version && !(removed && Number(removed) <= version);
  }));
}

/** The interfaces whose members are checked, with the builtins of JavaScript. Members of others have names such as
 * draw, by which scripts call their own functions. */
const interfaces = new RegExp(`^(${[
  'HTML(?!Fenced|Portal)\\w*Element|SVG\\w*Element|Element|Node|NodeList|Document|DocumentFragment|Window',
  'Text|DOMTokenList|Event|EventTarget|AbortSignal|AbortController|Navigator|Location|URL|URLSearchParams',
  'Response|Request|Headers|Blob|File|FormData|Crypto|Selection|Storage|StorageManager|LockManager',
  'CacheStorage|Cache|IDB\\w+|Worker|\\w+Observer|ReadableStream|DecompressionStream|CompressionStream',
  'XMLHttpRequest|DOMRect|MediaQueryList|ServiceWorker\\w*|CSS_\\w*',
].join('|')})$`);

/** Name → whether all browsers have it in some interface. */
const known = new Map();
const note = (name, feature) => {
  if (feature?.__compat) known.set(name, known.get(name) || isSupported(feature.__compat));
};
for (const [name, parts] of Object.entries({ ...api, ...javascript.builtins })) {
  note(name, parts);
  if (name in api && !interfaces.test(name)) continue;
  for (const [member, feature] of Object.entries(parts)) note(member.replace(/_static$|_event$/, ''), feature);
}

/** Names of newer features that the scripts use for their own functions and fields. */
for (const own of ['alpha', 'bytes', 'ink', 'isError', 'manifest', 'orientation', 'restore', 'take', 'use', 'when'])
  known.delete(own);

/** Whether an expression is called only if it exists. */
const isOptionalCall = ({ type, optional }) => type === 'CallExpression' && optional;

/** @type {import('eslint').Rule.RuleModule} */
export const rule = {
  create(context) {
    const report = node => {
      if (known.get(node.name) === false && !isOptionalCall(node.parent.parent))
        context.report({ node, message: `${node.name} is missing in one of the browsers of browsers.js.` });
    };
    return {
      'MemberExpression[computed=false] > Identifier.property': report,
      'ObjectPattern > Property[computed=false] > Identifier.key': report,
      'NewExpression > Identifier.callee': report,
      'CallExpression > Identifier.callee': report,
    };
  },
};

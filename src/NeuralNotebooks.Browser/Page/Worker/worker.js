// The web worker that runs .NET with one session. It runs cells, posts their outputs, and replies to queries of the
// page.
/** @import { Boot, BundleFile, DataFile, Ended, Query, ToWorker } from '../types.js' */
import { BundleFiles } from './bundle-files.js';
import { Channel, post } from './channel.js';

const live = new URL('.', self.location.href);
/** @type {Boot} */
let boot;
/** @type {Channel} */
let channel;
/** @type {BundleFiles} */
let bundle;
/** The .NET runtime, and the methods of PageHost. */
let dotnet, host;

/** Whether the assemblies that judge a notebook are loaded. */
let canJudge = false;

/** What .NET has written to standard error, such as the exception with which it ends. */
let lastWords = '';
/** @param {any} reason */
const died = reason => post({ type: 'died', reason: `${lastWords}${reason?.message ?? reason ?? ''}`.trim() });
const complain = words => { if (lastWords.length < 200 && words) lastWords += `${words} `; };

/** The functions of a cache; null where the browser does not allow storage, as in some browsers' private windows. They
 * are bound before cells run: a cell can replace the methods of Cache, and would get the cache as `this`. */
async function openStore(name) {
  try {
    const cache = await caches.open(name), bound = (/** @type {'match' | 'add' | 'put'} */ of) => cache[of].bind(cache);
    return { match: bound('match'), add: bound('add'), put: bound('put'), matchAny: caches.match.bind(caches) };
  } catch { return null; }
}

/** @param {Extract<ToWorker, { type: 'start' }>} options */
async function start(options) {
  ({ boot } = options);
  channel = new Channel(live, options.page);
  bundle = new BundleFiles(live, await openStore(options.cache), bytes => post({ type: 'progress', bytes }));
  const files = new Map(Object.values(boot.dotnet.resources).flat().map(entry => [entry.name, entry]));
  const { dotnet: builder } = await import(new URL(boot.scripts.dotnet.name, live).href);
  // WebKit is slow at compiling the traces of .NET's interpreter: there, a trace is compiled only after more runs.
  const webkit = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);
  dotnet = await builder
    .withConfig(boot.dotnet)
    .withRuntimeOptions(webkit ? ['--jiterpreter-minimum-trace-hit-count=50000'] : [])
    .withResourceLoader((type, name, uri) =>
      type === 'dotnetjs' ? uri
        : bundle.get(/** @type {BundleFile} */ (files.get(name)),
          type === 'dotnetwasm' ? 'application/wasm' : undefined),
    )
    .withModuleConfig({ onAbort: died, onExit: code => died(`exit ${code}`), printErr: complain })
    .create();
  const bring = (/** @type {string[]} */ paths) =>
    bundle.bring(boot.data.filter(({ path }) => paths.includes(path)), dotnet, tellFetching);
  dotnet.setModuleImports('page', { ...channel.imports, bring });
  host = (await dotnet.getAssemblyExports('NeuralNotebooks.Browser.dll')).NeuralNotebooks.Browser.PageHost;
  await dotnet.runMain();
  const others = filesFor('framework').map(({ path }) => path), packages = JSON.stringify(boot.packages ?? []);
  host.Begin(boot.framework, others, packages, options.page !== null);
  // A cell can access the globals of this worker through JSHost. What stores data is removed, so that a cell cannot
  // read or change the stored work of readers and the cached scripts of the site, and so are the locks, by which a page
  // knows whether another tab edits its notebook, what starts a worker that has these, and what makes an address under
  // which a cell's HTML would be a page of this site.
  for (const global of [self, navigator])
    for (let scope = /** @type {any} */ (global); scope; scope = Object.getPrototypeOf(scope))
      for (const name of ['indexedDB', 'caches', 'Worker', 'storage', 'storageBuckets', 'locks', 'serviceWorker'])
        delete scope[name];
  delete (/** @type {any} */ (URL).createObjectURL);
  bundle.seal();
  // This handler is set only now: if it were set before, .NET would not start.
  self.onmessage = event => receive(event.data);
  post({ type: 'ready', kept: bundle.areKept });
}

/** @param {ToWorker} message */
async function receive(message) {
  try {
    switch (message.type) {
      case 'run': case 'query': {
        const value = await (message.type === 'run' ? run(message) : reply(message.query));
        post({ type: 'reply', id: message.id, value });
        break;
      }
      case 'file': host.Put(message.name, new Uint8Array(message.content)); break;
      case 'stop': host.Stop(); break;
      case 'start': throw new Error('.NET runs already.');
      default: /** @satisfies {never} */ (message);
    }
  } catch (error) {
    died(error);
  }
}

/** @param {DataFile['kind']} kind */
const filesFor = kind => boot.data.filter(file => file.kind === kind);

/** The data files whose word occurs in a text.
 * @param {string} text */
const filesIn = text => filesFor('word').filter(({ word = '' }) => text.includes(word));

/** Tells the page that a cell waits for data.
 * @param {number} size */
const tellFetching = size => post({ type: 'fetching', size });

/** @param {Extract<ToWorker, { type: 'run' }>} message
 * @returns {Promise<Ended>} */
async function run({ cell, code, number, choices = {}, follows, isClaim = false }) {
  const begun = performance.now();
  channel.isBusy = true;
  await bundle.bring(filesIn(code), dotnet, tellFetching);
  const outcome = await host.Run(cell, code, number, Object.entries(choices).flat(), follows, isClaim);
  channel.flush();
  channel.isBusy = false;
  return { outcome, duration: performance.now() - begun };
}

/** Finds what would not count in the notebook of an assignment.
 * @param {Extract<Query, { type: 'handIn' }>} query */
async function handIn({ name, text, judge }) {
  await bundle.bring(filesIn(text), dotnet);
  try {
    if (!canJudge) for (const file of filesFor('handIn')) host.Load(await bundle.content(file));
    canJudge = true;
    return JSON.parse(await host.HandIn(name, text, judge));
  } catch (thrown) {
    const error = /** @type {any} */ (thrown);
    return { problem: `${error?.message ?? error}` };
  }
}

/** Replies to a query of an editor, of the list of variables or of Hand in. An error returns null: a query that is sent
 * while the reader types must not end the session.
 * @param {Query} query */
async function reply(query) {
  try {
    if (query.type === 'handIn') return await handIn(query);
    if (query.type === 'inspect') await bundle.bring(filesFor('documentation'), dotnet);
    const { type, code = '', position = 0 } = query;
    return JSON.parse(host.Query(type, code, position));
  } catch (error) {
    console.warn(error);
    return null;
  }
}

self.addEventListener('error', event => died(event.message));
self.addEventListener('unhandledrejection', event => died(event.reason));

const first = event => {
  self.removeEventListener('message', first);
  start(event.data).catch(error => post({ type: 'failed', reason: String(error?.message ?? error) }));
};
self.addEventListener('message', first);

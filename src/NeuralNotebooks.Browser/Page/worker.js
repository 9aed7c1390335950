// The worker: .NET with one session. It answers what the page asks, and posts a cell's outputs as they come.
const live = new URL('.', self.location.href);
let boot, channel, cache, runtime, host, busy = false;

const post = (type, more) => self.postMessage({ type, ...more });
/** The last words of .NET, such as the exception that it ends with. */
let lastWords = '';
const died = reason => post('died', { reason: `${lastWords}${reason?.message ?? reason ?? ''}`.trim() });
const complain = words => { if (lastWords.length < 200 && words) lastWords += `${words} `; };

/** A file of the bundle, decompressed: from the cache, or fetched, checked and kept. */
async function file({ name, size, hash, raw }, type = 'application/octet-stream') {
  const address = new URL(name, live).href;
  const kept = cache && (await cache.match(address));
  if (kept) {
    post('progress', { bytes: size });
    return kept;
  }
  const before = cache && (await caches.match(address)); // of an earlier version of the bundle
  let bytes;
  if (before) bytes = await before.arrayBuffer();
  else {
    const response = await fetch(address, { integrity: hash });
    if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
    bytes = await unpacked(response, raw);
  }
  post('progress', { bytes: size });
  const headers = { 'content-type': type };
  if (cache)
    await cache.put(address, new Response(bytes, { headers })).catch(() => {
      cache = null;
    });
  return new Response(bytes, { headers });
}

/** The content of a file of the bundle; a host may have decompressed it already. */
async function unpacked(response, raw = false) {
  const sent = await response.blob(),
    start = new Uint8Array(await sent.slice(0, 2).arrayBuffer());
  const packed = !raw && start[0] === 0x1f && start[1] === 0x8b;
  return (packed ? new Response(sent.stream().pipeThrough(new DecompressionStream('gzip'))) : sent).arrayBuffer();
}

async function start(options) {
  ({ boot, channel } = options);
  // A browser may refuse to store anything, as some do in private windows.
  try {
    cache = await caches.open(options.cache);
  } catch {
    cache = null;
  }
  const files = new Map(
    Object.values(boot.dotnet.resources)
      .flat()
      .map(entry => [entry.name, entry]),
  );
  const { dotnet } = await import(new URL(boot.scripts.dotnet.name, live).href);
  // WebKit compiles traces of the interpreter slowly: there, only what runs often is compiled.
  const webkit = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);
  runtime = await dotnet
    .withConfig(boot.dotnet)
    .withRuntimeOptions(webkit ? ['--jiterpreter-minimum-trace-hit-count=50000'] : [])
    .withResourceLoader((type, name, uri) =>
      type === 'dotnetjs' ? uri : file(files.get(name), type === 'dotnetwasm' ? 'application/wasm' : undefined),
    )
    .withModuleConfig({ onAbort: died, onExit: code => died(`exit ${code}`), printErr: complain })
    .create();
  runtime.setModuleImports('page', { emit, poll, ask });
  host = (await runtime.getAssemblyExports('NeuralNotebooks.Browser.dll')).NeuralNotebooks.Browser.PageHost;
  await runtime.runMain();
  host.Begin(boot.framework);
  // Cells reach the globals of this worker through JSHost: what readers have stored is not for them.
  for (let scope = self; scope; scope = Object.getPrototypeOf(scope)) delete scope.indexedDB;
  // Only now: a handler set before .NET has started keeps it from starting.
  self.onmessage = event => receive(event.data);
  post('ready', { kept: cache !== null });
}

async function receive(message) {
  try {
    switch (message.type) {
      case 'run':
        await run(message);
        break;
      case 'ask':
        post('answered', { id: message.id, value: await answer(message.question) });
        break;
      case 'file':
        host.Put(message.name, new Uint8Array(message.content));
        break;
      case 'stop':
        host.Stop();
        break;
    }
  } catch (error) {
    died(error);
  }
}

async function run({ id, code, number, choices = {}, follows, showsValues = false }) {
  const begun = performance.now();
  busy = true;
  await bring(code, entry => post('fetching', {
    size: boot.data.filter(other => other.for === entry.for).reduce((sum, other) => sum + other.size, 0),
  }));
  for (const [word, folder] of Object.entries(boot.without ?? {}))
    if (code.includes(word))
      emit(id, 'stream', 'stderr', [`This site has no ${word}: whoever made it had no folder ${folder}.\n`]);
  const outcome = await host.Run(id, code, number, Object.entries(choices).flat(), follows, showsValues);
  flush();
  busy = false;
  post('ended', { id, outcome, duration: performance.now() - begun, memory: runtime.Module.HEAPU8.length });
}

/** What would not count of an assignment's notebook. */
async function handIn({ name, text, judge }) {
  await bring(text);
  try {
    const library = await content(boot.data.find(entry => entry.for === '#hand-in'));
    return JSON.parse(await host.HandIn(library, name, text, judge));
  } catch (error) {
    return { problem: `${error?.message ?? error}` };
  }
}

/** The content of data: for use offline, the service worker has kept it as it was sent. */
const content = async entry => new Uint8Array(await unpacked(await file(entry), entry.raw));

/** Data that a text names, as in-memory files. */
const brought = new Set();
async function bring(text, tell = () => {}) {
  for (const entry of boot.data) {
    const { for: word, path } = entry, at = path.lastIndexOf('/');
    if (!text.includes(word) || brought.has(path)) continue;
    try {
      tell(entry);
      const bytes = await content(entry);
      runtime.Module.FS_createPath('/', path.slice(1, at), true, true);
      runtime.Module.FS_createDataFile(path.slice(0, at), path.slice(at + 1), bytes, true, true, true);
      brought.add(path);
    } catch (error) {
      console.warn(error); // The cell says that the file is not there.
    }
  }
}

/** What an editor, the list of variables or Hand in asks. What is asked while one types must not end a session. */
async function answer(question) {
  const { type, code = '', position = 0 } = question;
  try {
    if (type === 'handIn') return await handIn(question);
    if (type === 'inspect') await bring('#documentation');
    return JSON.parse(host.Answer(type, code, position));
  } catch (error) {
    console.warn(error);
    return null;
  }
}

// Text is batched: a cell may write it letter by letter.
let text = '',
  stream = null,
  writer = null,
  sent = 0;

function flush() {
  if (text) post('output', { id: writer, kind: 'stream', name: stream, parts: [text] });
  text = '';
  sent = performance.now();
}

/** Takes an output of a cell, which may have ended before. */
function emit(id, kind, name, parts) {
  if (kind !== 'stream') {
    flush();
    post('output', { id, kind, name, parts });
    return;
  }
  if (name !== stream || id !== writer) flush();
  [stream, writer] = [name, id];
  text += parts[0];
  if (!busy || text.length > 16384 || performance.now() - sent > 50) flush();
}

/** Asks the page through the service worker and blocks until it answers. Null if there is no service worker. */
function question(what) {
  if (!channel) return null;
  const request = new XMLHttpRequest();
  request.open('GET', `${live}poll?${what}&page=${channel}`, false);
  try {
    request.send();
  } catch {
    return null;
  }
  return request.status === 200 && request.getResponseHeader('x-nn') ? JSON.parse(request.responseText) : null;
}

/** Whether the cell must stop. */
function poll() {
  if (text) flush();
  return question('stop')?.stop === true;
}

/** A line from the reader; null if the cell must stop or nobody can be asked. */
function ask(prompt, password) {
  flush();
  if (!channel) return null;
  post('ask', { prompt, password });
  for (;;) {
    const answer = question('answer');
    if (!answer || answer.stop) return null;
    if (answer.text !== undefined) return answer.text;
  }
}

self.addEventListener('error', event => died(event.message));
self.addEventListener('unhandledrejection', event => died(event.reason));

const first = event => {
  self.removeEventListener('message', first);
  start(event.data).catch(error => post('failed', { reason: String(error?.message ?? error) }));
};
self.addEventListener('message', first);

// Writes the bundle: node bundle.js OUTPUT LIST REPOSITORY ROOT
// LIST has one line KIND|FILE|PATH|FOR for each file. A file is compressed and named by a hash of its content: an
// unchanged file keeps its name, so that a browser's cached copy of it stays valid. A file that the folder OUTPUT has
// already is not compressed again.
// PATH says where a course or an installed tool has the same file. An installed tool has its bundle without these
// copies: LiveBundle adds them when it writes a site.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [output, list, repository, root] = process.argv.slice(2);
mkdirSync(output, { recursive: true });
const kept = new Set(['boot.json', 'outside', 'playground.ipynb']);

const hash = (content, algorithm = 'sha256') => createHash(algorithm).update(content).digest();
const short = content => hash(content).toString('hex').slice(0, 20);
const write = (name, content) => {
  kept.add(name);
  if (existsSync(join(output, name))) return;
  writeFileSync(join(output, name + '.new'), content);
  renameSync(join(output, name + '.new'), join(output, name));
};

/** Removes the Authenticode signature from an assembly: ten kilobytes of certificates at its end, which browsers do not
 * read and which hardly compress. */
function unsigned(content) {
  const header = content.readUInt32LE(0x3c), optional = header + 24;
  const directory = optional + (content.readUInt16LE(optional) === 0x20b ? 112 : 96) + 4 * 8;
  const at = content.readUInt32LE(directory), size = content.readUInt32LE(directory + 4);
  if (size === 0) return content;
  const copy = Buffer.from(content.subarray(0, at));
  copy.writeBigUInt64LE(0n, directory);
  return copy;
}

/** Writes a file compressed, and returns its entry in the manifest. The name ends in .bin and not in .gz: some web
 * servers send a .gz file so that the browser decompresses it. */
function packed(content, isCopy = false) {
  const name = short(content) + (isCopy ? '.copy.bin' : '.bin');
  if (content[0] === 0x1f && content[1] === 0x8b) {
    const raw = short(content) + '.raw.bin';
    write(raw, content);
    return { name: raw, size: content.length, hash: 'sha256-' + hash(content).toString('base64'), raw: true };
  }
  const compressed = existsSync(join(output, name))
    ? readFileSync(join(output, name))
    : gzipSync(content, { level: 9 });
  write(name, compressed);
  return { name, size: compressed.length, hash: 'sha256-' + hash(compressed).toString('base64') };
}

/** Writes a script uncompressed, since the browser itself loads it as a module. */
function script(name, content) {
  const named = name.replace(/\.js$/, `.${short(content)}.js`);
  write(named, content);
  return { name: named, size: content.length };
}

/** @type {Record<string, any[]>} */
const resources = {
  coreAssembly: [],
  assembly: [],
  wasmNative: [],
  jsModuleNative: [],
  jsModuleRuntime: [],
  icu: [],
  vfs: [],
};
const boot = {
  mainAssemblyName: 'NeuralNotebooks.Browser',
  globalizationMode: 'sharded',
  applicationCulture: 'en-US',
  virtualWorkingDirectory: root + 'notebooks',
  resources,
};
/** @type {any[]} */
const data = [];
/** @type {Record<string, any>} */
const scripts = {};
/** @type {string[]} */
const framework = [];

for (const line of readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
  const [kind, file, path, word] = line.trim().split('|');
  let content = readFileSync(file);
  const name = basename(file), isCopy = Boolean(path) && name !== 'kit.csx';
  if (name === 'kit.csx') content = Buffer.from(content.toString().replaceAll(repository, root));
  if (name.endsWith('.dll') && !isCopy) content = unsigned(content);
  switch (kind) {
    case 'core': resources.coreAssembly.push({ virtualPath: name, ...packed(content) }); break;
    case 'framework': framework.push(name.replace(/\.dll$/, '')); // falls through
    case 'assembly':
      resources.assembly.push({ virtualPath: name, path: path || undefined, ...packed(content, isCopy) });
      break;
    case 'wasm': resources.wasmNative.push(packed(content)); break;
    case 'icu': resources.icu.push({ virtualPath: name, ...packed(content) }); break;
    case 'file': resources.vfs.push({ virtualPath: path, ...packed(content, isCopy) }); break;
    // Fetched before running a cell whose text contains the word.
    case 'data': data.push({ for: word, path, ...packed(content, isCopy) }); break;
    case 'plotly': {
      scripts.plotly = { path, ...script('plotly.js', content) };
      // Charts embed the copy of plotly.js in the kit's folder. In a page this copy is a placeholder: the page loads
      // the library once for all charts.
      resources.vfs.push({ virtualPath: path, ...packed(Buffer.from('/* loaded by the page */')) });
      break;
    }
    case 'script':
      if (name === 'dotnet.js') scripts.dotnet = script(name, content);
      else resources[name === 'dotnet.native.js' ? 'jsModuleNative' : 'jsModuleRuntime'].push(script(name, content));
      break;
  }
}

/** @type {import('esbuild').BuildOptions & { write: false }} */
const common = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  write: false,
  logLevel: 'error',
};
const page = await build({
  ...common,
  entryPoints: { page: 'Page/page.js' },
  outdir: output,
  splitting: true,
  entryNames: '[name].[hash]',
  chunkNames: '[name].[hash]',
});
for (const file of page.outputFiles) {
  const name = basename(file.path);
  write(name, file.contents);
  if (name.startsWith('page.')) scripts.page = { name, size: file.contents.length };
}
const worker = await build({ ...common, entryPoints: ['Page/worker.js'] });
scripts.worker = script('worker.js', worker.outputFiles[0].contents);
// The scripts that a browser caches for use offline.
const native = [...resources.jsModuleNative, ...resources.jsModuleRuntime];
const parts = page.outputFiles.map(file => ({ name: basename(file.path) }));
scripts.kept = [...parts, scripts.worker, scripts.dotnet, scripts.plotly, ...native].filter(Boolean)
  .map(({ name }) => name);

framework.push('System.Private.CoreLib', 'System.Runtime.InteropServices.JavaScript');
const text = JSON.stringify({ scripts, data, framework, dotnet: boot });

// Some files are not under live/, since nothing there is requested before the first Run or edit: the page's first
// script with its style, and the script frame.js, which restores a reader's edits. The service worker is not there
// either, since it controls only the pages in its folder.
rmSync(join(output, 'outside'), { recursive: true, force: true });
mkdirSync(join(output, 'outside'));
const outside = await build({
  ...common,
  format: 'iife',
  entryPoints: ['Page/live.js', 'Page/live.css', 'Page/sw.js'],
  outdir: 'outside',
});
const all = Object.values(resources).flat(), sum = files => files.reduce((bytes, file) => bytes + file.size, 0);
const offline = sum(all) + sum(data) + Object.values(scripts).reduce((bytes, { size = 0 }) => bytes + size, 0);
const frame = await build({
  ...common,
  entryPoints: ['Page/frame.js', 'Page/frame.css'],
  outdir: 'outside',
  define: { OFFLINE_MEGABYTES: String(Math.ceil(offline / 1e6)) },
});
// Only some pages load these two scripts.
const seldom = await build({ ...common, entryPoints: ['Page/handin.js', 'Page/markdown.js'], outdir: 'outside' });
const assets = [outside, frame, seldom].flatMap(({ outputFiles }) => outputFiles);
for (const file of assets) writeFileSync(join(output, 'outside', basename(file.path)), file.contents);
// Pages request the assets with ?v=VERSION, so web servers may let browsers cache them without a time limit.
const version = short(text + assets.map(file => file.text).join(''));
writeFileSync(join(output, 'playground.ipynb'), readFileSync('Page/playground.ipynb'));

for (const name of readdirSync(output)) if (!kept.has(name)) rmSync(join(output, name), { recursive: true });
writeFileSync(join(output, 'boot.json'), JSON.stringify({ version, scripts, data, framework, dotnet: boot }));

const mebibytes = bytes => (bytes / 1048576).toFixed(2) + ' MiB';
console.log(
  `live: ${all.length} files, `
    + mebibytes(sum(all) + scripts.dotnet.size + scripts.page.size + scripts.worker.size)
    + `; data ${mebibytes(sum(data))}; plotly.js ${mebibytes(scripts.plotly?.size ?? 0)}`,
);

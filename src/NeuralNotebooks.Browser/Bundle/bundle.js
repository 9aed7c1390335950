// Writes the bundle: node bundle.js OUTPUT FILES REPOSITORY ROOT
// FILES has one line KIND|FILE|PATH|FOR for each file. FOR says when a data file is fetched: see DataFile.
// PATH says where a course or an installed tool has the same file. The KIND kit is a script with paths in REPOSITORY.
/** @import { Boot, DataFile } from '../Page/types.js' */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { unsigned, withoutFiles } from './assembly.js';
import { BundleFolder, short } from './folder.js';

const [output, files, repository, root] = process.argv.slice(2);
const folder = new BundleFolder(output);

/** @type {Record<string, any[]>} */
const resources = {
  coreAssembly: [], assembly: [], wasmNative: [], jsModuleNative: [], jsModuleRuntime: [], icu: [], vfs: [],
};
const dotnet = {
  mainAssemblyName: 'NeuralNotebooks.Browser',
  globalizationMode: 'sharded',
  applicationCulture: 'en-US',
  virtualWorkingDirectory: root + 'notebooks',
  resources,
};
/** @type {DataFile[]} */
const data = [];
const scripts = /** @type {Boot['scripts']} */ ({});
/** @type {string[]} */
const framework = [];

for (const line of readFileSync(files, 'utf8').split('\n').filter(Boolean)) {
  const [kind, file, path, use = ''] = line.trim().split('|');
  let content = readFileSync(file);
  const name = basename(file);
  if (name.endsWith('.dll')) content = unsigned(content);
  if (kind === 'file' && name.endsWith('.dll') && !name.startsWith('NeuralNotebooks')) content = withoutFiles(content);
  if (kind === 'kit') content = Buffer.from(content.toString().replaceAll(repository, root));
  switch (kind) {
    case 'core': resources.coreAssembly.push({ virtualPath: name, ...folder.packed(content) }); break;
    case 'framework': framework.push(name.replace(/\.dll$/, '')); // falls through
    case 'assembly': resources.assembly.push({ virtualPath: name, ...folder.packed(content) }); break;
    case 'wasm': resources.wasmNative.push(folder.packed(content)); break;
    case 'icu': resources.icu.push({ virtualPath: name, ...folder.packed(content) }); break;
    case 'kit': case 'file': resources.vfs.push({ virtualPath: path, ...folder.packed(content) }); break;
    case 'data': {
      const [when, word] = use.split(':');
      data.push({ kind: /** @type {DataFile['kind']} */ (when), word, path, ...folder.packed(content) });
      break;
    }
    case 'script':
      if (name === 'dotnet.js') scripts.dotnet = folder.script(name, content);
      else resources[name === 'dotnet.native.js' ? 'jsModuleNative' : 'jsModuleRuntime']
        .push(folder.script(name, content));
      break;
  }
}

/** @type {import('esbuild').BuildOptions & { write: false }} */
const common = {
  bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'none', write: false, logLevel: 'error',
};
const runtime = await build({
  ...common,
  entryPoints: { runtime: 'Page/Running/runtime.js' },
  outdir: output, splitting: true, entryNames: '[name].[hash]', chunkNames: '[name].[hash]',
});
for (const file of runtime.outputFiles) {
  const name = basename(file.path);
  folder.write(name, file.contents);
  if (name.startsWith('runtime.')) scripts.runtime = { name, size: file.contents.length };
}
const worker = await build({ ...common, entryPoints: ['Page/Worker/worker.js'] });
scripts.worker = folder.script('worker.js', worker.outputFiles[0].contents);
// The scripts that a browser caches for use offline.
const native = [...resources.jsModuleNative, ...resources.jsModuleRuntime];
const parts = runtime.outputFiles.map(file => ({ name: basename(file.path) }));
scripts.kept = [...parts, scripts.worker, scripts.dotnet, ...native].filter(Boolean).map(({ name }) => name);

framework.push('System.Private.CoreLib', 'System.Runtime.InteropServices.JavaScript');
const text = JSON.stringify({ scripts, data, framework, dotnet });

const offline = [...Object.values(resources).flat(), ...data, scripts.runtime, scripts.worker, scripts.dotnet]
  .reduce((bytes, { size }) => bytes + size, 0);
// Some files are not under live/, since nothing there is requested before the first Run or edit: the script of pages
// with its style, and the scripts of some pages. The service worker is not there either, since it controls only the
// pages in its folder.
const outside = await build({
  ...common,
  format: 'iife',
  entryPoints: ['Page/live.js', 'Page/live.css', 'Page/index.js', 'Page/ServiceWorker/sw.js'],
  outdir: 'outside',
  define: { OFFLINE_MEGABYTES: String(Math.ceil(offline / 1e6)) },
});
const some =
  await build({ ...common, entryPoints: ['Page/HandIn/handin.js', 'Page/Cells/markdown.js'], outdir: 'outside' });
const assets = [...outside.outputFiles, ...some.outputFiles];
folder.writeOutside(assets.map(file => [basename(file.path), file.contents]));
// Pages request the assets with ?v=VERSION, so web servers may let browsers cache them without a time limit.
const version = short(text + assets.map(file => file.text).join(''));
folder.replace('playground.ipynb', readFileSync('Page/playground.ipynb'));
/** @type {Omit<Boot, 'manifest'>} */
const boot = { version, scripts, data, framework, dotnet };
folder.replace('boot.json', JSON.stringify(boot));
folder.removeOthers();

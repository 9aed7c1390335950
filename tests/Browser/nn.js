// Runs the command line tool nn, and makes notebooks for it.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const tool = ['Debug', 'Release']
  .map(configuration => join(root, 'src/NeuralNotebooks.Cli/bin', configuration, 'net10.0/nn.dll'))
  .find(existsSync);

/** The reason why nn cannot be called; false if it can. */
export const notBuilt = !tool && 'nn has not been built: dotnet build';

/** The reason why nn cannot make live pages; false if it can. */
export const notBuiltLive =
  notBuilt || (!existsSync(join(root, 'artifacts/live/boot.json')) && 'there are no live pages: dotnet build');

export const nn = (...args) => execFileSync('dotnet', [tool, ...args], { stdio: 'pipe', encoding: 'utf8', cwd: root });

/** Starts nn, which goes on until it is interrupted. */
export const start = (...args) => spawn('dotnet', [tool, ...args], { cwd: root });

export const codeCell = (id, source, outputs = []) =>
  ({ cell_type: 'code', id, metadata: {}, execution_count: null, outputs, source });

/** The text of a C# notebook with these cells. */
export const notebookOf = cells => JSON.stringify({
  cells,
  metadata: { kernelspec: { name: '.net-csharp', language: 'C#', display_name: '.NET (C#)' } },
  nbformat: 4,
  nbformat_minor: 5,
});

/** A temporary folder, which is deleted when the process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'nn-browser-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

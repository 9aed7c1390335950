// Starts a Jupyter Notebook server in a temporary folder, with this project's kernel and no other.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { codeCell, nn, notBuilt, notebookOf, root, temporaryFolder } from './nn.js';

const kit = join(root, 'notebooks/kit.csx');

const has = (python, module) => {
  try { execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }); return true; } catch { return false; }
};
const python = ['/usr/bin/python3', 'python3', 'python'].find(name => has(name, 'notebook.notebookapp'));

/** The reason why a server cannot be started; false if it can. */
export const missingServer = !python
  ? 'there is no Python with Jupyter Notebook 6'
  : notBuilt || (!existsSync(kit) && 'the kit has not been built: dotnet build');

const freePort = () => new Promise(done => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => done(port));
  });
});

export async function startServer(notebooks, courseNotebooks = []) {
  const folder = temporaryFolder();
  cpSync(kit, join(folder, 'kit.csx'));
  for (const [name, cells] of Object.entries(notebooks))
    writeFileSync(join(folder, name), notebookOf(cells.map((source, i) => codeCell(`cell-${i}`, source))));
  for (const name of courseNotebooks) cpSync(join(root, 'notebooks', name), join(folder, name));
  nn('kernel', 'install', '--prefix', join(folder, 'prefix'));

  const port = await freePort();
  const server = spawn(
    python,
    [
      '-m',
      'notebook',
      '--no-browser',
      '--allow-root',
      '--ip=127.0.0.1',
      `--port=${port}`,
      '--port-retries=0',
      '--NotebookApp.token=',
      '--NotebookApp.password=',
      '--KernelSpecManager.ensure_native_kernel=False',
      `--notebook-dir=${folder}`,
    ],
    {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        JUPYTER_PATH: join(folder, 'prefix/share/jupyter'),
        JUPYTER_CONFIG_DIR: join(folder, 'config'),
        JUPYTER_DATA_DIR: join(folder, 'jupyter'),
        XDG_DATA_HOME: join(folder, 'data'),
      },
    },
  );
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; ; i++) {
    try { if ((await fetch(`${url}/api`)).ok) break; } catch (error) { if (i === 1000) throw error; }
    await new Promise(done => setTimeout(done, 100));
  }
  const stop = async () => {
    for (const kernel of await (await fetch(`${url}/api/kernels`)).json())
      await fetch(`${url}/api/kernels/${kernel.id}`, { method: 'DELETE' });
    await new Promise(done => {
      server.once('exit', done);
      server.kill('SIGTERM');
    });
  };
  return { url, folder, stop };
}

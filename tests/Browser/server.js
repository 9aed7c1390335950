// A static web server for tests. It serves a folder under a path, and sends no headers except the content type. Tests
// can read the list of requests, let requests fail, and replace contents.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** @param {string} folder  @param {string} path  the path of the folder on the server, such as /a/course/ */
export async function serve(folder, path = '/a/course/') {
  const asked = [];
  const host = { asked, broken: null, rewrite: null };
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    asked.push(address);
    if (host.broken?.(address)) { response.destroy(); return; }
    const other = host.rewrite?.(address);   // The content to send instead; null for a missing file.
    let file = address.startsWith(path) && join(folder, address.slice(path.length));
    try {
      if (other === undefined && file && statSync(file).isDirectory()) file = join(file, 'index.html');
      if (other === null) throw new Error('gone');
      const content = other ?? readFileSync(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(done => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  host.port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  host.address = `http://127.0.0.1:${host.port}${path}`;
  host.close = () => { server.closeAllConnections(); server.close(); };
  return host;
}

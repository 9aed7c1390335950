// The folder of the bundle. A file is named by a hash of its content: an unchanged file keeps its name, so that a
// browser's cached copy of it stays valid. A file that the folder has already is not compressed again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const hash = content => createHash('sha256').update(content).digest();

/** The part of a name that is the hash of a file's content. */
export const short = content => hash(content).toString('hex').slice(0, 20);

export class BundleFolder {
  #path;
  #kept = new Set();

  /** @param {string} path */
  constructor(path) {
    this.#path = path;
    mkdirSync(path, { recursive: true });
  }

  /** Writes a file, unless the folder has it already.
   * @param {string} name
   * @param {string | Uint8Array} content  the content that belongs to this name */
  write(name, content) {
    this.#kept.add(name);
    if (existsSync(join(this.#path, name))) return;
    writeFileSync(join(this.#path, name + '.new'), content);
    renameSync(join(this.#path, name + '.new'), join(this.#path, name));
  }

  /** Writes a file whose name does not depend on its content.
   * @param {string} name
   * @param {string | Uint8Array} content */
  replace(name, content) {
    this.#kept.add(name);
    writeFileSync(join(this.#path, name), content);
  }

  /** Writes a file compressed, and returns its entry in the manifest. The name ends in .bin and not in .gz: some web
   * servers send a .gz file so that the browser decompresses it.
   * @param {Buffer} content */
  packed(content) {
    const name = short(content) + '.bin';
    if (content[0] === 0x1f && content[1] === 0x8b) {
      const raw = short(content) + '.raw.bin';
      this.write(raw, content);
      return { name: raw, size: content.length, hash: 'sha256-' + hash(content).toString('base64'), raw: true };
    }
    const path = join(this.#path, name);
    const compressed = existsSync(path) ? readFileSync(path) : gzipSync(content);
    this.write(name, compressed);
    return { name, size: compressed.length, hash: 'sha256-' + hash(compressed).toString('base64') };
  }

  /** Writes a script uncompressed, since the browser itself loads it as a module.
   * @param {string} name
   * @param {string | Uint8Array} content */
  script(name, content) {
    const named = name.replace(/\.js$/, `.${short(content)}.js`);
    this.write(named, content);
    return { name: named, size: content.length };
  }

  /** Writes the files that a site has outside of the bundle's folder.
   * @param {[name: string, content: Uint8Array][]} files */
  writeOutside(files) {
    const outside = join(this.#path, 'outside');
    this.#kept.add('outside');
    rmSync(outside, { recursive: true, force: true });
    mkdirSync(outside);
    for (const [name, content] of files) writeFileSync(join(outside, name), content);
  }

  /** Removes the files of an earlier bundle that this one does not have. */
  removeOthers() {
    for (const name of readdirSync(this.#path))
      if (!this.#kept.has(name)) rmSync(join(this.#path, name), { recursive: true });
  }
}

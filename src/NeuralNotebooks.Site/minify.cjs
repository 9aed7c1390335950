// Writes the scripts and style sheets of the site without comments and blanks: node minify.cjs OUTPUT FILES.
// The names stay, since the scripts of a page use each other's.
const { readFileSync, writeFileSync } = require('node:fs');
const { basename, extname, join } = require('node:path');
const { transformSync } = require('esbuild');

const [output, files] = process.argv.slice(2);
for (const file of files.split(';')) {
  const text = readFileSync(file, 'utf8'), loader = /** @type {'js' | 'css'} */ (extname(file).slice(1));
  const { code } = transformSync(loader === 'js' ? `'use strict';${text}` : text,
    { loader, minifyWhitespace: true, charset: 'utf8', legalComments: 'none', target: 'es2022' });
  writeFileSync(join(output, basename(file)), code);
}

// Tests how a page shows the text that a program writes to a terminal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const script = new URL('../../src/NeuralNotebooks.Site/Assets/Page/terminal.js', import.meta.url);
const make = (_name, _properties, text) => {
  const colour = value => /var\(--ansi-(.*?)\)/.exec(value)?.[1] ?? value;
  const names = [], style = { setProperty: (name, value) => names.push(`${name}=${colour(value)}`) };
  return {
    names, text, style, classList: { add: name => names.push(name) },
    before: (...nodes) => lines.complete.push(...nodes), replaceChildren: (...nodes) => { lines.last = nodes; },
  };
};
/** What a text that is written in bits is shown as. */
const lines = { complete: [], last: [] };
const page = { window: /** @type {any} */ ({}), all: () => [], make };
runInNewContext(readFileSync(script, 'utf8'), page);
const { coloured, writer } = page.window.nnTerminal;

/** The characters of nodes, each with its style. */
const characters = nodes => [...nodes].flatMap(node =>
  typeof node === 'string' ? [...node] : [...node.text].map(character => `${node.names.join(' ')}:${character}`));

/** Writes a text in bits, and returns the nodes that are then shown. */
function shownAfter(bits) {
  Object.assign(lines, { complete: [], last: [] });
  const write = writer({ append() {} });
  for (const bit of bits) write(bit);
  return [...lines.complete, ...lines.last];
}

const cases = [
  ['\x1b[1;32mgreen\x1b[0m <', '[ansi-bold color=green:green] <'],
  ['\x1b[31ma\nb\x1b[39mc', '[color=red:a\nb]c'],
  ['\x1b[93;41ma\x1b[49mb', '[color=yellow background=red:a][color=yellow:b]'],
  ['\x1b[38;5;4;31ma\x1b[48;2;1;2;31mb', '[color=red:a][color=red:b]'],
  ['\x1b[4;7ma\x1b[24mb', '[ansi-underline ansi-inverse:a][ansi-inverse:b]'],
  ['\x1b[31m10 %\r\x1b[32m9', '[color=green:9][color=red:0 %]'],
  ['\x1b[38;5ma\x1b[?25lb', 'ab'],
  ['10 %\r50 %\r100 %\ndone', '100 %\ndone'],
  ['10 %\r\x1b[Kdone', 'done'],
  ['long line\rshort', 'shortline'],
  ['windows\r\nlines\r\n', 'windows\nlines'],
  ['\x1b]8;;http://x\x07link\x1b]8;;\x07', 'link'],
  ['\x1b[31ma\n\n\x1b[0m\nb\rc', '[color=red:a\n\n]\nc'],
];

for (const [written, shown] of cases)
  test(`${JSON.stringify(written)} is shown as ${JSON.stringify(shown)}`, () => {
    const nodes = coloured(written)
      .map(node => typeof node === 'string' ? node : `[${node.names.join(' ')}:${node.text}]`);
    assert.equal(nodes.join(''), shown);
    assert.deepEqual(characters(shownAfter(written)), characters(coloured(written)), 'letter by letter');
  });

test('a line that is overwritten again and again is shown in linear time', { timeout: 20_000 }, () => {
  const bits = Array.from({ length: 20_000 }, (_, i) => `\r${i} `.repeat(8));
  assert.equal(shownAfter(bits).join(''), '19999 ');
});

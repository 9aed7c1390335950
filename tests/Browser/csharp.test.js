// Tests the colours of C# on a page and in its editors.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const script = new URL('../../src/NeuralNotebooks.Site/Assets/Page/csharp.js', import.meta.url);
const make = (_, { className }, text) => ({ className, text });
const page = { window: /** @type {any} */ ({}), all: () => [], make };
runInNewContext(readFileSync(script, 'utf8'), page);

/** The pieces of a text, each with its colour. */
function colour(text) {
  const pieces = [], element = { append: piece => pieces.push(piece.text ? piece : { className: '', text: piece }) };
  page.window.nnCSharp.colour(Object.assign(element, { textContent: text }));
  return pieces;
}

for (const [code, expected] of [
  ['Value x = new(3.0, "x");', 't:Value k:new n:3.0 s:"x"'],
  ['var w = Matrix.Of(W.Rows, A1.Columns);   // shapes', 'k:var t:Matrix c:// shapes'],
  ['Matrix<double> Z = W * X + b;', 't:Matrix k:double'],
  ['#!import kit.csx', 'd:#!import kit.csx'],
  ['#r "a.dll"\nint a = 1;', 'd:#r "a.dll" k:int n:1'],
  ['x is { Length: > 0 } and not null', 'k:is n:0 k:and k:not k:null'],
  ['/* a\r\n b */ 1', 'c:/* a\r c: b */ n:1'],
  ['@"a\nb" 1', 's:@"a s:b" n:1'],
  ['"""\nb\n""" 1', 's:""" s:b s:""" n:1'],
])
  test(`the colours of ${JSON.stringify(code)}`, () => {
    const coloured = colour(code).filter(({ className }) => className);
    assert.equal(coloured.map(one => `${one.className}:${one.text}`).join(' '), expected);
  });

for (const code of [
  'if (a < b) { x["<&>"] = \'q\'; }\r\n\t// ümlaut', 'no C# } ) " unclosed', '%%another\nint x;', '',
])
  test(`no character of ${JSON.stringify(code)} is lost or added`, () =>
    assert.equal(colour(code).map(({ text }) => text).join(''), code));

test('a very long line takes no long time, and keeps its text', () => {
  const line = 'Abc '.repeat(100_000);
  assert.equal(colour(line).map(({ text }) => text).join(''), line);
});

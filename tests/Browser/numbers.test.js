// Tests how a page reads the numbers that a reader types, and how it says them again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const script = new URL('../../src/NeuralNotebooks.Site/Assets/Common/numbers.js', import.meta.url);
const page = /** @type {any} */ ({});
runInNewContext(readFileSync(script, 'utf8'), page);
const { typedNumber, numberText } = page;

for (const [text, number] of /** @type {[string, number][]} */ ([
  ['7', 7], [' 0.05 ', 0.05], ['.5', 0.5], ['5.', 5], ['-3', -3], ['−3', -3], ['–3', -3], ['+3', 3], ['1e-3', 1e-3],
  ['1E3', 1000], ['10^-3', 1e-3], ['-10^3', -1000], ['2·10^3', 2000], ['2 × 10^-3', 2e-3], ['1/4', 0.25],
  ['1,000 / 4', 250], ['20 %', 20], ['20%', 20],
  // Thousands.
  ['2,002', 2002], ['1,024', 1024], ['1,234,567', 1234567], ['2 002', 2002], ["2'002", 2002], ['2’002', 2002],
  ['2\xa0002', 2002], ['2\u202f002', 2002], ['2\u2009002', 2002], ['12 345 678', 12345678], ['-2,002', -2002],
  ['1,234.5', 1234.5], ['1 234,5', 1234.5], ["1'234.5", 1234.5], ['1\u202f234,567', 1234.567], ['1,024e3', 1024000],
  ['999,999 %', 999999],
  // Decimal commas.
  ['0,5', 0.5], [',5', 0.5], ['150,5', 150.5], ['0,123', 0.123], ['1,23', 1.23], ['1,2345', 1.2345],
  ['1234,567', 1234.567], ['-0,025', -0.025], ['1,5e3', 1500], ['00,500', 0.5],
]))
  test(`${JSON.stringify(text)} is read as ${number}`, () => assert.equal(typedNumber(text), number));

for (const text of [
  '', ' ', 'many', '1,2,3', '1,234,56', '1,234,5', '1,234 567', '12 34', '1 2', '1.234.567', '1.234,5', '1 / 2 / 3',
  '1/', '/2', '0x10', 'Infinity', 'NaN', '1_000', '--1', '1e', 'e3', '1e2.5', '.', ',', '0,123,456', '5 cm',
])
  test(`${JSON.stringify(text)} is no number`, () => assert.ok(Number.isNaN(typedNumber(text))));

for (const [number, text] of /** @type {[number, string][]} */ ([
  [2002, '2002'], [150.5 - 44, '106.5'], [0.37 - 0.3, '0.07'], [1 / 3, '0.3333'], [-0.25, '−0.25'],
  [1e-12, '1e−12'], [1e-5, '1e−5'],
  [1e-4, '0.0001'], [1e-5 / 3, '3.333e−6'], [0, '0'],
  [123456.789 + 1 / 3, '123457'], [0.1 + 0.2, '0.3'], [1e21, '1e21'], [242 + 1 / 22, '242'], [1050, '1050'],
]))
  test(`${number} is written as ${text}`, () => assert.equal(numberText(number), text));

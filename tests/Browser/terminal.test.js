// Tests how a live page shows the text that a program writes to a terminal. The cases are those of OutputTests.cs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terminalText } from '../../src/NeuralNotebooks.Browser/Page/Outputs/terminal-text.js';

const cases = [
  ['\x1b[1;32mgreen\x1b[0m <\x1b[38;5m', 'green <'],
  ['10 %\r50 %\r100 %\ndone', '100 %\ndone'],
  ['long line\rshort', 'shortline'],
  ['windows\r\nlines\r\n', 'windows\nlines\n'],
  ['10 %\r\x1b[Kdone', 'done'],
  ['\x1b]8;;http://x\x07link\x1b]8;;\x07', 'link'],
];

for (const [written, shown] of cases)
  test(`${JSON.stringify(written)} is shown as ${JSON.stringify(shown)}`, () =>
    assert.equal(terminalText(written), shown));

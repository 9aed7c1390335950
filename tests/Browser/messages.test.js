// Tests which messages of a web worker a page accepts. The worker may run code that anybody has written. No browser is
// needed.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ended, message, replies } from '../../src/NeuralNotebooks.Browser/Page/Session/messages.js';
import { started, useFakeWorker, worker } from './fake-worker.js';

const output = { output_type: 'display_data', data: { 'text/plain': ['4', '2'] }, metadata: {} };
const shown = { type: 'image/png', content: 'data:image/png;base64,', leftOut: 0, text: '', size: {}, facts: {} };
const value = (changed = {}, rest = {}) =>
  ({ type: 'output', id: 'a', event: { kind: 'value', output, shown: { ...shown, ...changed }, ...rest } });
const control = field => value({ facts: { control: 'x', field } });
const range = { kind: 'range', value: '1', options: ['0', '1'] };
const text = (changed = {}) =>
  ({ type: 'output', id: 'a', event: { kind: 'text', output: { output_type: 'stream', name: 'stdout', text: 'x',
    ...changed } } });
const error = (changed = {}) => ({ type: 'output', id: 'a', event: { kind: 'error', details: '', hint: null, output:
  { output_type: 'error', ename: 'CS0029', evalue: 'x', traceback: ['x'], ...changed } } });

const good = {
  ready: { type: 'ready', kept: true },
  failed: { type: 'failed', reason: 'x' },
  died: { type: 'died', reason: '' },
  progress: { type: 'progress', bytes: 7 },
  fetching: { type: 'fetching', size: 0 },
  'a text': text(),
  'an error': error(),
  'an image with a size': value({ size: { width: 100.5, height: 20 } }),
  'an image without a size': value({}, { displayId: null }),
  'an update': { type: 'output', id: 'a', event: { kind: 'update', output, shown, displayId: 'd' } },
  'the value of an expression': value({}, { output: { ...output, output_type: 'execute_result', execution_count: 3 } }),
  'a verdict': value({ facts: { verdict: 'not-yet', heading: 'Not yet' } }),
  'a slider': control(range),
  'a check box': control({ kind: 'checkbox', value: 'true' }),
  clear: { type: 'output', id: 'a', event: { kind: 'clear', wait: true } },
  'a question': { type: 'inputRequest', prompt: '', password: true },
  'a reply': { type: 'reply', id: 1, value: { any: [1, null, 'JSON'] } },
  'a reply without a value': { type: 'reply', id: 1, value: null },
};

const proto = JSON.parse('{ "__proto__": { "innerHTML": "<img>" } }');
const cycle = /** @type {any} */ ({});
cycle.itself = cycle;
let doubled = /** @type {any} */ ([]);
for (let i = 0; i < 60; i++) doubled = [doubled, doubled];
let nested = /** @type {any} */ ([]);
for (let i = 0; i < 100_000; i++) nested = [nested];
const sparse = [];
sparse.length = 2 ** 32 - 1;

// Each attack, and the reason for which it is dropped.
/** @type {any[]} */
const bad = [
  [null, 'is not an object'],
  ['ready', 'is not an object'],
  [[good.ready], 'is not an object'],
  [new Map([['type', 'ready']]), 'is not an object'],
  [{}, '.type is none of ready, failed,'],
  [{ type: 'constructor' }, '.type is none of'],
  [{ type: '__proto__' }, '.type is none of'],
  [{ type: ['ready'], kept: true }, '.type is not text'],
  [{ type: 'reload' }, '.type is none of'],
  [{ type: 'ready' }, '.kept is not true or false'],
  [{ type: 'failed', reason: { toString: 1 } }, '.reason is not text'],
  [{ ...good.ready, onclick: 'alert(1)' }, '.onclick is not expected'],
  [{ ...good.ready, ...{ ['innerHTML']: '<img>' } }, '.innerHTML is not expected'],
  [{ type: 'progress', bytes: NaN }, '.bytes is not a number'],
  [{ type: 'progress', bytes: Infinity }, '.bytes is not a number'],
  [{ type: 'progress', bytes: -1 }, '.bytes is not a number'],
  [{ type: 'progress', bytes: '7' }, '.bytes is not a number'],
  [{ type: 'fetching', size: 1n }, '.size is not a number'],
  ...['innerHTML', 'outerHTML', 'srcset', 'style', 'onerror', 'onload', 'id', 'className', 'src'].map(name =>
    [value({ size: { [name]: '<img src=x onerror=alert(1)>' } }), `.event.shown.size.${name} is not expected`]),
  [value({ size: { width: '100' } }), '.event.shown.size.width is not a number'],
  [value({ size: { height: NaN } }), '.event.shown.size.height is not a number'],
  [value({ size: { height: { valueOf: 1 } } }), '.event.shown.size.height is not a number'],
  [value({ size: proto }), '.event.shown.size.__proto__ is not expected'],
  [value({ size: [1, 2] }), '.event.shown.size is not an object'],
  [value({ content: 'javascript:alert(1)' }), '.event.shown.content is not the data of an image'],
  [value({ content: 'https://evil.example/pixel.png' }), '.event.shown.content is not the data of an image'],
  [value({ content: 'data:text/html,<script>alert(1)</script>' }), '.event.shown.content is not the data of an image'],
  [value({ content: ['<b>'] }), '.event.shown.content is not text'],
  [value({ type: ['text/html'] }), '.event.shown.type is not text'],
  [value({ text: 1 }), '.event.shown.text is not text'],
  [value({ leftOut: '1' }), '.event.shown.leftOut is not a number'],
  [value({ facts: { verdict: 'constructor' } }), '.event.shown.facts.verdict is none of correct,'],
  [value({ facts: { verdict: 'correct', heading: ['x'] } }), '.event.shown.facts.heading is not text'],
  [value({ facts: { control: 'x' } }), '.event.shown.facts has only one of'],
  [value({ facts: { control: 'x', field: null } }), '.event.shown.facts has only one of'],
  [value({ facts: { innerHTML: 'x' } }), '.event.shown.facts.innerHTML is not expected'],
  [control({ ...range, kind: 'constructor' }), '.event.shown.facts.field.kind is none of range,'],
  [control({ ...range, options: 'ab' }), '.event.shown.facts.field.options is not a list'],
  [control({ ...range, options: [1] }), '.event.shown.facts.field.options.0 is not text'],
  [control({ ...range, options: sparse }), '.event.shown.facts.field.options.0 is not text'],
  [control({ ...range, value: 1 }), '.event.shown.facts.field.value is not text'],
  [control({ ...range, style: 'x' }), '.event.shown.facts.field.style is not expected'],
  [value({}, { displayId: 1 }), '.event.displayId is not text'],
  [value({}, { output: { ...output, data: { a: 1n } } }), '.event.output.data.a is not JSON'],
  [value({}, { output: { ...output, data: { a: new Date() } } }), '.event.output.data.a is not JSON'],
  [value({}, { output: { ...output, data: cycle } }), '.event.output.data.itself is not JSON'],
  [value({}, { output: { ...output, data: { doubled } } }), '.event.output.data.doubled.0.0'],
  [value({}, { output: { ...output, data: { nested } } }), '.event.output.data.nested.0.0'],
  [value({}, { output: { ...output, data: { sparse } } }), '.event.output.data.sparse.0 is not JSON'],
  [value({}, { output: { ...output, metadata: [] } }), '.event.output.metadata is not an object'],
  [value({}, { output: { ...output, output_type: 'stream' } }), '.event.output.output_type is none of'],
  [text({ name: '<img>' }), '.event.output.name is none of stdout, stderr'],
  [text({ text: ['x'] }), '.event.output.text is not text'],
  [error({ ename: ['x'] }), '.event.output.ename is not text'],
  [error({ evalue: { length: 1 } }), '.event.output.evalue is not text'],
  [error({ traceback: [{}] }), '.event.output.traceback.0 is not text'],
  [{ ...text(), id: 1 }, '.id is not text'],
  [{ ...text(), event: { kind: 'script' } }, '.event.kind is none of text, error'],
  [{ type: 'output', id: 'a', event: { kind: 'clear' } }, '.event.wait is not true or false'],
  [{ type: 'inputRequest', prompt: ['x'], password: false }, '.prompt is not text'],
  [{ type: 'inputRequest', prompt: 'x', password: 'password' }, '.password is not true or false'],
  [{ type: 'reply', id: '1', value: null }, '.id is not a number'],
  [{ type: 'reply', id: 1, value: () => 1 }, '.value is not JSON'],
];

const task = { name: 'a', points: '2 points', begun: true, problems: [] };
const report = { lacksId: false, lost: '', tasks: [task], notes: [] };

describe('a message of a worker', () => {
  for (const [name, sent] of Object.entries(good))
    test(`is accepted: ${name}`, () => assert.equal(message(sent), ''));

  for (const [i, [sent, wrong]] of bad.entries())
    test(`is dropped: ${i + 1}, since ${wrong}`, () =>
      assert.ok(message(sent).startsWith(wrong), message(sent)));

  test('that replies to a run says how the cell has ended, and cannot say that the page has ended it', () => {
    assert.equal(ended({ outcome: 'Succeeded', duration: 1 }), '');
    for (const outcome of ['killed', 'ended', 'constructor', '', null])
      assert.notEqual(ended({ outcome, duration: 1 }), '');
    assert.equal(ended({ outcome: 'Succeeded', duration: NaN }), '.duration is not a number from 0 up');
    assert.equal(ended({ outcome: 'Succeeded', duration: 1, message: 'x' }), '.message is not expected');
  });

  test('that replies to a query has the form of this query, and of no other', () => {
    const forms = {
      complete: { start: 0, end: 1, items: [{ text: 'x', kind: 'class', signature: null }] },
      problems: [{ start: 0, end: 1, isError: true, id: 'CS1', message: 'x' }],
      inspect: 'x',
      signatures: [{ text: 'x', start: 0, end: 1, documentation: null }],
      names: { reads: [], declares: ['x'], assigns: [] },
      variables: [{ name: 'x', type: 'int', text: '1' }],
      '.ipynb': [{ cell_type: 'python', source: 'x' }],
      '.dib': { problem: 'x' },
      handIn: report,
    };
    for (const [type, check] of Object.entries(replies))
      for (const [other, reply] of Object.entries(forms)) {
        const isOwn = type === other || (type.startsWith('.') && other.startsWith('.'))
          || (type === 'handIn' && other === '.dib'); // It also says that there is a problem.
        assert.equal(check(reply) === '', isOwn, `${type} ${other}`);
      }
    for (const hostile of [{ ...report, lost: ['<b>'] }, { ...report, tasks: [{ ...task, problems: [{}] }] }])
      assert.notEqual(replies.handIn(hostile), '');
    assert.notEqual(replies.complete({ ...forms.complete, end: -1 }), '');
  });
});

describe('a page whose worker lies', () => {
  before(useFakeWorker);

  test('drops the message, names it in the console, and goes on with what is true', async context => {
    const complaints = [], { session, heard } = await started();
    context.mock.method(console, 'warn', words => complaints.push(words));
    const says = message => worker.says(message);
    const variables = session.query({ type: 'variables' });
    says(value({ size: { innerHTML: '<img src=x onerror=alert(1)>' } }));
    says({ type: 'reply', id: 77, value: [] });
    says({ type: 'reply', id: 1, value: { outcome: 'Succeeded', duration: 1 } });
    says({ type: 'reply', id: 1, value: [] });
    assert.deepEqual(await variables, []);
    says({ type: 'reply', id: 1, value: [] });
    assert.deepEqual(heard, []);
    assert.deepEqual(complaints, [
      'A message of the web worker was dropped: message.event.shown.size.innerHTML is not expected.',
      'A message of the web worker was dropped: message.id belongs to no request.',
      'A message of the web worker was dropped: message.value is not a list.',
      'A message of the web worker was dropped: message.id belongs to no request.',
    ]);
  });
});

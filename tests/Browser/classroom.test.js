// Makes the pages of a graded class from stored answers, some of them hostile: for the teacher, for marking and for
// students. Opens them in Chromium.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { launch, missingBrowser, newPage, patience, until, watch } from './browser.js';
import { nn, notBuilt, temporaryFolder } from './nn.js';

const attack =
  '<script>pwned("script")</script><img src="x" onerror="pwned(\'img\')"><svg onload="pwned(\'svg\')"></svg>' +
  '[x](javascript:pwned(1))' +
  'x'.repeat(300);
const values = (count, of) => Array.from({ length: count }, (_, i) => of(i));
const number = value => ({ is: 'number', value });
const curve = scale => ({ is: 'list', items: values(40, i => number(Math.exp(-i / scale))) });
const matrix = of => ({ is: 'matrix', rows: 4, columns: 9, entries: values(36, of) });
const probe = (name, isShown = true) =>
  ({ name, expression: `Answer("${name}")`, points: 1, tolerance: null, isShown, line: 3 });

/** A graded submission with a number, a matrix, a curve and a text among its answers. */
function submission(student, answers) {
  const submitted = `${attack} of ${student}`;
  const byHand = { probes: [], mistakes: [], notes: [], transcript: '' };
  const expected = [number(1), matrix(i => i / 7), curve(9), { is: 'text', value: 'yes' }];
  const probes = [probe('one', false), probe('a matrix'), probe('a curve'), probe('words')];
  return {
    student,
    assignment: 'A1',
    timestamp: '',
    maxPoints: 6,
    hashes: { submission: '', source: '', kit: '', limits: '' },
    problem: null,
    notes: [{ text: attack, isForTeacher: false }],
    isProblemOfSubmission: false,
    tasks: [
      {
        name: 'gate', title: 'A gate', points: 4, isByHand: false, isText: false, solution: 'the solution', submitted,
        probes: probes.map((one, i) => ({ probe: one, expected: expected[i], answer: answers[i] })),
        mistakes: [
          { sentence: 'the sign is *lost*: write `-x`', answers: [-1, 0, 0, 0].map(number), key: '' },
        ],
        notes: [attack], transcript: attack,
      },
      {
        name: 'why', title: 'Why?', points: 2, isByHand: true, isText: true, solution: 'the model answer', submitted,
        ...byHand,
      },
    ],
  };
}

describe('the pages of a graded class', { skip: notBuilt || missingBrowser }, () => {
  const folder = temporaryFolder(), marking = 'graded/marking.html';
  let browser;
  before(async () => {
    const wrong = [matrix(i => i / 7 + (i % 5 ? 0 : 1)), curve(7), { is: 'text', value: attack }];
    for (const [student, first] of /** @type {[string, any][]} */ ([
      ['ada', number(-1)],
      ['eve', { is: 'none', reason: 'threw', detail: attack, line: 2 }],
    ])) {
      const place = join(folder, 'part', student, 'A1');
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, 'answers.json'), JSON.stringify(submission(student, [first, ...wrong])));
    }
    nn('grade', 'merge', join(folder, 'part'), '--output', join(folder, 'graded'));
    nn('feedback', join(folder, 'graded'), '--output', join(folder, 'feedback'));
    browser = await launch();
  });
  after(() => browser?.close());

  for (const path of ['graded/index.html', marking, 'feedback/ada/A1/A1.html', 'feedback/eve/A1/A1.html'])
    test(`${path} fits a phone, has dark colours, and runs no script of a submission`, async () => {
      const page = await newPage(browser, { viewport: { width: 390, height: 800 }, colorScheme: 'light' });
      const wrong = [];
      watch(page, wrong);
      await page.exposeFunction('pwned', what => wrong.push(`has run ${what}`));
      await page.goto(pathToFileURL(join(folder, path)).href);
      await page.$$eval('details', all => { for (const one of all) one.open = true; });

      assert.ok(await page.locator('h1').isVisible());
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(over <= 0, `the page is ${over} pixels wider than a window of ${width}`);
      }
      const colours = () => page.$$eval('html, body', all =>
        all.map(one => getComputedStyle(one)).map(({ backgroundColor, color }) => backgroundColor + color).join());
      const light = await colours();
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.notEqual(await colours(), light);
      const own = path === marking ? ':not(body > script)' : '';
      assert.equal(await page.locator(`script${own}, [onerror], [onload], a[href^="javascript:"]`).count(), 0);
      assert.deepEqual(wrong, []);
      await page.close();
    });

  test('marks are entered by keyboard, stored in the browser, and saved to a file', async () => {
    const context = await browser.newContext(), address = pathToFileURL(join(folder, marking)).href;
    const page = await context.newPage(), other = await context.newPage();
    const open = () => page.goto(address);
    context.setDefaultTimeout(patience);
    const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
    const shown = () => page.locator('article.now h3').textContent();
    const points = () => page.locator('article.now .number').inputValue();
    const marked = () => page.locator('.progress').textContent();
    const saved = async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), press('s')]);
      return readFileSync(await download.path(), 'utf8');
    };
    // The context has no profile on disk: Chromium may lose its stored data if for a moment no page of it is open.
    await other.goto(address);
    await open();
    assert.equal(await shown(), 'Answer 1 of 2');
    await press('c');
    await page.keyboard.type('a comment alone is no mark');
    await press('Escape');
    assert.equal(await points(), '');
    assert.equal(await marked(), '0 of 2 marked');
    assert.match(await saved(), /A1\/why,,"a comment alone is no mark"/);
    await press('2');
    await page.locator('article.now .number').press('ArrowDown');
    await press('Escape', 'c', 'ControlOrMeta+a');
    await page.keyboard.type('nearly, "für" me n 0');
    await press('Enter');
    assert.equal(await shown(), 'Answer 2 of 2');
    await press('0');
    await until(() => other.evaluate(() => Object.values(localStorage).some(kept => kept.includes('"points":0,'))),
      'the marks are not stored');
    // Chromium may open the page in another process, which sees what was stored a moment later.
    await until(async () => { await open(); return (await marked()) === '2 of 2 marked'; }, 'the marks are not shown');
    assert.equal(await points(), '1.5');
    assert.deepEqual((await saved()).split('\n').map(row => row.replace(/^(ada|eve)/, '')).sort(), [
      '', ',A1/why,0,', ',A1/why,1.5,"nearly, ""für"" me n 0"', '\ufeffstudent,task,points,comment',
    ]);
    await context.close();
  });
});

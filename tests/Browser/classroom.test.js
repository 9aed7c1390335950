// Makes the pages of a graded class from stored answers, some of them hostile: for the teacher, for marking and for
// students. Opens them in Chromium.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { launch, missingBrowser, newPage, patience, until, watch } from './browser.js';
import { nn, notBuilt, start, temporaryFolder } from './nn.js';

const attack =
  '<script>pwned("script")</script><img src="x" onerror="pwned(\'img\')"><svg onload="pwned(\'svg\')"></svg>' +
  '[x](javascript:pwned(1))' +
  '<article>an article</article>' +
  'x'.repeat(300);
const values = (count, of) => Array.from({ length: count }, (_, i) => of(i));
const number = value => ({ is: 'number', value });
const curve = scale => ({ is: 'list', items: values(40, i => number(Math.exp(-i / scale))) });
const matrix = of => ({ is: 'matrix', rows: 4, columns: 9, entries: values(36, of) });
const probe = (name, isShown = true) =>
  ({ name, expression: `Answer("${name}")`, points: 1, tolerance: null, isShown, line: 3 });

/** A graded submission with a number, a matrix, a curve and a text among its answers. */
function submission(student, answers, author = student) {
  const submitted = `${attack} of ${author}`;
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
    notes: [{ text: attack, for: 'student' }],
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
    for (const [student, first, author] of /** @type {[string, any, string?][]} */ ([
      ['ada', number(-1)],
      ['bob', number(1), 'ada'],
      ['eve', { is: 'none', reason: 'threw', detail: attack, line: 2 }],
    ])) {
      const place = join(folder, 'part', student, 'A1');
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, 'answers.json'), JSON.stringify(submission(student, [first, ...wrong], author)));
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

  test('marks are written as they are given, and a window never overwrites what it has not shown', async () => {
    const graded = join(folder, 'graded'), context = await browser.newContext();
    context.setDefaultTimeout(patience);
    const table = () => readFileSync(join(graded, 'adjust.csv'), 'utf8').replace(/,[0-9a-f]{16}$/gm, '')
      .split('\n').slice(1, -1).sort().join(' ');
    const written = rows => until(() => existsSync(join(graded, 'adjust.csv')) && table() === rows, () => table());
    const [page, older] = [await context.newPage(), await context.newPage()];
    const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
    const shown = () => page.locator('article.now h3').textContent();
    const marked = (of, text) => of.locator(`.progress:text-is("${text}")`).waitFor();
    const note = older.locator('article.now .note');

    await page.goto(pathToFileURL(join(folder, marking)).href);
    await press('2');
    await marked(page, '0 of 2 marked');
    assert.equal(await page.locator('input:enabled, .choices button:enabled').count(), 0);
    assert.match(await page.locator('.state').textContent(), /only shows marks/);

    const server = start('assign', 'mark', graded);
    const address = await new Promise(done => {
      let said = '';
      server.stdout.on('data', text => { done((said += text).match(/http\S+html/)?.[0]); });
    });
    for (const one of [older, page]) {
      await one.goto(address);
      await one.locator('.choices button:enabled').first().waitFor();
    }
    assert.equal(await shown(), 'Answer 1 of 2');
    await press('c');
    await page.keyboard.type('a comment alone is no mark');
    await press('Escape');
    await written('ada,A1/why,,a comment alone is no mark bob,A1/why,,a comment alone is no mark');
    await marked(page, '0 of 2 marked');
    const points = page.locator('article.now .number'), said = page.locator('article.now .note');
    await points.fill('33');
    await press('Escape');
    await said.locator('text=Not saved: 33 points. Points from 0 to 2 can be given here').waitFor();
    await points.focus();
    await press('ControlOrMeta+a');
    await page.keyboard.type('-e');
    await press('Escape');
    await said.locator('text=The points are no number').waitFor();
    await press('2');
    await points.press('ArrowDown');
    await press('Escape', 'c', 'ControlOrMeta+a');
    await page.keyboard.type('nearly, "für" me n 0');
    await press('Enter');
    assert.equal(await shown(), 'Answer 2 of 2');
    await press('0');
    const mine = '"nearly, ""für"" me n 0"';
    await written(`ada,A1/why,1.5,${mine} bob,A1/why,1.5,${mine} eve,A1/why,0,`);
    await marked(page, '2 of 2 marked');

    await older.keyboard.press('1');
    await note.locator('text=Save mine').waitFor();
    assert.match(await note.textContent(), /meanwhile: 1.5 points, “nearly, "für" me n 0”. Not saved: 1 point\./);
    assert.match(table(), /ada,A1\/why,1.5/);
    await note.locator('text=Save mine').click();
    await written(`ada,A1/why,1,${mine} bob,A1/why,1,${mine} eve,A1/why,0,`);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await until(async () => await page.locator('.number').first().inputValue() === '1', 'the other mark is not shown');
    await page.reload();
    await marked(page, '2 of 2 marked');
    await page.keyboard.press('p');
    assert.deepEqual(readFileSync(join(graded, 'grades.csv'), 'utf8').match(/(?<=,)[\d.]*(?=,6\n)/g), ['1', '2', '0']);

    const ended = new Promise(done => { server.on('exit', done); });
    server.kill('SIGINT');
    assert.equal(await ended, 0);
    await page.keyboard.press('2');
    await page.locator('.note', { hasText: 'Not saved: 2 points. nn assign mark does not answer.' }).waitFor();
    assert.equal(await page.locator('.number').first().inputValue(), '2');
    await context.close();
  });
});

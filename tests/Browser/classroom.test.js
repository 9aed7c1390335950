// Makes the class's page and the students' pages of stored answers, some of them hostile, and opens them in Chromium.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { launch, missingBrowser, newPage } from './browser.js';

const nn = resolve(import.meta.dirname, '../../src/NeuralNotebooks.Cli/bin/Debug/net10.0/nn.dll');
const missing = missingBrowser || (!existsSync(nn) && 'nn has not been built: dotnet build');

const attack =
  '<script>pwned("script")</script><img src="x" onerror="pwned(\'img\')"><svg onload="pwned(\'svg\')"></svg>' +
  '[x](javascript:pwned(1))' +
  'x'.repeat(300);
const number = value => ({ is: 'number', value });
const list = (...values) => ({ is: 'list', items: values.map(number) });
const matrix = (rows, columns, entries) => ({ is: 'matrix', rows, columns, entries });
const probe = (name, isShown) => ({
  name,
  expression: `Answer("${name}")`,
  points: '1/1',
  tolerance: null,
  isShown,
  line: 3,
});

/** A graded submission with a number, a matrix, a curve and a text among its answers. */
const submission = (student, answers, text) => ({
  student,
  assignment: 'A1',
  timestamp: '',
  maxPoints: '6/1',
  hashes: { submission: '', source: '', kit: '', limits: '' },
  problem: null,
  notes: [{ text: attack, isForTeacher: false }],
  isProblemOfSubmission: false,
  tasks: [
    {
      name: 'gate', points: '4/1', isByHand: false, isText: false, solution: 'the solution', submitted: text,
      probes: [probe('one', false), probe('a matrix', true), probe('a curve', true), probe('words', true)],
      reference: [
        number(1),
        matrix(
          4,
          9,
          Array.from({ length: 36 }, (_, i) => i / 7),
        ),
        list(...Array.from({ length: 40 }, (_, i) => Math.exp(-i / 9))),
        { is: 'text', value: 'yes' },
      ],
      mistakes: [
        { sentence: 'the sign is *lost*: write `-x`', answers: [number(-1), number(0), number(0), number(0)] },
      ],
      answers,
      keys: [],
      notes: [attack],
      transcript: attack,
    },
    {
      name: 'why',
      points: '2/1',
      isByHand: true,
      isText: true,
      solution: 'the model answer',
      submitted: text,
      probes: [],
      reference: [],
      mistakes: [],
      answers: [],
      keys: [],
      notes: [],
      transcript: '',
    },
  ],
});

describe('the pages of a graded class', { skip: missing }, () => {
  let browser, folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nn-classroom-'));
    const shifted = [
      number(-1),
      matrix(
        4,
        9,
        Array.from({ length: 36 }, (_, i) => i / 7 + (i % 5 ? 0 : 1)),
      ),
      list(...Array.from({ length: 40 }, (_, i) => Math.exp(-i / 7))),
      { is: 'text', value: attack },
    ];
    for (const [student, answers] of [
      ['ada', shifted],
      ['eve', [{ is: 'none', reason: 'threw', detail: attack, line: 2 }, ...shifted.slice(1)]],
    ]) {
      mkdirSync(join(folder, 'part', student, 'A1'), { recursive: true });
      writeFileSync(
        join(folder, 'part', student, 'A1', 'answers.json'),
        JSON.stringify(submission(student, answers, `${attack} of ${student}`)),
      );
    }
    const run = (...args) => execFileSync('dotnet', [nn, ...args], { stdio: 'pipe', encoding: 'utf8' });
    run('grade', 'merge', join(folder, 'part'), '--output', join(folder, 'graded'));
    run('feedback', join(folder, 'graded'), '--output', join(folder, 'feedback'));
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, path] of [
    ["the class's page", 'graded/index.html'],
    ['the marking page', 'graded/marking.html'],
    ["a student's page", 'feedback/ada/A1/A1.html'],
    ['a page with an exception', 'feedback/eve/A1/A1.html'],
  ]) {
    test(`${name} fits a phone, turns dark, and runs nothing of a submission`, async () => {
      const page = await newPage(browser, { viewport: { width: 390, height: 800 }, colorScheme: 'light' });
      const complaints = [],
        ran = [];
      page.on('pageerror', error => complaints.push(String(error)));
      page.on('console', message => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('request', request => {
        if (!/^(file|data|about):/.test(request.url()) || request.url().endsWith('/x'))
          complaints.push(`asks for ${request.url()}`);
      });
      await page.exposeFunction('pwned', what => ran.push(what));
      await page.goto(pathToFileURL(join(folder, path)).href);
      await page.$$eval('details', all =>
        all.forEach(one => {
          one.open = true;
        }),
      );

      assert.ok(await page.locator('h1').isVisible());
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(over <= 0, `the page is ${over} pixels wider than a window of ${width}`);
      }
      const colours = () =>
        page.evaluate(() =>
          [
            getComputedStyle(document.documentElement).backgroundColor,
            getComputedStyle(document.body).backgroundColor,
            getComputedStyle(document.body).color,
          ].join(),
        );
      const light = await colours();
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.notEqual(await colours(), light);
      const own = path.endsWith('marking.html') ? ':not(body > script)' : '';
      assert.equal(await page.locator(`script${own}, [onerror], [onload], a[href^="javascript:"]`).count(), 0);
      assert.deepEqual([ran, complaints], [[], []]);
      await page.close();
    });
  }

  test('answers are marked by keyboard, kept, saved and loaded', async () => {
    const page = await newPage(browser, { viewport: { width: 1280, height: 800 } });
    const address = pathToFileURL(join(folder, 'graded/marking.html')).href;
    const shown = () => page.locator('article.now h3').textContent();
    const points = () => page.locator('.panel .number').inputValue();
    await page.goto(address);
    assert.equal(await shown(), 'Answer 1 of 2');
    await page.keyboard.press('c');
    await page.keyboard.type('a comment alone is no mark');
    await page.keyboard.press('Escape');
    assert.equal(await points(), '');
    assert.match(await page.locator('.tasks button').textContent(), /0\/2/);
    await page.keyboard.press('2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('c');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('nearly, "für" me n 0');
    await page.keyboard.press('Enter');
    assert.equal(await shown(), 'Answer 2 of 2');
    await page.keyboard.press('0');
    await page.goto(address);
    assert.match(await page.locator('.tasks button').textContent(), /2\/2/);
    await page.keyboard.press('p');
    assert.equal(await points(), '1.5');

    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('s')]);
    const saved = readFileSync(await download.path(), 'utf8').split('\n');
    assert.equal(saved[0], '\ufeffstudent,task,points,comment');
    assert.deepEqual(
      saved.slice(1).map(row => row.replace(/^(ada|eve)/, '')).sort(),
      ['', ',A1/why,0,', ',A1/why,1.5,"nearly, ""für"" me n 0"'],
    );

    const load = (text, encoding) =>
      page.setInputFiles('.load input', {
        name: 'adjust.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text, encoding),
      });
    await load('student;task;points;comment\nada;why;1,25;g\u00fct\neve;why;1,25;gut\nada;gate;+1;\n', 'latin1');
    await page.getByText('is not in UTF-8').waitFor();
    assert.equal(await points(), '1.5');
    await load('student;task;points;comment\nada;why;1,25;g\u00fct\neve;why;1,25;gut\nada;gate;+1;\n', 'utf8');
    await page.getByText('2 marks from adjust.csv').waitFor();
    assert.equal(await points(), '1.25');
    const [again] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('s')]);
    assert.match(readFileSync(await again.path(), 'utf8'), /^ada,gate,\+1,$/m);
    await page.close();
  });
});

// One teacher and 30 phones guess in Chromium, by `nn serve --class`; five phones misbehave.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, afterEach, before, describe, test } from 'node:test';
import { accessible, accessibleInOtherColours } from './accessible.js';
import { launch, missing, newPage, site, until } from './browser.js';
import { notBuilt, tool } from './nn.js';

describe('a class', { skip: missing || notBuilt }, () => {
  /** @type {import('playwright-core').Browser} */ let browser;
  let server, teacher, address, code, complaints = [];
  const phones = [], here = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

  async function opened(where, options) {
    const page = await newPage(browser, options);
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()); });
    await page.goto(where);
    return page;
  }

  before(async () => {
    server = spawn('dotnet', [tool, 'serve', site, '--class', '--port', '0', '--class-port', '0'],
      { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    server.stdout.on('data', data => { said += data; });
    await until(() => said.includes('Ctrl-C'), 'nn serve has not started');
    code = /code (\d+)/.exec(said)[1];
    address = `http://127.0.0.1:${/joins at http:\S+:(\d+)/.exec(said)[1]}/`;
    browser = await launch();
    teacher = await opened(`${/Serving .* at (http:\S+)/.exec(said)[1]}00-start-here.html?slides`,
      { viewport: { width: 1024, height: 768 } });
    // The first phone's policy is off, for axe.
    for (let i = 0; i < 25; i++) phones.push(await opened(`${address}#${code}`, { ...here, bypassCSP: i === 0 }));
    await until(() => joined(25), 'the phones have not joined');
  });
  afterEach(() => assert.deepEqual(complaints.splice(0), []));
  after(async () => {
    await browser?.close();
    server?.kill('SIGINT');
  });

  const screen = () => teacher.locator('.class-screen');
  const joined = async count => phones.length === count
    && (await Promise.all(phones.map(phone => phone.getByText('You have joined.').count()))).every(Boolean);
  const says = async (where, words) => until(async () => (await where.textContent()).includes(words),
    async () => `“${words}” is not in “${await where.textContent()}”`);
  const send = phone => phone.getByRole('button', { name: 'Send this guess' }).click();

  /** Shows the first question of the page with such a form. */
  async function show(page, form) {
    await page.keyboard.press('Home');
    for (let i = 0; !(await page.locator(`.slide.prompt:has(${form})`).count()); i++) {
      assert.ok(i < 80, `there is no question with ${form}`);
      await page.keyboard.press('ArrowRight');
    }
  }

  async function ask(form) {
    await show(teacher, form);
    await teacher.keyboard.press('c');
    await Promise.all(phones.map(phone => phone.locator(`main ${form}`).first().waitFor()));
  }

  async function draw(phone, heights) {
    const { x, y, width, height } = await phone.locator('.sketch rect').boundingBox(), last = heights.length - 1;
    const at = i => [x + 1 + ((width - 2) * i) / last, y + (1 - heights[i]) * height];
    await phone.mouse.move(...at(0));
    await phone.mouse.down();
    for (let i = 1; i <= last; i++) await phone.mouse.move(...at(i));
    await phone.mouse.up();
  }

  test('the bars of a choice appear on the screen at Reveal, for both votes and with raised hands', async () => {
    await ask('input[type=radio]');
    for (const [i, phone] of phones.entries()) {
      await phone.getByRole('radio').nth(i < 15 ? 0 : 1).check();
      await send(phone);
    }
    await says(screen(), '25 of 25 have answered');
    assert.equal(await screen().locator('table').count(), 0);
    await teacher.keyboard.press('v');
    await Promise.all(phones.map(phone => says(phone.locator('main'), 'The second vote')));
    for (const phone of phones.slice(0, 20)) {
      await phone.getByRole('radio').nth(1).check();
      await send(phone);
    }
    await teacher.keyboard.press('h');
    await screen().getByLabel('1 × 150').fill('4');
    await teacher.keyboard.press('Enter');
    await says(screen(), '24 of 25 have answered');
    assert.doesNotMatch(await phones[0].locator('main').textContent(), /answer/);
    await teacher.keyboard.press('PageDown');
    await says(screen().locator('caption'), '20 of 24 are right. Amber: the first vote. Purple: the second.');
    assert.deepEqual(await screen().locator('tr').allTextContents(),
      ['150 × 3150', '✓ 3 × 1501020', '1 × 15004', '150 × 100']);
    await says(phones[0].locator('main'), 'The answer: 3 × 150. You guessed 3 × 150.');
    await accessible(teacher);
    await accessible(phones[0]);
    await teacher.keyboard.press('PageDown');
    await says(phones[0].locator('main'), 'Wait for a question');
    assert.equal(await screen().isVisible(), false);
  });

  test('drawn curves appear over the true one, with their distances', async () => {
    await ask('.sketch');
    for (const [i, phone] of phones.slice(0, 12).entries()) {
      await draw(phone, [0.9, 0.5 - i / 60, 0.2, 0.1]);
      await send(phone);
      await says(phone.locator('main'), 'Sent.');
    }
    await says(screen(), '12 of 25 have answered');
    // Without phones, the screen offers what remains: hands cannot be counted for a curve.
    await teacher.route('**/nn-class/state', async route =>
      route.fulfill({ json: { ...await (await route.fetch()).json(), reached: false } }));
    await says(screen(), 'Without a network, students draw the curve on paper, and R reveals the true one.');
    await teacher.unroute('**/nn-class/state');
    await teacher.keyboard.press('b');
    await says(phones[20].locator('main'), 'The voting has stopped.');
    // A double press is one: the second is not refused with the words of another window.
    await teacher.evaluate(() => {
      const press = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }));
      press();
      press();
    });
    await until(() => screen().locator('path.mine').count().then(count => count === 12), 'there are not 12 curves');
    assert.equal(await screen().locator('path.true').count(), 1);
    assert.equal(await screen().locator('.says').textContent(), '');
    const rows = await screen().locator('tr .bar').allTextContents();
    assert.equal(rows.reduce((sum, row) => sum + Number(row), 0), 12);
    await screen().getByRole('img', { name: /^12 curves of the class, and the true one\. \d+ of 12/ }).waitFor();
    await says(phones[0].locator('main'), 'On average your curve is');
    await teacher.emulateMedia({ colorScheme: 'dark' });
    await accessibleInOtherColours(teacher);
    await teacher.emulateMedia({ colorScheme: 'light' });
    await teacher.keyboard.press('Escape');
  });

  test('a window reveals only its own question, and an answer that comes later reaches the phones', async () => {
    await show(teacher, 'input[type=radio]');
    await teacher.keyboard.press('c');
    const other = await opened(teacher.url(), { viewport: { width: 1024, height: 768 } });
    const shown = other.locator('.class-screen'), main = phones[0].locator('main');
    await show(other, 'input[type=radio]');
    // The other window has a question with the same words and other choices, and its answer at a later slide.
    await other.evaluate(() => {
      const { nnPrediction } = window;
      window.nnPrediction = prompt => {
        const found = nnPrediction(prompt), changed = { choices: ['the one', 'the other'], right: ['the one'] };
        return { ...found, asked: { ...found.asked, ...changed }, isLater: document.title !== 'known' };
      };
    });
    await other.keyboard.press('c');
    await says(main, 'the other');
    await says(screen(), 'Another window asks');
    assert.equal(await screen().getByRole('button', { name: 'Reveal' }).count(), 0);
    await main.getByLabel('the other').check();
    await send(phones[0]);
    await says(shown, '1 of 25 have answered');
    await other.keyboard.press('r');
    await says(main, 'The answer comes later.');
    await other.keyboard.press('Escape');
    await says(main, 'Wait for a question');
    await other.evaluate(() => { document.title = 'known'; });
    await other.keyboard.press('c');
    await says(main, 'The answer comes later.');
    await other.keyboard.press('r');
    await says(main, 'The answer: the one. You guessed the other.');
    await says(shown.locator('caption'), '0 of 1');
    await other.context().close();
    await teacher.keyboard.press('Escape');
    await screen().waitFor({ state: 'hidden' });
  });

  test('five phones that misbehave disturb nobody, and an hour of sleep is made up for at once', async () => {
    await ask('input[type=text]');
    const bad = await Promise.all([...Array(5)].map(() => opened(`${address}#${code}`, here)));
    await Promise.all(bad.map(page => page.locator('main input').waitFor()));
    const post = (page, path, body) => page.evaluate(async ([to, text]) => (await fetch(to,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: text })).status, [path, body]);
    const { id } = await bad[0].evaluate(() => fetch('state').then(reply => reply.json()));
    const guess = (page, value) => post(page, 'guess', `{"question":${id},"round":1,"guess":${value}}`);
    // Markup, many guesses, guesses without end, wrong codes and the teacher's routes.
    assert.equal(await guess(bad[0], '"<script>alert(1)</script>"'), 400);
    const many = await bad[1].evaluate(() =>
      Promise.all([...Array(100)].map(() => fetch('state').then(reply => reply.status))));
    assert.ok(many.includes(429), `${many}`);
    assert.equal(await post(bad[2], 'guess', `{"guess":[${'1,'.repeat(40_000)}1]}`), 413);
    assert.equal(await bad[3].evaluate(() => fetch('nn-class/state').then(reply => reply.status)), 404);
    assert.equal(await post(bad[3], 'nn-class/act', `{"do":"reveal","question":${id},"round":1,"truth":1}`), 404);
    assert.equal(await guess(bad[4], '1e999'), 400);
    complaints = complaints.filter(words => !/Failed to load resource/.test(words));

    const [sleeper] = phones;
    await sleeper.context().setOffline(true);
    for (const [i, phone] of phones.slice(1).entries()) {
      await phone.getByRole('textbox').fill(`${40 + i}`);
      await send(phone);
    }
    await says(screen(), '24 of 30 have answered');
    complaints = complaints.filter(words => !/ERR_INTERNET_DISCONNECTED/.test(words));
    await teacher.keyboard.press('ArrowRight');
    await says(screen().locator('caption').first(), 'The answer is 7');
    await sleeper.context().setOffline(false);
    await sleeper.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await says(sleeper.locator('main'), 'The answer: 7.');
    complaints = complaints.filter(words => !/ERR_INTERNET_DISCONNECTED/.test(words));
    assert.match(await screen().locator('aside').textContent(),
      /30 joined.*30 phones have the address 127\.0\.0\.1.*--phones-per-address/);
    await accessible(teacher);

    // Of guesses that are nearly all equal, no intervals are made.
    await teacher.keyboard.press('v');
    await says(screen(), 'The second vote.');
    await teacher.keyboard.press('h');
    await screen().getByRole('textbox').fill(`${'50 50.00000000000001 '.repeat(450)} 1 2 3 4 97 98 99 100`);
    await teacher.keyboard.press('Enter');
    await says(screen(), '908 of 30 have answered');
    await teacher.keyboard.press('r');
    await says(screen().locator('tbody').first(), 'other numbers');
    assert.equal(await screen().locator('table').first().locator('tr').count(), 9);
  });
});

// Tests controls that set variables of the code: sliders, lists of choices, check boxes, and a field to draw a digit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { accessible } from './accessible.js';
import { hosted, missing, notebook, site } from './live.js';

const kit = '#!import kit.csx';

/** Moves a slider to each of these values in turn, as a reader does who drags it. */
const move = (tab, name, ...values) => tab.evaluate((label, all) => {
  const control = [...document.querySelectorAll('[data-nn-control]')].find(one => one.dataset.nnControl === label);
  const input = control.querySelector('input');
  for (const value of all.map(Number))
    // This is the position of a slider from 0 to 1; on others, it moves on to the value.
    for (let at = Math.round(value * input.max), now = NaN; now !== value; at += now < value ? 1 : -1) {
      input.value = at;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      now = Number(input.ariaValueText);
    }
}, name, values);

describe('a control that sets a variable', { skip: missing }, () => {
  const course = hosted(undefined, { number: '06' });

  const turn = 'angle in degrees';

  /** The page up to its first chart with a slider. The rest is left out, since it takes time to draw. */
  function beginning(address) {
    if (!address.endsWith(notebook('06'))) return undefined;
    const html = readFileSync(resolve(site, notebook('06')), 'utf8');
    const end = html.indexOf('<div class="text"', html.indexOf('data-nn-cell="turned-picture"'));
    return html.slice(0, end) + html.slice(html.indexOf('</article>'));
  }

  /** Runs cells in the shared page. Each test uses other names of controls, since a control keeps its value. */
  async function begin(...cells) {
    const tab = await course.shared(kit, ...cells);
    await tab.runAll();
    return tab;
  }

  test('a slider of a published page can be moved at once: the first move starts C#, and runs the cells', async () => {
    course.host.rewrite = beginning;
    course.host.asked.length = 0;
    const tab = await course.page();
    const slider = tab.page.getByRole('slider', { name: turn, exact: true });
    await slider.waitFor();
    assert.equal(await slider.getAttribute('aria-valuetext'), '45');
    await accessible(tab.page);
    const { pathname: live } = new URL('live/', tab.page.url());
    assert.ok(!course.host.asked.some(address => address.startsWith(live)));

    await slider.focus();
    for (let i = 0; i < 2; i++) await tab.press('ArrowRight');
    await tab.until(() => /turned by 55°/.test(document.querySelector('main').textContent));
    await tab.settled();
    assert.equal(await slider.getAttribute('aria-valuetext'), '55');
    await tab.until(name => document.activeElement.closest('[data-nn-control]')?.dataset.nnControl === name, turn);
  });

  test('without C#, a control is shown as text', async () => {
    const tab = await course.page();
    const shown = await tab.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      const control = new DOMParser().parseFromString(html, 'text/html').querySelector('.nn-control');
      document.body.append(control);
      const words = control.textContent + getComputedStyle(control, '::after').content.replaceAll('"', '');
      control.remove();
      return words;
    });
    assert.match(shown, /^angle in degrees = \d+ · moves on a live page$/);
  });

  test('plotly.js is loaded once: after the Run buttons, when the first chart comes into view', async () => {
    course.host.rewrite = address =>
      address.endsWith(notebook('02')) ? readFileSync(resolve(site, notebook('02')), 'utf8') : undefined;
    const tab = await course.open(notebook('02'));
    // The pages of other tests may load it meanwhile.
    const fetched = () => tab.evaluate(() => performance.getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname).filter(address => /plotly-cartesian/.test(address)));
    await tab.until(() => document.readyState === 'complete' && document.querySelector('[data-nn-action="run"]'));
    assert.deepEqual(await fetched(), []);
    const at = await tab.numberOf('gaussian-code');
    await tab.evaluate(() => document.querySelector('[data-nn-picture]').scrollIntoView());
    await tab.until(() => document.querySelector('[data-nn-picture] .main-svg'));
    const kept = await tab.keeping();
    await tab.run(at);
    await kept();
    assert.equal((await fetched()).length, 1);
  });

  test('a slider moves by keyboard; its cell and the cells that use it run again, and no others', async () => {
    const tab = await begin(
      'double α = Slider("α", 0, 1);',
      'double twice = 2 * α;\ntwice',
      '$"four times: {2 * twice}"',
      'Guid.NewGuid()',
      '$"{Guid.NewGuid()} {twice - twice}"',
    );
    const [alone, reader] = [await tab.output(5), await tab.output(6)];
    await tab.evaluate(() => { window.held = document.querySelector('[data-nn-control] input'); held.focus(); });
    for (let i = 0; i < 3; i++) await tab.press('ArrowRight');
    await tab.shows(4, 'four times: 2.12');
    await tab.settled();
    await tab.gives(2, /α\s+0\.53/);
    await tab.gives(3, /^1\.06/);
    assert.equal(await tab.output(5), alone);
    assert.notEqual(await tab.output(6), reader);
    assert.ok(await tab.evaluate(() => held.isConnected && held === document.activeElement));
    assert.equal(await tab.page.getByRole('slider', { name: 'α' }).getAttribute('aria-valuetext'), '0.53');
    await tab.until(() => document.querySelector('[data-nn-run-out-of-date]').disabled);
    await accessible(tab.page);
  });

  test('of the positions that a slider passes while a slow cell runs, only the last is run', async () => {
    const tab = await begin(
      'List<double> seen = [];',
      'double β = Slider("β", 0, 1);',
      'await Task.Delay(1000);\nseen.Add(β);\nstring.Join(" ", seen)',
    );
    await move(tab, 'β', '0.1');
    await tab.until(() => document.documentElement.dataset.nnLive === 'running');
    await move(tab, 'β', '0.2', '0.3', '0.4', '0.9');
    await tab.shows(4, '0.9');
    await tab.settled();
    await tab.gives(4, /^0\.5 0\.1 0\.9/);
  });

  test('a list of choices, a check box and a drawn digit set variables, too', async () => {
    const tab = await begin(
      'string word = Pick("word", "one", "two");\nbool isLoud = Tick("loud");',
      'Matrix<float> digit = DrawDigit("digit");',
      'isLoud ? word.ToUpper() : word',
      '$"{digit.Rows} × {digit.Columns}, ink {digit.Sum() > 3}, most {digit.AsSpan().ToArray().Max():F1}"',
    );
    await tab.page.getByLabel('word').selectOption('two');
    await tab.shows(4, 'two');
    await tab.page.getByLabel('loud').click();
    await tab.shows(4, 'TWO');

    const row = () => document.querySelector('[data-nn-control="digit"]').offsetHeight;
    assert.equal(await tab.evaluate(row), 251);
    await tab.page.getByRole('application').focus();
    for (const key of [' ', 'ArrowRight', 'ArrowDown']) await tab.press(key);
    await tab.shows(5, '784 × 1, ink True, most 1.0');
    await tab.page.getByRole('button', { name: 'Clear' }).click();
    await tab.shows(5, 'ink False, most 0.0');

    await tab.settled(); // A run that is still to come would replace the field while the mouse draws.
    const field = tab.page.getByRole('application');
    await field.hover({ position: { x: 50, y: 50 } }); // Waits until the field stands still in view.
    const box = await field.boundingBox();
    await tab.page.mouse.down();
    await tab.page.mouse.move(box.x + 150, box.y + 150, { steps: 5 });
    await tab.page.mouse.up();
    await tab.shows(5, 'ink True');
    await accessible(tab.page);
  });

  test('Run all also runs the cells again that run at that moment because a control was moved', async () => {
    const tab = await begin(
      'double τ = Slider("τ", 0, 1);',
      'await Task.Delay(2000);\n$"slow {τ}"',
      'string runs = Environment.GetEnvironmentVariable("runs") + "|";\n'
      + 'Environment.SetEnvironmentVariable("runs", runs);\n$"{runs} {τ}"',
    );
    await tab.shows(4, '| 0');
    await move(tab, 'τ', '0.5');
    await tab.until(() => document.documentElement.dataset.nnLive === 'running');
    await tab.click('button[data-nn-action="runAll"]');
    await tab.shows(4, '||| 0.5');
  });

  test('an edited slider keeps a value that is still in its range; Reset clears it and all variables', async () => {
    const tab = await begin('double γ = Slider("γ", 0, 1);', '$"is {γ}"', 'int forgotten = 41;');
    await move(tab, 'γ', '0.9');
    await tab.shows(3, 'is 0.9');
    await tab.settled();
    for (const [text, value] of [['0, 2', '0.9'], ['0, 0.5', '0.25']]) {
      await tab.setSource(2, `double γ = Slider("γ", ${text});`);
      await tab.run(2);
      await tab.run(3);
      assert.match(await tab.output(3), new RegExp(`is ${value}$`));
    }
    await move(tab, 'γ', '0.4');
    await tab.shows(3, 'is 0.4');
    await tab.settled();
    await tab.click('button[data-nn-action="reset"]');
    await tab.settled();
    await tab.run(3, 'is 0.25');
    await tab.setSource(4, 'forgotten');
    await tab.run(4, 'CS0103');
  });

  test('a slow cell that follows a slider is named, can be stopped, and runs again after a move back', async () => {
    const tab = await begin('double ε = Slider("ε", 0, 1);', 'while (ε > 0.8) { }\n"near"');
    await move(tab, 'ε', '0.9');
    await tab.says('Running cell 3');
    await tab.stop(3);
    await tab.gives(2, /ε\s+0\.9/);
    await tab.gives(3, /interrupted/);
    await tab.says('You pressed Stop.');
    await move(tab, 'ε', '0.1');
    await tab.shows(3, 'near');
    await tab.settled();
    assert.doesNotMatch(await tab.output(3), /nterrupted/);
  });

  test('a successful run removes a control that it does not show, even if its HTML looks like an error', async () => {
    const tab = await begin(`if (!Tick("alone")) Slider("ζ", 0, 1);\nHTML("<div class='error'>by the author</div>")`);
    const slider = tab.page.getByRole('slider', { name: 'ζ' });
    await slider.waitFor();
    await tab.page.getByLabel('alone').click();
    await slider.waitFor({ state: 'detached' });
    await tab.settled();
    await tab.page.getByLabel('alone').waitFor();
  });

  test('the value of a control is restored after a reload, and cells that use it are out of date', async () => {
    course.host.rewrite = beginning;
    const tab = await course.open(notebook('06'));
    const [at, reader] = [await tab.numberOf('turned-angle'), await tab.numberOf('turned-picture')];
    await tab.run(reader);
    await move(tab, turn, '30');
    await tab.stored('angle in degrees = 30');
    await tab.settled();
    await tab.reload();
    await tab.until(() => document.querySelector('[data-nn-control] input')?.ariaValueText === '30');
    await tab.run(1); // Only the compiler knows which cells use the control's variable.
    const note = n => [...document.querySelectorAll('[data-nn-cell]')][n - 1].querySelector('.nn-note').textContent;
    await tab.until(`(...all) => (${note})(...all).includes('out of date: uses angle')`, reader);
    await tab.run(reader);
    await tab.gives(at, /degrees\s+30/);

    // A page on which only a control was moved can be reset to the original.
    await tab.choose('Reset the whole page to the original');
    await tab.stored('angle in degrees = 30', false);
    await tab.button('Undo').click();
    await tab.stored('angle in degrees = 30');

    // Reset also deletes the stored value.
    await tab.click('button[data-nn-action="reset"]');
    await tab.settled();
    await tab.stored('angle in degrees = 30', false);
  });
});

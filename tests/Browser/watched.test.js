// Saves a notebook that nn run --watch runs and nn serve shows, and waits in Chromium until its page has reloaded.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { launch, missingBrowser, newPage } from './browser.js';
import { notBuilt, start, temporaryFolder } from './nn.js';

test('the page of a watched notebook reloads after a save', { skip: notBuilt || missingBrowser }, async () => {
  const folder = temporaryFolder(), lesson = join(folder, 'lesson.cs'), output = join(folder, 'output');
  const save = value => { writeFileSync(lesson, `// %%\nint number = ${value};\n\n// %%\nnumber * 2\n`); };
  save(21);
  const said = (started, pattern) => new Promise(done => {
    let text = '';
    started.stdout.on('data', part => {
      const found = (text += part).match(pattern);
      if (found) done(found);
    });
  });
  const watching = start('run', '--watch', lesson, '--output', output);
  const browser = await launch();
  let serving;
  try {
    await said(watching, /Waiting until/);
    serving = start('serve', output, '--port', '0');
    const page = await newPage(browser), [, address] = await said(serving, / at (\S+)/);
    await page.goto(`${address}lesson.html`);
    await page.locator('.output', { hasText: '42' }).waitFor();
    save(30);
    await page.locator('.output', { hasText: '60' }).waitFor();
  } finally {
    watching.kill();
    serving?.kill();
    await browser.close();
  }
});

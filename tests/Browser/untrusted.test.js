// Builds a site from a hostile notebook with `nn site --untrusted`, and opens it in Chromium: no script of the notebook
// may run.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { launch, missingBrowser, newPage, until } from './browser.js';
import { codeCell, nn, notBuilt, notebookOf, temporaryFolder } from './nn.js';

const attacks = [
  '<script>pwned("script")</script>',
  '<img src="x" onerror="pwned(\'img\')">',
  '<svg onload="pwned(\'svg\')"><script>pwned("svg script")</script>'
    + '<animate onbegin="pwned(\'animate\')" attributeName="x" dur="1s"/></svg>',
  '<svg></p><style><a id="</style><img src=1 onerror=pwned(\'style\')>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned(\'math\')&gt;">',
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=pwned('form')>",
  '<noscript><p title="</noscript><img src=x onerror=pwned(\'noscript\')>"></noscript>',
  '<iframe srcdoc="<script>parent.pwned(\'frame\')</script>"></iframe>',
  '<details open ontoggle="pwned(\'toggle\')">x</details>',
  '<a class="attack" href=" jav&#x09;ascript:pwned(\'link\')">a link</a>',
  '<a class="attack" href="data:text/html,<script>pwned(\'data\')</script>">a link</a>',
  '<img src="https://evil.example/pixel.png" alt="x"><link rel="stylesheet" href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">',
];

const markdown = (id, source) => ({ cell_type: 'markdown', id, metadata: {}, source });
const shown = data => ({ output_type: 'display_data', metadata: {}, data });
const notebook = notebookOf([
  markdown('title', '# Hostile\n\nIt tries everything: $x^2$.\n\n## One\n\n## Two'),
  ...attacks.flatMap((attack, i) => [
    markdown(`m${i}`, `${attack}\n\ntext ${attack} text [x](javascript:pwned('markdown'))`),
    codeCell(`c${i}`, '1', [
      shown({ 'text/html': attack }),
      shown({ 'text/markdown': attack }),
      shown({ 'image/png': 'AAAA" onerror="pwned(\'png\')' }),
    ]),
  ]),
]);

describe('a site of a notebook that is not trusted', { skip: notBuilt || missingBrowser }, () => {
  const folder = temporaryFolder();
  let browser;
  before(async () => {
    for (const [name, ...args] of [['untrusted', '--untrusted'], ['trusted']]) {
      const site = join(folder, name);
      mkdirSync(join(site, 'notebooks'), { recursive: true });
      writeFileSync(join(site, 'notebooks', 'hostile.ipynb'), notebook);
      nn('site', site, ...args);
    }
    browser = await launch();
  });
  after(() => browser?.close());

  /** Opens the hostile notebook's page of a site. Returns the page, the attacks that ran, the requests to other hosts,
   * and the errors in the console. */
  async function visit(name) {
    const page = await newPage(browser);
    const ran = [], asked = [], complaints = [];
    await page.exposeFunction('pwned', from => ran.push(from));
    page.on('request', request => {
      if (!/^(file|data|about):/.test(request.url())) asked.push(request.url());
    });
    page.on('console', message => {
      if (message.type() === 'error' && !message.text().includes('ERR_FILE_NOT_FOUND')) complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(String(error)));
    await page.goto(pathToFileURL(join(folder, name, 'hostile.html')).href, { waitUntil: 'commit' });
    await page.waitForTimeout(1000);
    return { page, ran, asked, complaints };
  }

  test('runs no script of the notebook, sends no request to another host, and works', async () => {
    const { page, ran, asked, complaints } = await visit('untrusted');
    for (const link of await page.locator('article a:not(.anchor)').all())
      await link.evaluate(element => element.click());
    await page.waitForTimeout(300);
    assert.deepEqual(ran, []);
    assert.deepEqual(asked, []);
    assert.deepEqual(complaints, [], 'the policy stops something of the site itself, or something got past the filter');
    assert.equal(await page.locator('article script, article iframe, article form, article [onerror]').count(), 0);
    await page.waitForSelector('.katex');
    await page.keyboard.press('/');
    await page.fill('#search-field', 'everything');
    await page.waitForSelector('#search-results li');
    await page.keyboard.press('Escape');
    await page.screenshot({ path: process.env.NN_SCREENSHOT || join(folder, 'page.png') });
  });

  test('has a Content-Security-Policy that alone would stop scripts', async () => {
    const { page, ran } = await visit('untrusted');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src="x" onerror="pwned(\'handler\')"><a id="direct" href="javascript:pwned(\'link\')">x</a>',
      );
      const script = document.createElement('script');
      script.textContent = 'pwned("inline")';
      document.body.append(script);
      document.getElementById('direct').click();
    });
    await page.waitForTimeout(500);
    assert.deepEqual(ran, []);
  });

  test('would run the scripts if the notebook were trusted', async () => {
    const { ran } = await visit('trusted');
    await until(() => ran.includes('script') && ran.includes('img'), 'a script or a handler did not run');
  });
});

// Serves the executed course, and opens its live pages in a browser.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { isNotebook, missingBrowser, site } from './browser.js';
import { launch } from './drivers.js';
import { serve } from './server.js';

export { of } from './tab.js';
export { site };

/** The reason why live pages cannot be tested; false if they can. */
export const notLive =
  !existsSync(resolve(site, 'live/boot.json')) &&
  `there is no live site in ${site}: run the course with the runtime's package and npm there`;

/** The reason why live pages cannot be tested in Chromium, which most tests use; false if they can. */
export const missing = notLive || missingBrowser;

const isPage = name => name.endsWith('.html') && isNotebook(name);
export const notebooks = notLive ? [] : readdirSync(site).filter(isPage).sort();
export const notebook = number => notebooks.find(name => name.startsWith(number));

/** The page of a notebook without the data of its figures, which take seconds to draw and have other tests. A figure
 * that a cell shows is drawn. */
export function withoutFigures(address) {
  const name = notebooks.find(one => address.endsWith(`/${one}`));
  if (!name) return undefined;
  const [head, article] = readFileSync(resolve(site, name), 'utf8').split('<article>');
  return head + '<article>' + article.replace(/<script.*?<\/script>/gs, '');
}

/** Starts a web server with the site, and a browser, for a group of tests.
 * @param folder  returns the site's folder
 * @param {{ browser?: string, number?: string, [how: string]: unknown }} options  the browser; the number of the
 * notebook whose page tests share; other options for opening that page */
export function hosted(folder = () => site, { browser = 'chromium', number = '00', ...options } = {}) {
  let tab;
  const own = [];
  const on = {
    /** Opens a page in a new profile. It is closed after the test. */
    async open(name = notebook('00'), how = {}) {
      const opened = await on.browser.open(on.host.address + name, how);
      own.push(opened);
      return opened;
    },
    /** The page that tests share, since C# takes longer to start than most tests. If a cell of an earlier test still
     * runs, the page is closed and a new one is opened. */
    async page() {
      if (tab && (await tab.state()) !== 'off')
        await tab.settled(5000).catch(async () => { await tab.close(); tab = undefined; });
      return (tab ??= await on.browser.open(on.host.address + notebook(number), options));
    },
    /** The shared page with only the given cells, without outputs and with folded parts open. Variables of earlier
     * tests still exist, so each test uses other names. */
    async shared(...texts) {
      await (await on.page()).setCells(...texts);
      await tab.evaluate(() => {
        for (const output of document.querySelectorAll('[data-nn-output]')) output.replaceChildren();
        for (const folded of document.querySelectorAll('.claims, .no-output, .code-fold, .answer')) folded.open = true;
      });
      return tab;
    },
  };
  before(async () => { on.host = await serve(await folder()); on.browser = await launch(browser); });
  beforeEach(() => { Object.assign(on.host, { broken: null, rewrite: withoutFigures }); });
  afterEach(async () => { for (const opened of own.splice(0)) await opened.close(); });
  after(async () => { await on.browser?.close(); on.host?.close(); });
  return on;
}

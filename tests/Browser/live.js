// The executed course on a host, with a browser that opens its live pages.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { missingBrowser, site, withoutPlotly } from './browser.js';
import { launch } from './drivers.js';
import { serve } from './server.js';

export { of } from './tab.js';
export { site };

/** Why live pages cannot be tried here; false where they can. */
export const notLive =
  !existsSync(resolve(site, 'live/boot.json')) &&
  `there is no live site in ${site}: run the course with the runtime's package and npm there`;

/** The same of Chromium, which has most of the tests. */
export const missing = notLive || missingBrowser;

export const notebooks = notLive ? [] : readdirSync(site).filter(name => /^\d.*\.html$/.test(name)).sort();
export const notebook = number => notebooks.find(name => name.startsWith(number));

/** A notebook without its figures: they take seconds to draw, and are looked at elsewhere. */
export function withoutFigures(address) {
  const name = notebooks.find(one => address.endsWith(`/${one}`));
  if (!name) return undefined;
  const [head, article] = readFileSync(resolve(site, name), 'utf8').split('<article>');
  return withoutPlotly(head) + '<article>' + article.replace(/<script.*?<\/script>/gs, '');
}

/** The site on a host, and a browser, as long as the tests of a group run.
 * @param folder  gives the site's folder
 * @param {{ browser?: string, number?: string, [how: string]: unknown }} options  the browser; of the page that tests
 * share: its notebook, and what it is opened with */
export function hosted(folder = () => site, { browser = 'chromium', number = '00', ...options } = {}) {
  let tab;
  const own = [];
  const on = {
    /** A page in a profile of its own, which is closed after the test. */
    async open(name = notebook('00'), how = {}) {
      const opened = await on.browser.open(on.host.address + name, how);
      own.push(opened);
      return opened;
    },
    /** A page that tests share, since C# takes longer to start than most of them. One that a test has left busy is
     * replaced. */
    async page() {
      if (tab && (await tab.state()) !== 'off')
        await tab.settled(5000).catch(async () => { await tab.close(); tab = undefined; });
      return (tab ??= await on.browser.open(on.host.address + notebook(number), options));
    },
    /** That page with a test's own cells only, with names of their own, since variables stay; without outputs, and
     * unfolded. */
    async shared(...texts) {
      await (await on.page()).setCells(...texts);
      await tab.evaluate(() => {
        for (const output of document.querySelectorAll('[data-nn-output]')) output.replaceChildren();
        for (const folded of document.querySelectorAll('.claims, .import, .code-fold, .answer')) folded.open = true;
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

// Starts Chromium, Firefox or WebKit, and opens tabs that all have the interface of Tab.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { launch as launchChromium, missingBrowser, patience } from './browser.js';
import { Tab } from './tab.js';

const found = (variable, ...paths) => process.env[variable] ?? paths.find(existsSync);
const executables = {
  firefox: found('FIREFOX', '/usr/bin/firefox-esr', '/usr/bin/firefox'),
  webkit: found('WEBKIT_DRIVER', '/usr/bin/WebKitWebDriver'),
};

// WebKit needs a display; without one, it uses a virtual display.
const virtualDisplay = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && found('XVFB_RUN', '/usr/bin/xvfb-run');
const miniBrowser = found(
  'WEBKIT',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
);

/** The reason why a browser cannot be started; false if it can. */
export const missing = name =>
  name === 'chromium' ? missingBrowser
  : !executables[name] || (name === 'webkit' && !miniBrowser)
    ? `there is no ${name} here`
    : name === 'webkit' &&
      virtualDisplay === undefined &&
      'WebKit needs a display or xvfb-run, and there is neither here';

const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Opens the databases of the reader's work, if there are any, and leaves them open. */
const holdWork = async () => {
  window.held = [];
  for (const { name } of await indexedDB.databases())
    window.held.push(await new Promise(done => {
      indexedDB.open(name).onsuccess = event => done(event.target.result);
    }));
};

class PlaywrightTab extends Tab {
  constructor(page, context) { super(); this.page = page; this.context = context; }
  go(address) { return this.page.goto(address); }
  // These contexts have no profile on disk: Chromium may lose a database if for a moment no page has it open.
  async reload() {
    const other = await this.context.newPage();
    await other.goto(new URL('assets/icon.svg', this.page.url()).href);
    await other.evaluate(holdWork);
    // After a change of its address the page may be loading itself again: then there is nothing to do but wait.
    await this.page.reload().catch(error => {
      if (!error.message.includes('Not attached to an active page')) throw error;
    });
    await this.page.waitForLoadState();
    await this.page.evaluate(holdWork);
    await other.close();
  }
  evaluate(code, ...args) { return this.page.evaluate(`(${code})(...${JSON.stringify(args)})`); }
  click(selector) { return this.page.click(selector); }
  type(text) { return this.page.keyboard.type(text); }
  press(keys) { return this.page.keyboard.press(keys); }
  close() { return this.context.close(); }
}

class PuppeteerTab extends PlaywrightTab {
  reload() { return this.page.reload(); }
  async press(keys) {
    const all = keys.split('+'), last = all.pop();
    for (const key of all) await this.page.keyboard.down(key);
    await this.page.keyboard.press(last);
    for (const key of all.reverse()) await this.page.keyboard.up(key);
  }
}

const webKeys = {
  Shift: '\ue008',
  Control: '\ue009',
  Enter: '\ue007',
  Escape: '\ue00c',
  Tab: '\ue004',
  End: '\ue010',
  Backspace: '\ue003',
  Home: '\ue011',
  ArrowRight: '\ue014',
  Delete: '\ue017',
};

class WebDriverTab extends Tab {
  constructor(call) {
    super();
    this.call = call;
  }
  go(url) {
    return this.call('POST', '/url', { url });
  }
  reload() { return this.call('POST', '/refresh', {}); }
  evaluate(code, ...args) {
    return this.call('POST', '/execute/sync', { script: `return (${code})(...arguments)`, args });
  }
  async click(selector) {
    const element = Object.values(await this.call('POST', '/element', { using: 'css selector', value: selector }))[0];
    await this.evaluate(css => {
      document.querySelector(css).scrollIntoView({ block: 'center', behavior: 'instant' });
    }, selector);
    await this.call('POST', `/element/${element}/click`, {});
  }
  async #keys(actions) { await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] }); }
  type(text) { return this.#keys([...text].flatMap(value => [{ type: 'keyDown', value }, { type: 'keyUp', value }])); }
  press(keys) {
    const all = keys.split('+').map(key => webKeys[key] ?? key);
    return this.#keys([
      ...all.map(value => ({ type: 'keyDown', value })),
      ...all.reverse().map(value => ({ type: 'keyUp', value })),
    ]);
  }
  async close() { }
}

/** Starts a browser: { open(address) → tab, close() }. */
export async function launch(name) {
  if (name === 'chromium') {
    const browser = await launchChromium();
    return {
      /** @param {string} address
       * @param {{ prepare?: () => void, [how: string]: unknown }} options  options of the context; `prepare` runs in a
       * page before its own scripts */
      async open(address, { prepare, ...options } = {}) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
        context.setDefaultTimeout(patience);
        if (prepare) await context.addInitScript(prepare);
        const tab = new PlaywrightTab(await context.newPage(), context);
        await tab.go(address);
        return tab;
      },
      close: () => browser.close(),
    };
  }
  if (name === 'firefox') {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: executables.firefox, headless: true });
    return {
      async open(address) {
        const context = await browser.createBrowserContext(), page = await context.newPage();
        await page.setViewport({ width: 1280, height: 900 });
        page.setDefaultTimeout(patience);
        const tab = new PuppeteerTab(page, context);
        await tab.go(address);
        return tab;
      },
      close: () => browser.close(),
    };
  }
  const port = 20000 + (process.pid % 20000),
    folder = mkdtempSync(join(tmpdir(), 'nn-webkit-'));
  const command = virtualDisplay ? [virtualDisplay, '-a', executables.webkit] : [executables.webkit];
  const driver = spawn(command[0], [...command.slice(1), `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CACHE_HOME: folder,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const browserOptions = { binary: miniBrowser, args: ['--automation'] };
  for (let attempt = 0; ; attempt++) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (attempt > 50) throw error;
      await sleep(100);
    }
  }
  const { sessionId } = await call('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } },
  });
  const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
  await session('POST', '/timeouts', { script: patience, pageLoad: patience });
  return {
    async open(address) {
      const tab = new WebDriverTab(session);
      await session('POST', '/window/rect', { width: 1280, height: 900 }).catch(() => {});
      await tab.go(address);
      return tab;
    },
    async close() {
      await session('DELETE', '').catch(() => {});
      process.kill(-driver.pid);
      await sleep(200);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

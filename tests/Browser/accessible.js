// Checks a page with axe against the rules of WCAG 2.1, levels A and AA, and checks the contrast of text in drawings,
// which axe leaves out.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { until } from './browser.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** @param {import('playwright-core').Page} page
 * @param {object} options  options of axe; a second check of the same page needs only some rules */
export async function accessible(page, options = { runOnly: { type: 'tag', values: tags } }) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe });
  const found = await page.evaluate(async given => {
    // To save time, the parts of typeset formulas, charts and drawings, which are most elements of a page, are removed
    // during the check. A formula has one colour and is described by its MathML. Charts and drawings are images with a
    // description, and the contrast of their texts is checked below.
    const images = '.katex-html, .main-svg, [role=img] > svg:not(:has([role], [tabindex]))';
    const drawn = [...document.querySelectorAll(images)].map(one => [one, [...one.childNodes]]);
    for (const [one] of drawn) one.replaceChildren();
    // A page that was opened from disk cannot read its style sheets.
    const preload = location.protocol !== 'file:';
    // The prose is checked when a page is opened from disk, so it is left out when the page is on a web server.
    const context = preload ? { exclude: ['article > .text'] } : document;
    const { violations } = await window.axe.run(context, { ...given, preload, resultTypes: ['violations'] });
    for (const [one, parts] of drawn) one.append(...parts);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
      `${id}: ${target.join(' ')}: ${failureSummary}`));
  }, options);
  assert.deepEqual([...found, ...(await faint(page))], []);
}

/** Checks a page again in other colours: only the contrast can differ. Charts get their colours a moment later. */
export async function accessibleInOtherColours(page) {
  await until(async () => (await faint(page)).length === 0, async () => (await faint(page)).join('\n'));
  await accessible(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });
}

/** Finds texts in drawings whose contrast with their background is below 4.5: the page's, or a rectangle in the same
 * group, as in the key of a map. Texts in the cells of heat maps and in bars have another background, and are left
 * out. */
const faint = page => page.evaluate(() => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const paint = (...layers) => {
    for (const [colour, opacity] of layers) {
      Object.assign(context, { fillStyle: colour, globalAlpha: opacity });
      context.fillRect(0, 0, 1, 1);
    }
    const light = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255)
      .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05;
  };
  const ground = getComputedStyle(document.body).backgroundColor, seen = new Set();
  const drawn = ':is(.output, .shown, [role=img]) svg text:not(.textpoint *, .bartext, .katex *)';
  for (const text of document.querySelectorAll(drawn)) {
    const style = getComputedStyle(text), cells = text.closest('.annotation') && text.closest(':has(.hm)');
    if (cells || style.visibility === 'hidden' || !text.textContent.trim()) continue;
    const layer = ({ fill, fillOpacity, opacity }) => [fill, +fillOpacity * +opacity];
    const below = text.parentElement.matches('g') ? text.parentElement.querySelector(':scope > rect') : null;
    const filled = below && getComputedStyle(below).fill !== 'none' ? [layer(getComputedStyle(below))] : [];
    const back = [[ground, 1], ...filled];
    const [low, high] = [paint(...back), paint(...back, layer(style))].sort((a, b) => a - b);
    if (high / low < 4.5)
      seen.add(`contrast ${(high / low).toFixed(2)} of “${text.textContent}” in ${text.closest('.cell')?.id}`);
  }
  return [...seen];
});

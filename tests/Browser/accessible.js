// What axe finds on a page against the rules of WCAG 2.1, levels A and AA, and what it leaves open: text in drawings.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** @param {import('playwright-core').Page} page
 * @param {object} options  of axe: all rules, unless a page is looked at again */
export async function accessible(page, options = { runOnly: { type: 'tag', values: tags } }) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe });
  const found = await page.evaluate(async given => {
    // Most elements of a page are parts of typeset formulas, which have the formula's colour, and its MathML says them;
    // or of charts and drawings, which are images with words, and whose texts are looked at below.
    const images = '.katex-html, .main-svg, [role=img] > svg:not(:has([role], [tabindex]))';
    const drawn = [...document.querySelectorAll(images)].map(one => [one, [...one.childNodes]]);
    for (const [one] of drawn) one.replaceChildren();
    // A page that was opened from disk cannot read its style sheets.
    const preload = location.protocol !== 'file:';
    // The prose of a page on a host was looked at when it was opened from disk.
    const context = preload ? { exclude: ['article > .text'] } : document;
    const { violations } = await window.axe.run(context, { ...given, preload, resultTypes: ['violations'] });
    for (const [one, parts] of drawn) one.append(...parts);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
      `${id}: ${target.join(' ')}: ${failureSummary}`));
  }, options);
  assert.deepEqual([...found, ...(await faint(page))], []);
}

/** The same page in other colours: only contrast can change. */
export const accessibleInOtherColours = page =>
  accessible(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });

/** Texts in drawings whose contrast with the page is below 4.5. Those in cells and bars have a ground of their own. */
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
    const [low, high] = [paint([ground, 1]), paint([ground, 1], [style.fill, +style.fillOpacity * +style.opacity])]
      .sort((a, b) => a - b);
    if (high / low < 4.5)
      seen.add(`contrast ${(high / low).toFixed(2)} of “${text.textContent}” in ${text.closest('.cell')?.id}`);
  }
  return [...seen];
});

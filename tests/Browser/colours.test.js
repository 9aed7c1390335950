// Tests the promise of docs/letters.md in the figures of the executed course: blue and orange are signs, so no series
// has them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { isNotebook, missing, pages, site } from './browser.js';

const blue = /#0072b2|#56b4e9/i, orange = /#d55e00|#f58a42/i;

/** The data of all figures in a page. */
const figuresIn = name => [...readFileSync(resolve(site, name), 'utf8')
  .matchAll(/<script type="application\/json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json));

const isSign = colour => blue.test(colour) || orange.test(colour);

/** The colours of a series that are those of a sign. Each of several bars may have the colour of its own sign.
 * @param {any} trace */
function signsOf({ type = 'scatter', orientation, x, y, name, line, marker, fillcolor }) {
  if (!/^(scatter|bar|box|histogram|violin)/.test(type)) return [];
  const own = [marker?.color].flat(), sizes = orientation === 'h' ? x : y, areBars = type === 'bar' && own.length > 1;
  const wrong = own.filter((colour, k) => isSign(colour)
    && !(areBars && (blue.test(colour) ? sizes[k] < 0 : sizes[k] > 0)));
  return [line?.color, fillcolor, marker?.line?.color].filter(isSign).concat(wrong)
    .map(colour => `${name}: ${colour}`);
}

describe('colours of the course', { skip: missing }, () => {
  for (const name of pages.filter(isNotebook))
    test(`no series of ${name} has the colour of a sign`, () => {
      const figures = figuresIn(name), charts = figures.filter(({ data }) => Array.isArray(data));
      const colourways = figures.map(({ colours, layout }) => colours ?? layout?.template?.layout?.colorway ?? []);
      assert.deepEqual(colourways.flat().filter(isSign), []);
      const traces = charts.flatMap(({ data, frames = [] }) => [data, ...frames.map(frame => frame.data ?? [])]).flat();
      assert.deepEqual(traces.flatMap(signsOf), []);
    });

  test('the test finds a series with the colour of a sign, and the colour of another sign', () => {
    assert.equal(signsOf({ name: 'a', line: { color: '#0072b2' } }).length, 1);
    assert.equal(signsOf({ type: 'bar', y: [-1, 1], marker: { color: ['#0072b2', '#d55e00'] } }).length, 0);
    assert.equal(signsOf({ type: 'bar', y: [-1, 1], marker: { color: ['#d55e00', '#0072b2'] } }).length, 2);
  });
});

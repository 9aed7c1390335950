// Draws the pictures of the site's first page from the figures of the executed course: the small ones,
// notebooks/pictures/NN.svg, and that of the cell which the page shows, smallest.svg: node pictures.js
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isNotebook, launch, missing, open, pages } from './browser.js';

const cells = {
  '00': 'tour',
  '01': 'two-gates-code',
  '02': 'two-features-picture',
  '03': 'parameters',
  '04': 'vanishing-starts',
  '05': 'rings-maps',
  '06': 'race-ravine-code',
  '07': 'roofline-code',
  '08': 'look-code',
  '09': 'six-picture',
  10: 'read',
  A: 'mlp-picture',
};

/** Shows the last frame of a film, which may begin before the training. */
const showEnd = (page, cell) => page.evaluate(async id => {
  const slider = document.querySelector(`[data-nn-cell="${id}"] [data-nn-frames] input`);
  if (!slider) return;
  slider.value = slider.max;
  slider.dispatchEvent(new Event('input'));
  await new Promise(drawn => { requestAnimationFrame(() => requestAnimationFrame(drawn)); });
}, cell);

/** Runs in the page: returns the figure of a cell as SVG without texts, which would be too small to read. */
async function draw(cell) {
  const output = document.querySelector(`[data-nn-cell="${cell}"] .output`),
    chart = output.querySelector('.js-plotly-plot'),
    drawing = output.querySelector('svg'),
    tiles = [...output.querySelectorAll('img')].slice(0, 12);
  if (chart) {
    const size = { width: 240, height: 180 };
    const levels = [[0, 'rgba(128, 140, 158, 0.05)'], [1, 'rgba(128, 140, 158, 0.8)']];
    const data = structuredClone(chart.data)
      .filter(trace => !trace.contours?.showlabels)
      .map(({ coloraxis, ...trace }) => ({
        ...trace,
        ...(coloraxis && { colorscale: levels }),
        showscale: false,
        text: undefined,
        mode: trace.mode?.replace(/\+?text/, ''),
        line: { ...trace.line, width: trace.line?.width === 0 ? 0 : coloraxis ? 0.5 : 2, smoothing: 0 },
        marker: { ...trace.marker, size: 4 },
      }));
    const bare = Object.keys(chart.layout)
      .filter(name => /^[xy]axis/.test(name))
      .map(name => [name, { type: chart.layout[name].type, range: chart.layout[name].range, visible: false }]);
    const layout = {
      ...Object.fromEntries(bare),
      grid: chart.layout.grid,
      ...size,
      colorway: Object.values(chart._fullLayout.colorway),
      margin: { l: 0, r: 0, t: 0, b: 0 },
      showlegend: false,
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
    };
    const image = await Plotly.toImage({ data, layout }, { format: 'svg', ...size });
    return decodeURIComponent(image.slice(image.indexOf(',') + 1));
  }
  if (drawing) {
    const copy = drawing.cloneNode(true);
    for (const animation of copy.querySelectorAll('animate, animateMotion, set')) animation.remove();
    if (!/code$|picture$/.test(cell) || copy.querySelectorAll('text').length > 40)
      for (const word of copy.querySelectorAll('text')) word.remove();
    return new XMLSerializer().serializeToString(copy);
  }
  const columns = Math.min(4, tiles.length), side = 240 / columns;
  const top = 90 - side * Math.ceil(tiles.length / columns) / 2;
  const placed = tiles.map(({ src }, i) => `<image class="tile" href="${src}" x="${(i % columns) * side + 4}" `
    + `y="${Math.floor(i / columns) * side + top + 4}" width="${side - 8}" height="${side - 8}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180">${placed.join('')}</svg>`;
}

const ink =
  ':root{color:#1f2430}' +
  '@media(prefers-color-scheme:dark){:root{color:#e4e7ed}.tile{filter:invert(1)}text{stroke:none}}';

/** Makes an SVG smaller: coordinates of paths are rounded to integers, others to one decimal.
 * Parts in the page's text colour follow the light or dark theme. */
const small = svg =>
  svg
    .replace(/ d="[^"]+"/g, path => path.replace(/\d+\.\d+/g, number => String(Math.round(number))))
    .replace(/-?\d+\.\d{2,}(?=[^"]*")/g, number => String(Math.round(number * 10) / 10))
    .replace(/rgb\(31, ?36, ?48\)|#1f2430/g, 'currentColor')
    .replace(/(stroke-width: 1px|(fill-|stroke-)?opacity: 1|vector-effect: none|stroke-miterlimit: 2); ?/g, '')
    .replace(/(<svg[^>]*>)/, `$1<style>${ink}</style>`);

if (missing) throw new Error(missing);
const folder = resolve(import.meta.dirname, '../../notebooks/pictures');
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [number, cell] of Object.entries(cells)) {
  const name = pages.find(page => page.startsWith(`${number}-`) && isNotebook(page));
  const page = await open(browser, name, [], { colorScheme: 'light' });
  await page.evaluate(() => window.nnFigures.drawAll());
  await page.waitForFunction(
    id => document.querySelector(`[data-nn-cell="${id}"] .output :is(.main-svg .plot, svg:not(.main-svg), img)`),
    cell,
  );
  await showEnd(page, cell);
  const picture = small(await page.evaluate(draw, cell));
  writeFileSync(resolve(folder, `${number}.svg`), `${picture}\n`);
  console.log(number, picture.length);
  await page.close();
}
// The picture of the first cell, in its light colours, with its texts.
const page = await open(browser, pages.find(name => name.startsWith('00-')), [], { colorScheme: 'light' });
await page.evaluate(() => window.nnFigures.drawAll());
await showEnd(page, 'smallest');
const shown = await page.evaluate(async () => {
  const chart = document.querySelector('[data-nn-cell="smallest"] .js-plotly-plot');
  // A picture in a page has none of the page's fonts: the widest usual one leaves enough room.
  const layout = { ...chart.layout, font: { ...chart.layout.font, family: 'Verdana, DejaVu Sans, sans-serif' } };
  const image = await Plotly.toImage({ data: chart.data, layout }, { format: 'svg', width: 720, height: 420 });
  return decodeURIComponent(image.slice(image.indexOf(',') + 1));
});
writeFileSync(resolve(folder, 'smallest.svg'), `${shown.replace('style=""', 'style="background:#fff"')}\n`);
await browser.close();

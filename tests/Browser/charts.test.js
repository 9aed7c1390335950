// Tests that charts of one's own packages, of all families of Plotly.NET, are drawn without a network: on the pages of
// a site, and where the outputs of a notebook are shown with their scripts, as in Jupyter.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, describe, test } from 'node:test';
import { browsing, daily, missingBrowser, newPage, watch } from './browser.js';
import { codeCell, nn, notBuilt, notebookOf, temporaryFolder } from './nn.js';

const numbers = 'new double[] { 1, 2, 4 }', names = 'new[] { "a", "b", "c" }';
const table = `new[] { ${numbers}, ${numbers}, ${numbers} }`;

/** A chart of a type for which C# code sets the properties itself. */
const trace = (type, ...properties) => [
  `Trace trace = new("${type}");`,
  ...properties.map(([name, value]) => `trace.SetProperty("${name}", ${value});`),
  'GenericChart.ofTraceObject(true, trace)',
].join('\n');

const charts = {
  points: `Chart.Point<double, double, string>(${numbers}, ${numbers})\n`
    + '    .WithTraceInfo("Hello from C#", ShowLegend: true)',
  lines: `Chart.Line<double, double, string>(${numbers}, ${numbers})`,
  bars: `Chart.Column<double, string, string>(${numbers}, Keys: ${names})`,
  histogram: `Chart.Histogram<double, double, string>(X: ${numbers})`,
  boxes: `Chart.BoxPlot<string, double, string>(Y: ${numbers})`,
  violins: `Chart.Violin<string, double, string>(Y: ${numbers})`,
  'heat map': `Chart.Heatmap<double, double, double, string>(zData: ${table})`,
  contours: `Chart.Contour<double, double, double, string>(zData: ${table})`,
  pie: `Chart.Pie<double, string, string>(${numbers}, Labels: ${names})`,
  surface: `Chart.Surface<double, double, double, string>(zData: ${table})`,
  'points in space': `Chart.Point3D<double, double, double, string>(${numbers}, ${numbers}, ${numbers})`,
  polar: `Chart.LinePolar<double, double, string>(r: ${numbers}, theta: ${numbers})`,
  ternary: `Chart.PointTernary<double, double, double, double, string>(A: ${numbers}, B: ${numbers}, C: ${numbers})`,
  sunburst: 'Chart.Sunburst<string, string, int, string, string>(labels: new[] { "all", "a", "b" },\n'
    + '    parents: new[] { "", "all", "all" }, Values: new[] { 3, 1, 2 })',
  grid: `Chart.Grid(new[] { Chart.Line<double, double, string>(${numbers}, ${numbers}),\n`
    + `    Chart.Point<double, double, string>(${numbers}, ${numbers}) }, nRows: 1, nCols: 2)`,
  candlesticks: trace('candlestick', ['x', names], ['open', numbers], ['high', numbers], ['low', numbers],
    ['close', numbers]),
  table: trace('table', ['header', 'new { values = new[] { "a" } }'], ['cells', 'new { values = new[] { "1" } }']),
  sankey: trace('sankey', ['node', `new { label = ${names} }`],
    ['link', 'new { source = new[] { 0, 0 }, target = new[] { 1, 2 }, value = new[] { 1, 2 } }']),
  shown: `Chart.Line<double, double, string>(${numbers}, ${numbers})\n    .Show();`,
  map: `Chart.PointGeo<double, double, string>(${numbers}, ${numbers})`,
};
/** Values that hold two charts each. */
const pairs = [`new[] { ${charts.lines}, ${charts.points} }`, `(${charts.lines}, ${charts.bars})`];
const cells = [...Object.values(charts), ...pairs];
const usings = 'using Plotly.NET;\nusing Plotly.NET.CSharp;\nusing Chart = Plotly.NET.CSharp.Chart;';
const packages = {
  'Plotly.NET.CSharp': `#r "nuget: Plotly.NET.CSharp, 0.14.0"\n${usings}`,
  'Plotly.NET.Interactive':
    `#r "nuget: Plotly.NET.CSharp, 0.14.0"\n#r "nuget: Plotly.NET.Interactive, 6.0.0"\n${usings}`,
};

/** The places of charts in which nothing is drawn, and what they say. */
const blank = page => page.$$eval('[data-nn-picture]', places => places
  .filter(place => !place.querySelector('.main-svg, .gl-container, button')).map(place => place.textContent));

const count = Object.keys(charts).length + 2 * pairs.length;

describe('charts of one\'s own packages', { skip: missingBrowser || notBuilt }, () => {
  const course = browsing(), folder = temporaryFolder(), site = join(folder, 'site');
  before(() => {
    const paths = daily(1, Object.entries(packages)).map(([name, cell]) => {
      const path = join(folder, `${name}.ipynb`);
      writeFileSync(path, notebookOf([codeCell('packages', cell),
        ...cells.map((code, i) => codeCell(`chart-${i}`, code))]));
      return path;
    });
    nn('run', ...paths, '--output', site);
  });

  /** Waits until all charts are drawn, or have said what they need. */
  async function assertDrawn(page) {
    await page.evaluate(() => window.nnFigures.drawAll());
    assert.deepEqual(await blank(page), []);
    assert.equal(await page.locator('[data-nn-picture]').count(), count);
    const widths = await page.$$eval('[data-nn-picture]', places => places.map(place => place.clientWidth));
    assert.ok(Math.min(...widths) > 250, `the charts are ${widths} px wide`);
    assert.match(await page.locator('[data-nn-picture=map]').textContent(), /A map needs a network/);
  }

  for (const [name] of daily(1, Object.entries(packages))) {
    test(`${name}: all are drawn on a page, which loads the complete plotly.js once`, async () => {
      const loaded = [], page = await newPage(course.browser);
      watch(page, course.complaints);
      page.on('request', request => loaded.push(request.url().split('/').at(-1).split('.')[0]));
      await page.goto(pathToFileURL(join(site, `${name}.html`)).href);
      await assertDrawn(page);
      assert.equal(loaded.filter(file => file === 'plotly-complete').length, 1);
      await page.close();
    });

    test(`${name}: all are drawn from the outputs alone`, async () => {
      const page = await newPage(course.browser);
      watch(page, course.complaints);
      await page.goto('about:blank');
      const { cells } = JSON.parse(readFileSync(join(site, 'notebooks', `${name}.ipynb`), 'utf8'));
      for (const { data } of cells.flatMap(cell => cell.outputs))
        if (data?.['text/html']) await page.evaluate(html => {
          document.body.append(document.createRange().createContextualFragment(html));
        }, [data['text/html']].flat().join(''));
      await assertDrawn(page);
      await page.close();
    });
  }
});

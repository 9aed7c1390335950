// Draws the figures of notebooks in a headless browser, and writes each as an SVG with a white background: its still,
// the static picture for readers without scripts. Random numbers have a fixed seed, so that the same figure always has
// the same still.
(() => {
  'use strict';

  let seed = 1;
  Math.random = () => (seed = seed * 16807 % 2147483647) / 2147483647;

  const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

  function onPaper(svg) {
    svg.setAttribute('style', 'background:#fff;color:#1f2430');
    // To make the file smaller, coordinates are cut to a tenth of a pixel, and the curves of long paths, such as
    // contours, become line segments.
    for (const path of svg.querySelectorAll('path[d]')) {
      const exact = path.getAttribute('d'), short = exact.replace(/(\.\d)\d+/g, '$1');
      path.setAttribute('d', exact.length < 1000 ? short : short.replace(/C\S+ \S+ (?=\d)/g, 'L'));
    }
    return new XMLSerializer().serializeToString(svg);
  }

  async function still(html) {
    const stage = document.createElement('main');
    stage.innerHTML = html;
    document.body.append(stage);
    for (const dead of stage.querySelectorAll('script')) {
      const script = document.createElement('script');
      script.textContent = dead.textContent;
      dead.replaceWith(script);
    }
    const chart = stage.querySelector('[data-nn-picture]');
    for (let waited = 0; chart && !chart.matches('.js-plotly-plot') && waited < 100; waited++) await pause(50);
    const drawings = [...stage.querySelectorAll('svg')].filter(one => !one.parentElement.closest('svg'));
    let svg = chart ? null : together(drawings);
    if (chart) {
      // Plotly.toImage is not used, since it draws the chart a second time.
      svg = new DOMParser().parseFromString(Plotly.Snapshot.toSVG(chart, 'svg'), 'image/svg+xml').documentElement;
      Plotly.purge(chart);
    }
    const drawn = onPaper(svg);
    stage.remove();
    return drawn;
  }

  (async () => {
    const stills = [];
    for (const html of JSON.parse(document.getElementById('figures').textContent))
      stills.push(await still(html).catch(() => null));
    const result = document.getElementById('stills');
    result.textContent = JSON.stringify(stills).replaceAll('<', '\\u003c');
  })();
})();

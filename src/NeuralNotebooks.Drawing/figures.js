// Draws the figures of a page. Each output with figures calls nnFigures.show, and each figure has its data beside its
// place, as JSON. FigureHtml joins all files of this folder to one script, this one last: it runs, the others declare.

// A site gives the addresses of its plotly.js, and of the complete one. In a notebook, the output of the first picture
// that needs one of them contains it.
const addresses = document.currentScript ? document.currentScript.dataset : {};

const places = '[data-nn-picture], [data-nn-steps], [data-nn-interactive]';
const scripts = new Map(), near = new Set();

// Loads a script once. After a failure, the next call tries again.
function load(address) {
  if (!scripts.has(address)) {
    scripts.set(address, new Promise((onload, onerror) => {
      document.head.append(Object.assign(document.createElement('script'), { src: address, onload, onerror }));
    }).catch(() => { scripts.delete(address); }));
  }
  return scripts.get(address);
}

// Loads the plotly.js of the site, if the page has none yet.
async function bringPlotly() {
  if (!window.Plotly && addresses.nnPlotly) await load(addresses.nnPlotly);
}

// The plotly.js that draws a chart, if the page has it or can load it. A build without the smaller one has only the
// complete one.
async function libraryFor(isUsual) {
  if (isUsual) await bringPlotly();
  if (isUsual && window.Plotly) return window.Plotly;
  if (!window.nnWholePlotly && addresses.nnWhole) await load(addresses.nnWhole);
  return window.nnWholePlotly;
}

// The outlines of a map come from another host, to which a page sends requests only if the reader wants that.
function offerMap(place) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Draw the map' });
  button.addEventListener('click', () => {
    place.setAttribute('data-nn-picture', 'complete');
    place.removeAttribute('data-nn-begun');
    draw(place);
  });
  begin(place);
  place.setAttribute('role', 'group');
  place.append(' ', button);
  place.dispatchEvent(new Event('nn-ended'));
}

// A page that is read may not contain the data of a figure yet.
function dataOf(place) {
  const element = place.closest('figure').querySelector('script[type="application/json"]');
  return document.readyState !== 'loading' && element ? JSON.parse(element.textContent) : null;
}

function begin(place) {
  near.delete(place);
  visibility.unobserve(place);
  place.setAttribute('data-nn-begun', '');
}

async function draw(place) {
  if (place.hasAttribute('data-nn-begun')) return;
  const kind = place.getAttribute('data-nn-picture'), isChart = kind !== null;
  if (kind === 'map') return offerMap(place);
  const library = isChart && await libraryFor(kind === '');
  const data = isChart && !library ? null : dataOf(place);
  if (!data || place.hasAttribute('data-nn-begun')) return;
  begin(place);
  const words = place.innerHTML;
  try { // All three draw before they return.
    if (isChart) drawChart(place, data, library);
    else if (place.matches('[data-nn-steps]')) connectSteps(place, data);
    else connectInteractive(place, data);
    place.setAttribute('data-nn-drawn', '');
  } catch (error) {
    place.innerHTML = words;
    throw error;
  } finally {
    place.dispatchEvent(new Event('nn-ended'));
  }
}

// A figure is drawn when it comes close to the visible part of the page.
const visibility = new IntersectionObserver(seen => {
  seen.forEach(({ target, isIntersecting }) => {
    if (isIntersecting) near.add(target);
    else near.delete(target);
  });
  drawNear();
}, { rootMargin: '1000px' });

function drawNear() { near.forEach(place => { draw(place); }); }

function drawAll() { return Promise.all([...document.querySelectorAll(places)].map(draw)); }

// Draws each figure of an element when it comes close to the visible part of the page; resolves when each has ended.
function show(within = document) {
  const waiting = [...within.querySelectorAll(places)].filter(place => !place.hasAttribute('data-nn-begun'));
  waiting.forEach(place => { visibility.observe(place); });
  // What a figure waits for may have come with another output: its data, or plotly.js.
  drawNear();
  return Promise.all(waiting.map(place =>
    new Promise(done => { place.addEventListener('nn-ended', done, { once: true }); })));
}

function showAll() { show(); }

// Charts follow the theme: the system's preference, or what a site or notebook sets on <html> and <body>.
function checkCharts() {
  document.querySelectorAll('[data-nn-picture]').forEach(place => { place.dispatchEvent(new Event('nn-check')); });
}

function checkLater() { setTimeout(checkCharts, 60); }

const theme = new MutationObserver(checkLater);
const whileInUse = new AbortController();

function start() {
  // A notebook may run the script again.
  if (window.nnFigures) window.nnFigures.end();
  window.nnFigures = { show, drawAll, connectDrawingField, framesOf, ticksOf, end };
  const { signal } = whileInUse;
  [document.documentElement, document.body].forEach(part => { theme.observe(part, { attributes: true }); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', checkLater, { signal });
  matchMedia('print').addEventListener('change', checkCharts, { signal });
  document.addEventListener('readystatechange', showAll, { signal });
  document.addEventListener('load', showAll, { capture: true, signal });
  window.addEventListener('beforeprint', drawAll, { signal });
  show();
}

function end() {
  theme.disconnect();
  visibility.disconnect();
  whileInUse.abort();
}

start();

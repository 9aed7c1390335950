// Draws the figures of a page: those that are in it, and those that are added later. Each figure has its data beside
// its place, as JSON. All files of this folder are joined to one script, which defines nnFigures.

// A site gives the addresses of its plotly.js, and of the complete one. In a notebook, the output of the first picture
// contains plotly.js.
const addresses = document.currentScript ? document.currentScript.dataset : {};

// The smaller plotly.js can draw these traces; to ask it takes long.
const commonTraces = /^(bar|box|contour|heatmap|histogram|image|pie|scatter|violin)$/;

const places = '[data-nn-picture], [data-nn-steps], [data-nn-interactive]';
const scripts = new Map(), observed = new WeakSet(), near = new Set();

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

// The plotly.js of the page that can draw all of these types of traces, if there is one.
function libraryWith(types) {
  return [window.Plotly, window.nnWholePlotly].find(library => library && types.every(type =>
    commonTraces.test(type) || library.PlotSchema.get().traces[type]));
}

// The same, after the scripts of the site are loaded. The complete plotly.js does not replace the smaller one, to which
// other charts of the page are connected.
async function libraryFor(types) {
  await bringPlotly();
  const usual = window.Plotly;
  if (!libraryWith(types) && usual && addresses.nnWhole) {
    await load(addresses.nnWhole);
    if (window.Plotly !== usual) [window.nnWholePlotly, window.Plotly] = [window.Plotly, usual];
  }
  return libraryWith(types);
}

// A page that is read may not contain the data of a figure yet.
function dataOf(place) {
  const element = place.closest('figure').querySelector('script[type="application/json"]');
  return document.readyState !== 'loading' && element ? JSON.parse(element.textContent) : null;
}

function begin(place) {
  near.delete(place);
  visibility.unobserve(place);
  place.setAttribute('data-nn-drawn', '');
}

async function draw(place) {
  const isChart = place.matches('[data-nn-picture]');
  if (place.hasAttribute('data-nn-drawn') || isChart && !window.Plotly && !addresses.nnPlotly) return;
  const data = dataOf(place);
  if (!data) return;
  if (!isChart) {
    begin(place);
    if (place.matches('[data-nn-steps]')) connectSteps(place, data);
    else connectInteractive(place, data);
    return;
  }
  const traces = [data, ...data.frames || []].flatMap(frame => frame.data || []);
  const types = [...new Set(traces.map(trace => trace.type || 'scatter'))], library = await libraryFor(types);
  if (library && !place.hasAttribute('data-nn-drawn')) {
    begin(place);
    drawChart(place, data, library);
  } else if (!library && window.Plotly) {
    const sentence = `Another plotly.js is needed for traces of the type ${types.join(' or ')}: `
      + 'run the first picture with such a trace again.';
    if (place.textContent !== sentence) place.textContent = sentence;
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

function drawNear() {
  near.forEach(place => { draw(place); });
}

function drawAll() {
  return Promise.all([...document.querySelectorAll(places)].map(draw));
}

function find() {
  document.querySelectorAll(places).forEach(place => {
    if (observed.has(place) || place.hasAttribute('data-nn-drawn')) return;
    observed.add(place);
    visibility.observe(place);
  });
  // What a figure waits for may have come with another output: its data, or plotly.js.
  drawNear();
}

const additions = new MutationObserver(find), whileInUse = new AbortController();

function start() {
  // A notebook may run the script again.
  if (window.nnFigures) window.nnFigures.end();
  window.nnFigures = { bringPlotly, drawAll, connectDrawingField, end };
  additions.observe(document, { childList: true, subtree: true });
  document.addEventListener('readystatechange', find, { signal: whileInUse.signal });
  document.addEventListener('load', find, { capture: true, signal: whileInUse.signal });
  window.addEventListener('beforeprint', drawAll, { signal: whileInUse.signal });
  find();
}

function end() {
  additions.disconnect();
  visibility.disconnect();
  whileInUse.abort();
}

queueMicrotask(start);

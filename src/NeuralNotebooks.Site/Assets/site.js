// The script of every page. The text can be read without it; it adds the theme button, copy buttons, lazily loaded
// charts, slides and search.
'use strict';

const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Makes an element with properties and children. find.js uses this function, too. */
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const button = (className, text, onclick) => make('button', { type: 'button', className, onclick }, text);

// Light or dark: the theme is the system's until the reader chooses one.
const themeButton = document.querySelector('[data-toggle-theme]');
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
themeButton.hidden = false;
themeButton.onclick = () => {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try { localStorage.setItem('nn-theme', root.dataset.theme); } catch { /* Storage is blocked. */ }
};

// Typesets the formulas that were not typeset when the site was built. Without KaTeX they stay TeX source.
if (window.katex) {
  for (const formula of all('.tex:not(.mistaken)')) {
    const display = formula.classList.contains('display');
    const tex = formula.textContent.slice(display ? 2 : 1, display ? -2 : -1);
    try {
      katex.render(tex, formula, { displayMode: display, throwOnError: true, strict: 'ignore' });
      formula.classList.remove('tex', 'display');
    } catch (error) {
      formula.classList.add('mistaken');
      formula.title = error.message;
    }
  }
}

// Makes scrollable boxes focusable, so that they can be scrolled by keyboard. A box may become scrollable when the
// window gets narrower.
const boxes = new ResizeObserver(sized => {
  for (const { target: box } of sized)
    if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
});
const scrolling =
  'pre, .output, .formula, .table, .nn-picture > div, .nn-picture [role=img], [data-nn-interactive] > div';
for (const box of all(scrolling)) boxes.observe(box);

// The output that answers a prompt is folded until the reader has guessed. Until then, the text that interprets it is
// hidden, too (see Prediction.cs and text.css).
/** Opens the folded parts that hide an element. If it is in the text after an unopened answer, opens that answer. */
window.nnUnfold = element => {
  for (let at = element; at; at = at.parentElement) {
    if (at.matches('details')) at.open = true;
    if (at.matches('.reading'))
      for (const answer of all('.answer', at.parentElement)) if (!at.contains(answer)) answer.open = true;
  }
};
// A cell that is shown alone (?cell=) shows its output at once, since its prompt is not shown.
if (new URLSearchParams(location.search).has('cell') && document.querySelector('[data-nn-bar]'))
  for (const answer of all('.answer')) answer.open = true;
// The listener is on the document, since a live page also shows the outputs of an earlier visit.
document.addEventListener('toggle', ({ target: answer }) => {
  if (!answer.matches('.answer[open]')) return;
  const shown = answer.closest('.output') ?? answer.nextElementSibling;
  // A chart that was hidden needs a resize event to fill its width. The focus moves to the output, since the button
  // that had it has disappeared.
  dispatchEvent(new Event('resize'));
  if (!shown || document.activeElement !== document.body) return;
  shown.tabIndex = -1;
  shown.focus({ preventScroll: true });
}, true);
const unfoldTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.closest('.reading')) window.nnUnfold(target);
};
addEventListener('hashchange', unfoldTarget);
unfoldTarget();
// All answers are printed.
let opened = [];
addEventListener('beforeprint', () => {
  opened = all('.answer:not([open])');
  for (const answer of opened) answer.open = true;
});
addEventListener('afterprint', () => { for (const answer of opened.splice(0)) answer.open = false; });

// plotly.js has half a megabyte. It is loaded when the first chart comes close to the visible part of the page.
const libraries = document.currentScript.dataset.nnPlotly;
let arrived, loading;
const ready = new Promise(resolve => { arrived = resolve; });
window.nnPlotly = {
  /** A promise that the scripts of charts await before they draw; undefined on a page without plotly.js. */
  ready: libraries && ready,
  bring(addresses = libraries) {
    if (window.Plotly) arrived();
    else if (addresses && !loading) {
      const load = src => new Promise((onload, onerror) => {
        document.head.append(make('script', { src, async: false, onload, onerror }));
      });
      window.nnPlotly.ready = ready;
      // After a failure, the next chart that comes close tries again.
      loading = Promise.all(addresses.split(' ').map(load)).then(arrived, () => { loading = undefined; });
    }
    return ready;
  },
};
if (libraries) {
  const inSight = new IntersectionObserver(seen => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) window.nnPlotly.bring();
  }, { rootMargin: '300px' });
  for (const chart of all('main [data-nn-picture]')) inSight.observe(chart);
  ready.then(() => inSight.disconnect());
}

// The script that draws a figure may have 100 kB, so it is loaded when the figure comes close to the visible part.
const nearby = new IntersectionObserver(seen => {
  for (const { target, isIntersecting } of seen) {
    if (!isIntersecting) continue;
    nearby.unobserve(target);
    for (const drawing of all('[data-nn-drawing]', target))
      drawing.replaceWith(make('script', { src: drawing.dataset.nnDrawing }));
  }
}, { rootMargin: '1000px' });
for (const drawing of all('[data-nn-drawing]')) nearby.observe(drawing.closest('.rich'));

// Adds a button to each figure that saves it as SVG in its present state. A live page calls this for new outputs.
window.nnSave = output => {
  const figures = '[data-nn-picture], .nn-picture svg';
  if (!output.querySelector(figures)) return;
  const isWhole = svg => !svg.parentElement.closest('svg, button');
  output.append(button('tool save', 'Save as SVG', async () => {
    const figure = output.querySelector(figures);
    if (!figure.matches('svg')) await window.nnPlotly.bring();
    const { width, height } = figure._fullLayout ?? {};
    const text = width
      ? decodeURIComponent((await Plotly.toImage(figure, { format: 'svg', width, height })).split(/,(.*)/s)[1])
      : new XMLSerializer().serializeToString(together(all('.nn-picture svg', output).filter(isWhole)));
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    svg.style.color = getComputedStyle(figure).color;
    svg.style.background = getComputedStyle(document.body).backgroundColor;
    const file = new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
    const page = decodeURIComponent(location.pathname.split('/').at(-1)).replace(/\.html$/, '');
    const link = make('a', {
      href: URL.createObjectURL(file),
      download: `${page}-${output.closest('.cell').id || 'figure'}.svg`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }));
};
all('.output > .rich, .answer > .rich').forEach(window.nnSave);

// Adds buttons that copy code.
if (navigator.clipboard) {
  for (const code of all('pre.code')) {
    const copy = button('tool copy', 'Copy', async () => {
      await navigator.clipboard.writeText(code.innerText);
      copy.textContent = 'Copied';
      setTimeout(() => { copy.textContent = 'Copy'; }, 1500);
    });
    const tools = code.nextElementSibling;
    if (tools?.matches('.cell-tools')) {
      tools.append(copy);
      continue;
    }
    if (!code.parentElement.matches('.cell')) {
      const box = make('div', { className: 'has-copy' });
      code.replaceWith(box);
      box.append(code);
    }
    code.before(copy);
  }
}

// Highlights the current section in the contents.
const contents = new Map(all('.contents .sections a').map(link => [decodeURIComponent(link.hash.slice(1)), link]));
if (contents.size > 0) {
  const headings = all('main :is(h2, h3, h4)[id]').filter(heading => contents.has(heading.id));
  const mark = () => {
    const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight * 0.3);
    const current = contents.get(passed.at(-1)?.id);
    for (const link of contents.values())
      link === current ? link.setAttribute('aria-current', 'location') : link.removeAttribute('aria-current');
  };
  let waiting;
  addEventListener('scroll', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(mark);
  }, { passive: true });
  mark();
  const folded = document.querySelector('.contents details');
  if (matchMedia('(max-width: 70rem)').matches)
    folded.addEventListener('click', event => {
      if (event.target.closest('a')) folded.open = false;
    });
}

// ?slides: shows one heading, prompt, formula, table or figure at a time, in full screen. The elements are not moved in
// the page, so that their cells still run.
const slides = new URLSearchParams(location.search).has('slides')
  ? all('article :is(h1, h2, h3, .prompt, .formula, .table, .cell:has(.nn-picture, .rich table))')
    .filter(one => !one.closest('details:not(.answer)') && !one.parentElement.closest('.prompt, .table, .cell'))
  : [];
if (slides.length > 0) {
  let shown;
  const hide = () => {
    shown?.classList.remove('slide');
    shown?.style.removeProperty('font-size');
  };
  const show = number => {
    hide();
    const at = Math.max(0, Math.min(number, slides.length - 1));
    shown = slides[at];
    // The answer is opened, since its prompt was a slide before it.
    window.nnUnfold(shown.querySelector('.answer') ?? shown);
    const section = slides.slice(0, at + 1).findLast(one => one.matches('h1, h2'));
    shown.dataset.slide = `${section?.textContent.replace(/#$/, '') ?? ''} · ${at + 1} of ${slides.length}`;
    shown.classList.add('slide');
    shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
    const { clientWidth, scrollWidth } = shown, size = parseFloat(getComputedStyle(shown).fontSize);
    if (scrollWidth > clientWidth) shown.style.fontSize = `${(size * clientWidth * 0.97) / scrollWidth}px`;
    // Charts adapt their width to the slide.
    dispatchEvent(new Event('resize'));
  };
  const steps = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };
  const turn = event => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest('input, textarea, select, summary, dialog, [contenteditable]')) return;
    if (event.key === 'Escape') {
      removeEventListener('keydown', turn);
      delete root.dataset.slides;
      hide();
      history.replaceState(null, '', location.pathname + location.hash);
      shown.scrollIntoView({ block: 'center' });
      dispatchEvent(new Event('resize'));
    } else if (event.key in steps) {
      event.preventDefault();
      show(slides.indexOf(shown) + steps[event.key]);
    }
  };
  root.dataset.slides = '';
  addEventListener('keydown', turn);
  const from = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  show(from ? slides.findIndex(one => one === from || from.compareDocumentPosition(one) & 4) : 0);
}

// The search index is loaded on first use.
const dialog = document.getElementById('search');
let search;

function openSearch() {
  dialog.showModal();
  document.getElementById('search-field').select();
  if (search) return;
  const onerror = () => {
    search = undefined;
    dialog.querySelector('.search-state').textContent = 'The search index could not be loaded.';
  };
  search = make('script', { src: 'assets/search.js', onerror });
  document.head.append(search);
}

for (const open of all('[data-open-search]')) Object.assign(open, { hidden: false, onclick: openSearch });
dialog.onclick = event => { if (event.target === dialog) dialog.close(); };
addEventListener('keydown', event => {
  const writing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (
    dialog.open ||
    !(
      (event.key === '/' && !writing && !event.ctrlKey && !event.metaKey) ||
      (event.key === 'k' && (event.ctrlKey || event.metaKey))
    )
  )
    return;
  event.preventDefault();
  openSearch();
});

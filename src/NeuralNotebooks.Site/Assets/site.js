// The pages read well without this script; it adds what only a script can.
'use strict';

const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// Light or dark: the system's choice until the reader makes one.
const themeButton = document.querySelector('[data-toggle-theme]');
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
themeButton.hidden = false;
themeButton.addEventListener('click', () => {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try { localStorage.setItem('nn-theme', root.dataset.theme); } catch { /* A browser that keeps nothing. */ }
});

// Formulas that the build could not typeset: KaTeX was loaded for them, or they stay readable as they are.
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

// What scrolls can be reached with the keyboard.
for (const box of all('pre, .output, .formula, .table'))
  if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;

// After a prompt the answer waits, in its place, until the reader asks for it; or until the cell is run again.
for (const output of all('[data-answer]')) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'show-answer', textContent: 'Show the answer' });
  const show = () => {
    for (const part of all(`[data-answer="${output.dataset.answer}"]`)) {
      part.classList.remove('waits');
      for (const child of part.children) child.inert = false;
      part.querySelector(':scope > .show-answer')?.remove();
    }
  };
  output.classList.add('waits');
  for (const child of output.children) child.inert = true;
  output.prepend(button);
  button.addEventListener('click', () => {
    output.tabIndex = -1;
    show();
    output.focus({ preventScroll: true });
  });
  new MutationObserver((_, observer) => { observer.disconnect(); show(); }).observe(output, { childList: true });
}

// Code to take away.
if (navigator.clipboard) {
  for (const code of all('pre.code')) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'tool copy', textContent: 'Copy' });
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.innerText);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    if (!code.parentElement.matches('.cell')) {
      const box = Object.assign(document.createElement('div'), { className: 'has-copy' });
      code.replaceWith(box);
      box.append(code);
    }
    code.before(button);
  }
}

// The section being read, in the contents.
const contents = new Map(all('.contents a').map(link => [decodeURIComponent(link.hash.slice(1)), link]));
if (contents.size > 0) {
  const headings = all('main :is(h2, h3, h4)[id]').filter(heading => contents.has(heading.id));
  const mark = () => {
    const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight * .3);
    const current = contents.get(passed.at(-1)?.id);
    for (const link of contents.values()) link === current ? link.setAttribute('aria-current', 'location') : link.removeAttribute('aria-current');
  };
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
  const folded = document.querySelector('.contents details');
  if (matchMedia('(max-width: 70rem)').matches)
    folded.addEventListener('click', event => { if (event.target.closest('a')) folded.open = false; });
}

// Search: the words of the course come as a script, on the first question.
const dialog = document.getElementById('search');
const field = document.getElementById('search-field');
const results = document.getElementById('search-results');
const state = dialog.querySelector('.search-state');
let words;

function load() {
  words ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'assets/search.js';
    script.onload = () => resolve(window.nnSearch.map(([page, anchor, title, heading, text]) =>
      ({ page, anchor, title, heading, text, low: { title: title.toLowerCase(), heading: heading.toLowerCase(), text: text.toLowerCase() } })));
    script.onerror = reject;
    document.head.append(script);
  });
  return words;
}

function score(section, terms) {
  let sum = 0;
  for (const term of terms) {
    const { title, heading, text } = section.low;
    const found = (heading.includes(term) ? 6 : 0) + (title.includes(term) ? (section.heading ? 1 : 8) : 0) + (text.includes(term) ? 2 : 0);
    if (found === 0) return 0;
    sum += found;
  }
  return sum;
}

function marked(element, text, terms) {
  const low = text.toLowerCase();
  let at = 0;
  while (at < text.length) {
    const next = terms.map(term => [low.indexOf(term, at), term]).filter(([index]) => index >= 0).sort((a, b) => a[0] - b[0])[0];
    if (!next) break;
    element.append(text.slice(at, next[0]), Object.assign(document.createElement('mark'), { textContent: text.slice(next[0], next[0] + next[1].length) }));
    at = next[0] + next[1].length;
  }
  element.append(text.slice(at));
}

function excerpt(section, terms) {
  const first = Math.min(...terms.map(term => section.low.text.indexOf(term)).filter(index => index >= 0), section.text.length);
  const start = Math.max(0, section.text.lastIndexOf(' ', Math.max(0, first - 50)));
  return (start > 0 ? '…' : '') + section.text.slice(start, start + 160).trim() + (section.text.length > start + 160 ? '…' : '');
}

async function search() {
  const terms = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  results.replaceChildren();
  state.textContent = '';
  if (terms.length === 0) return;
  let sections;
  try { sections = await load(); } catch { state.textContent = 'The index of the course could not be loaded.'; return; }
  const found = sections.map(section => [score(section, terms), section]).filter(([points]) => points > 0).sort((a, b) => b[0] - a[0]).slice(0, 20);
  state.textContent = found.length === 0 ? `Nothing about “${field.value.trim()}”.` : '';
  results.replaceChildren(...found.map(([, section]) => {
    const item = document.createElement('li');
    const link = Object.assign(document.createElement('a'), { href: section.page + (section.anchor ? '#' + section.anchor : '') });
    const head = document.createElement('b');
    const text = document.createElement('small');
    const place = document.createElement('small');
    marked(head, section.heading || section.title, terms);
    marked(text, excerpt(section, terms), terms);
    if (section.heading && section.heading !== section.title) place.textContent = section.title;
    link.append(head, place, text);
    link.addEventListener('click', () => dialog.close());
    item.append(link);
    return item;
  }));
}

function openSearch() {
  dialog.showModal();
  field.select();
  load().catch(() => { });
}

for (const button of all('[data-open-search]')) {
  button.hidden = false;
  button.addEventListener('click', openSearch);
}
field.addEventListener('input', search);
dialog.querySelector('form').addEventListener('submit', event => {
  if (event.submitter && document.activeElement !== field) return;
  event.preventDefault();
  results.querySelector('a')?.click();
});
dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener('keydown', event => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [field, ...all('a', results)];
  const next = stops[stops.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next) { next.focus(); event.preventDefault(); }
});
addEventListener('keydown', event => {
  const writing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (dialog.open || !((event.key === '/' && !writing && !event.ctrlKey && !event.metaKey) || (event.key === 'k' && (event.ctrlKey || event.metaKey)))) return;
  event.preventDefault();
  openSearch();
});

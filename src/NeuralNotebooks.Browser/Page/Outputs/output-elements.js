// Makes the element for one output of a cell, with the look of a published page.
import { copyOf, find, make } from '../elements.js';
import { framed } from './frame.js';

/** An element with HTML whose scripts run. Scripts that are set by innerHTML do not run, so each is replaced by a new
 * element. */
function rich(html) {
  const box = copyOf('.rich');
  box.innerHTML = html;
  for (const dead of box.querySelectorAll('script')) {
    const script = make('script', {}, dead.textContent);
    for (const { name, value } of dead.attributes) script.setAttribute(name, value);
    dead.replaceWith(script);
  }
  window.nnFigures?.show(box);
  return box;
}

/** The text of a value, followed by a note if the rest of it is left out.
 * @param {string} text
 * @param {number} [leftOut]  the number of characters that are left out */
function textOf(text, leftOut = 0) {
  const shown = copyOf('.value', ...window.nnTerminal.coloured(text));
  if (leftOut === 0) return shown;
  const count = number => number.toLocaleString('en-US');
  const note = `[${count(leftOut)} more characters are left out: a page shows `
    + `${count(text.length)} of a text. The downloaded notebook has all of them.]`;
  return make('div', {}, shown, copyOf('.stderr', note));
}

/** The element of a value.
 * @param {import('../Session/messages.js').Value} output
 * @param {import('../Session/messages.js').Shown} shown
 * @param {import('../View/view.js').NotebookView} page */
export function value({ data }, { type, content: other, leftOut, text, size }, page) {
  const content = other ?? [data[type]].flat().join('');
  if (type.startsWith('image/')) return copyOf('.rich', make('img', { src: content, alt: text, ...size }));
  switch (type) {
    case 'text/html':
      return page.origin === 'foreign' ? framed(content) : rich(content);
    case 'text/markdown': {
      const box = make('div', { className: 'text' }, textOf(content));
      page.render(content).then(html => { box.innerHTML = html; }).catch(error => console.warn(error));
      return box;
    }
    case 'text/latex':
      // Formulas are typeset when a site is built, not in the browser.
      return copyOf('.formula', make('span', { className: 'tex' }, `$$${content}$$`));
    default:
      return textOf(content, leftOut);
  }
}

/** The element of an error.
 * @param {string} name
 * @param {string} message
 * @param {string | null} [details]  what the traceback adds to these
 * @param {string | null} [hint] */
export function error(name, message, details, hint) {
  const { coloured } = window.nnTerminal, box = copyOf('.error');
  find('strong', box).append(name);
  find('span', box).append(...coloured(message));
  if (details?.trim()) box.append(make('pre', {}, ...coloured(details)));
  if (hint) box.append(make('p', { textContent: hint }));
  return box;
}

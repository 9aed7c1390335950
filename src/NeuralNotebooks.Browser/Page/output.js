// One output of a cell as an element, as the site shows it.
import { make } from './elements.js';

/** Without colours, and with progress lines in their final state. */
export function plain(text) {
  text = text
    .replace(/\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])/g, '')
    .replaceAll('\r\n', '\n');
  return text.includes('\r')
    ? text
        .split('\n')
        .map(line =>
          line
            .replace(/\r+$/, '')
            .split('\r')
            .reduce((shown, next) => next + shown.slice(next.length)),
        )
        .join('\n')
    : text;
}

/** HTML whose scripts run, as when a page is opened. */
function rich(html, plotly) {
  const box = make('div', { className: 'rich', innerHTML: html });
  // The site's own file, whatever the picture embeds.
  if (/data-nn-plotlyjs|Plotly/.test(html)) window.nnPlotly?.bring(plotly);
  for (const dead of box.querySelectorAll('script')) {
    if (dead.hasAttribute('data-nn-plotlyjs')) { dead.remove(); continue; }
    const script = make('script', {}, dead.textContent);
    for (const { name, value } of dead.attributes) script.setAttribute(name, value);
    dead.replaceWith(script);
  }
  window.nnSave?.(box);
  return box;
}

function image(address, alternative, metadata) {
  const picture = make('img', { src: address, alt: alternative });
  for (const size of ['width', 'height']) if (metadata?.[size]) picture[size] = metadata[size];
  return make('div', { className: 'rich' }, picture);
}

/** The characters of a text value that a page shows: as many as a cell may print. A browser lays out each of them. */
const longestText = 1_000_000;

/** A value's text, or its beginning and how much is missing. */
function textOf(whole) {
  const isLong = whole.length > longestText, count = number => number.toLocaleString('en-US');
  const shown = make('pre', { className: 'value', textContent: plain(isLong ? whole.slice(0, longestText) : whole) });
  if (!isLong) return shown;
  const note = `[${count(whole.length - longestText)} more characters are left out: a page shows `
    + `${count(longestText)} of a text. The downloaded notebook has all of them.]`;
  return make('div', {}, shown, make('pre', { className: 'stream stderr', textContent: note }));
}

/** A value, of its MIME types the one that shows most. */
export function value(parts, { plotly, render }) {
  const data = {};
  for (let i = 0; i + 1 < parts.length; i += 2) data[parts[i]] = parts[i + 1];
  const metadata = parts.at(-1) ? JSON.parse(parts.at(-1)) : {}, text = data['text/plain'];
  if (data['text/html'] !== undefined) return rich(data['text/html'], plotly);
  const svg = data['image/svg+xml'];
  if (svg !== undefined)
    return image(`data:image/svg+xml,${encodeURIComponent(svg.toWellFormed())}`, text ?? '', {});
  for (const type of ['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
    if (data[type] !== undefined)
      return image(`data:${type};base64,${data[type].replace(/\s/g, '')}`, text ?? '', metadata[type] ?? metadata);
  const markdown = data['text/markdown'];
  if (markdown !== undefined) {
    const box = make('div', { className: 'text' }, textOf(markdown));
    render(markdown).then(html => { box.innerHTML = html; }).catch(error => console.warn(error));
    return box;
  }
  return textOf(text ?? data['text/latex'] ?? Object.values(data)[0] ?? '');
}

export function error(name, [message, trace, hint]) {
  // The trace begins with the place, and then says message and name, or that of a directive alone, again.
  const [again, at] = [`${name}: ${message}`, `error: ${message}`]
    .map(words => [words, (trace ?? '').split('\n', 1)[0].indexOf(words.split('\n', 1)[0])])
    .find(([words, found]) => found >= 0 && trace.startsWith(words, found)) ?? ['', -1];
  const isAgain = at >= 0;
  const traceback = isAgain ? trace.slice(0, at).replace(/: (error )?$/, '') + trace.slice(at + again.length) : trace;
  const head = make('p', {}, make('strong', { textContent: name }), ' ', make('span', { textContent: message }));
  const box = make('div', { className: 'error', role: 'group', ariaLabel: 'Error' }, head);
  if (traceback && traceback.trim() !== message.trim())
    box.append(make('pre', { textContent: plain(traceback).replace(/^\n+|\n+$/g, '') }));
  if (hint) box.append(make('p', { textContent: hint }));
  return box;
}

// HTML outputs of cells from a file run in frames that have no access to the page and to what the browser has stored:
// anybody may have written the file. As a cell can change what later cells show, all outputs of such a page do.
import { make } from '../elements.js';

/** The greatest height (px) of a frame: a longer output is scrolled. */
const maxHeight = 5000;

/** The element of an HTML output: a frame with the site's style, and with the script that draws figures.
 * @param {string} html */
export function framed(html) {
  const head = [...document.querySelectorAll('link[rel="stylesheet"], script[src*="assets/figures.js"]')]
    .map(({ outerHTML }) => outerHTML).join('');
  const frame = make('iframe', {
    className: 'nn-frame',
    title: 'Output',
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    srcdoc: `<!DOCTYPE html><base target="_blank">${head}
      <body style="background: none">
      <div class="output" style="border: 0; padding: 0"><div class="rich">${html}</div></div>
      <script>new ResizeObserver(() => parent.postMessage({ height: document.body.offsetHeight }, '*'))
        .observe(document.body)</script>`,
  });
  return make('div', { className: 'rich' }, frame);
}

export function fitFrames() {
  addEventListener('message', ({ data, source }) => {
    const frames = /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll('iframe.nn-frame'));
    const frame = [...frames].find(({ contentWindow }) => contentWindow === source), height = data?.height;
    if (frame && Number.isFinite(height)) frame.style.height = `${Math.min(height, maxHeight)}px`;
  });
}

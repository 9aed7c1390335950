// The cell on the site's first page that a reader can try out.
import { make, runButton } from '../elements.js';

/** Adds a Run button to the cell. It runs in an iframe, which holds the page of its notebook and shows only this cell.
 * @param {any} shown */
export function tryOut(shown) {
  const begin = options => {
    const iframe = make('iframe', {
      src: shown.dataset.nnTry + options,
      title: 'A cell that runs',
      // The iframe's height follows the height of its content.
      onload() {
        const { body } = /** @type {Document} */ (iframe.contentDocument);
        new ResizeObserver(() => { iframe.style.height = `${body.offsetHeight}px`; }).observe(body);
      },
    });
    iframe.style.height = `${shown.offsetHeight}px`;
    shown.replaceChildren(iframe);
  };
  runButton(shown.querySelector('[data-nn-tools]'), {
    className: 'tool nn-run primary', ariaLabel: 'Run this cell', onclick: () => begin('&run'),
  });
  shown.querySelector('pre.code').onclick = () => begin('');
}

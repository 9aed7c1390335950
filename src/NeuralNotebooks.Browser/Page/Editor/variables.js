// The list of the session's variables: a panel in the toolbar, which the button Variables opens and closes.
import { button, make } from '../elements.js';

const none = 'No variables yet: run a cell.';

/** @param query  sends a query to the session; null while it cannot reply
 * @returns a function that updates the list if it is open */
export function list(bar, before, query) {
  const caption = make('caption', {}, none), body = make('tbody');
  const names = ['Name', 'Type', 'Value'].map(name => make('th', { scope: 'col' }, name));
  const panel = make('section', {
    id: 'nn-variables', className: 'nn-variables', hidden: true, tabIndex: 0, ariaLabel: 'Variables',
  }, make('table', {}, caption, make('thead', {}, make('tr', {}, ...names)), body));
  const onclick = () => show(panel.hidden);
  const open = button('Variables', { className: 'tool', ariaExpanded: 'false', onclick }, { nnVariables: '' });
  open.setAttribute('aria-controls', panel.id);
  before.before(open);
  bar.append(panel);

  async function read() {
    if (panel.hidden) return;
    const variables = await query({ type: 'variables' });
    if (!variables) return;
    caption.textContent = variables.length > 0 ? 'Variables after the last run' : none;
    body.replaceChildren(...variables.map(({ name, type, text }) =>
      make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, type), make('td', {}, text))));
  }

  const show = is => {
    panel.hidden = !is;
    open.setAttribute('aria-expanded', String(is));
    read();
  };
  panel.onkeydown = event => {
    if (event.key !== 'Escape') return;
    show(false);
    open.focus();
  };
  return read;
}

// Makes and finds elements of the page.

/** Makes an element with properties and children. `role` and properties such as ariaLabel become attributes, since
 * Firefox 115 does not have these properties.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]} */
export const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties))
    if (/^(aria|role)/.test(key)) element.setAttribute(key.replace('aria', 'aria-').toLowerCase(), `${value}`);
    else element[key] = value;
  element.append(...children);
  return element;
};

/** @param {string} text
 * @param {Record<string, unknown>} [properties]
 * @param {Record<string, string>} [data] */
export const button = (text, properties = {}, data = {}) => {
  const made = make('button', { type: 'button', ...properties }, text);
  Object.assign(made.dataset, data);
  return made;
};

/** Adds a Run button to the tools of a cell.
 * @param {Element} tools
 * @param {Record<string, unknown>} properties
 * @param {Record<string, string>} [data] */
export const runButton = (tools, properties, data) => {
  const made = button('Run', { className: 'tool nn-run', ...properties }, data);
  made.insertAdjacentHTML('afterbegin', `<svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path
    d="M3 1.5v13l11-6.5z" fill="currentColor"/></svg>`);
  tools.prepend(made);
  return made;
};

/** A button that looks like a link.
 * @param {string} text
 * @param {() => void} action */
export const link = (text, action, title = '') => button(text, { className: 'nn-link', title, onclick: action });

/** A copy of a blank element of the page: see CellMarkup and OutputMarkup of NeuralNotebooks.Site.
 * @param {string} selector
 * @param {(Node | string)[]} content  what is appended to it
 * @returns {HTMLElement} */
export const copyOf = (selector, ...content) => {
  const copy = document.importNode(find('[data-nn-blank]').content.querySelector(selector), true);
  copy.append(...content);
  return copy;
};

/** The first element that matches; of any type, so that a caller who knows the page need not say that it is there.
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {any} */
export const find = (selector, within = document) => within.querySelector(selector);

/** Whether the page is read-only, since another tab edits this notebook. */
export const isReadOnly = () => 'nnReadOnly' in document.documentElement.dataset;

/** @param {number} milliseconds */
export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** The folded answer in a cell's output that the reader has not opened yet.
 * @param {HTMLElement} output */
export const unopenedAnswer = output => output.querySelector(':scope > .answer:not([open])');

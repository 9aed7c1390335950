// Elements of the page.

/** An element with its properties and what is in it. */
export const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

export const button = (text, properties = {}, data = {}) => {
  const made = make('button', { type: 'button', ...properties }, text);
  Object.assign(made.dataset, data);
  return made;
};

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

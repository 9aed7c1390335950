// The element of a control: a slider, a list of choices, a check box, or a field in which to draw a digit. Each reports
// its new value as a text, and has a function that shows a given value.
/** @import { Field } from '../Session/messages.js' */
import { button, make } from '../elements.js';

/** The description of a control without its value, as a text. */
const rest = (/** @type {Field} */ field) => JSON.stringify({ ...field, value: undefined });

function range(name, { options }, moved) {
  const output = make('output');
  const show = value => {
    input.value = options.indexOf(value);
    output.textContent = value.replace('-', '−');
    input.setAttribute('aria-valuetext', output.textContent);
  };
  const oninput = () => {
    show(options[input.value]);
    moved(options[input.value]);
  };
  const input = make('input', { type: 'range', max: options.length - 1, oninput });
  return { element: make('span', {}, make('label', {}, make('span', {}, name), input), ' ', output), show };
}

function select(name, { options }, moved) {
  const onchange = () => moved(options[input.selectedIndex]);
  const input = make('select', { onchange }, ...options.map(option => make('option', {}, option)));
  const show = value => { input.selectedIndex = options.indexOf(value); };
  return { element: make('label', {}, make('span', {}, name), input), show };
}

function checkbox(name, _, moved) {
  const input = make('input', { type: 'checkbox', onchange: () => moved(String(input.checked)) });
  return { element: make('label', {}, input, ` ${name}`), show: value => { input.checked = value === 'true'; } };
}

const noInk = btoa('\0'.repeat(28 * 28));

/** The field of the interactive figures, and a button that clears it. */
function digit(name, _, moved) {
  const paper = make('span', { className: 'nn-paper' });
  const send = ({ ink, centred }) => moved(JSON.stringify([ink, centred]));
  const showInk = window.nnFigures.connectDrawingField(paper, { name }, send);
  const clear = () => {
    show(noInk);
    send({ ink: noInk, centred: noInk });
  };
  const show = ink => showInk({ ink });
  const element = make('span', { className: 'nn-digit' },
    make('span', {}, name), paper, button('Clear', { className: 'tool', onclick: clear }));
  return { element, show };
}

/** @type {Record<Field['kind'], (name: string, field: any, moved: (value: string) => void) => any>} */
const kinds = { range, select, checkbox, digit };

/** @param {string} name
 * @param {Field} field
 * @param {(value: string) => void} moved  called with each new value, as a text
 * @returns element; show, which shows a value; fits, whether another field has the same element */
export function controlElement(name, field, moved) {
  const made = kinds[field.kind](name, field, moved);
  made.show(field.value);
  return { ...made, fits: (/** @type {Field} */ other) => rest(other) === rest(field) };
}

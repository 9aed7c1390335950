// Shows the field for a line that a running cell reads from the reader.
/** @import { InputRequest } from '../types.js' */
import { button, make } from '../elements.js';

/** @param {Element} output  the element that the field is appended to
 * @param {InputRequest} request
 * @param {(line: string) => void} entered  called with the line that the reader has entered */
export function showInputField(output, { prompt, password }, entered) {
  const field = make('input', {
    type: password ? 'password' : 'text', autocomplete: 'off', ariaLabel: prompt || 'The cell asks for a line',
  });
  const enter = button('Enter', { type: 'submit', className: 'tool' });
  const onsubmit = event => {
    event.preventDefault();
    form.remove();
    entered(field.value);
  };
  const form = make('form', { className: 'nn-input', onsubmit }, prompt, field, enter);
  output.append(form);
  field.focus();
}

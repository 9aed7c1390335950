// Shows the field for a line that a running cell reads from the reader.
import { button, make } from '../elements.js';

/** @param output  the element that the field is appended to
 * @param answer  called with the line that was entered */
export function ask(output, { prompt, password }, answer) {
  const field = make('input', {
    type: password ? 'password' : 'text', autocomplete: 'off', ariaLabel: prompt || 'The cell asks for a line',
  });
  const enter = button('Enter', { type: 'submit', className: 'tool' });
  const onsubmit = event => {
    event.preventDefault();
    form.remove();
    answer(field.value);
  };
  const form = make('form', { className: 'nn-ask', onsubmit }, prompt, field, enter);
  output.append(form);
  field.focus();
}

// The line that a running cell asks its reader for.
import { button, make } from './elements.js';

/** @param output  where it is asked
 * @param answer  takes what is entered */
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

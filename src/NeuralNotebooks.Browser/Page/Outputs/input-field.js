// Shows the field for a line that a running cell reads from the reader.
import { button, make } from '../elements.js';

/** @param {import('../Cells/cell.js').Cell} cell  the cell that runs. Anybody may have written its code, so the field
 * says that the page itself does not ask, and browsers do not fill in a password that they have stored
 * @param {string} prompt
 * @param {boolean} isPassword
 * @param {(line: string) => void} entered  called with the line that the reader has entered */
export function showInputField({ number, output }, prompt, isPassword, entered) {
  const field = make('input', {
    type: isPassword ? 'password' : 'text', autocomplete: isPassword ? 'new-password' : 'off',
    ariaLabel: prompt || 'The cell asks for a line',
  });
  const enter = button('Enter', { type: 'submit', className: 'tool' });
  const onsubmit = event => {
    event.preventDefault();
    form.remove();
    entered(field.value);
  };
  for (const open of output.querySelectorAll('.nn-input')) open.remove();
  const form = make('form', { className: 'nn-input', onsubmit },
    make('span', { className: 'nn-asker' }, `Cell ${number} asks: `), prompt, field, enter);
  output.append(form);
  field.focus();
}

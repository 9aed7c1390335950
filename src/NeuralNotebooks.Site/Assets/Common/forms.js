/* exported guessForms */

// The forms of a guess, in a page and on the phones of a class: their elements, how they read the guess (null if there
// is none yet, and `missing` says what is missing), whether a stored one fits, and how they show it again.
const guessForms = {
  number(unit, example) {
    // The keyboard of a phone for decimals may have neither a minus nor an e.
    const input = make('input', { type: 'text', autocomplete: 'off', spellcheck: false, size: 9 });
    return {
      elements: [make('label', {}, 'Your guess: ', input, unit && ` ${unit}`)],
      missing: `Type a number, such as ${example}.`,
      read: () => (Number.isFinite(typedNumber(input.value)) ? input.value.trim() : null),
      fits: guess => Number.isFinite(typedNumber(guess)),
      restore: guess => Object.assign(input, { value: guess, readOnly: true }),
    };
  },
  choices(choices, name, right = []) {
    const inputs = choices.map(value => make('input', { type: 'radio', name, value }));
    return {
      elements: [make('fieldset', {}, make('legend', {}, 'Your guess'),
        ...inputs.map(input => make('label', {}, input, ` ${input.value}`)))],
      missing: 'Pick one of the choices.',
      read: () => inputs.find(({ checked }) => checked)?.value ?? null,
      fits: guess => choices.includes(guess),
      restore: guess => {
        for (const input of inputs) {
          input.checked = input.value === guess;
          input.disabled = !input.checked;
          if (right.includes(input.value)) input.parentElement.classList.add('right');
        }
      },
    };
  },
  /** @param {any} line  the axes, with the heights of the true line if it can be shown */
  curve(line) {
    const { element, clear, read, reveal } = sketch.field(line);
    const hint = make('p', {}, 'Draw your curve from the left to the right, or move its points with the arrow keys.');
    return {
      elements: [hint, element],
      clear,
      missing: 'The curve does not reach from the left end to the right end yet.',
      read,
      fits: guess => sketch.heightsOf(line, guess) !== null,
      restore: guess => {
        hint.textContent = 'Dashed: your curve. Solid: the true one.';
        reveal(guess);
      },
    };
  },
};

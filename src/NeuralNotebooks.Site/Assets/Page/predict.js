// A question that the reader answers before the page does: the reader types a number, picks a choice or draws a curve.
// Then the answer is shown with its distance from the guess. Prediction.cs reads how the author wrote it. The guesses
// are stored in this browser by the text of the question, and the end of the page lists them.
{
  const { lineIn, compare, small } = sketch;
  const key = `nn-guesses ${location.pathname.replace(/\.html$/, '')}`;
  const isAlone = new URLSearchParams(location.search).has('cell');
  /** Whether the page is being printed, with all answers open. */
  let opened = null;
  /** @type {Record<string, { guess: any, at: number }>} */
  let guesses = {};
  try { guesses = JSON.parse(localStorage.getItem(key) ?? '') ?? {}; } catch { /* Nothing stored, or blocked. */ }
  const store = () => {
    try {
      if (Object.keys(guesses).length > 0) localStorage.setItem(key, JSON.stringify(guesses));
      else localStorage.removeItem(key);
    } catch { /* Storage is blocked. */ }
  };

  /** A prompt, and the folded parts after it up to the next prompt or heading. A live page may replace the outputs, so
   * they are looked up when they are needed. */
  function partsOf(prompt) {
    const parts = [], places = '.prompt, h1, h2, h3, h4, .answer, details:is([data-nn-question], [data-answer])';
    const found = all(`article :is(${places})`);
    for (const part of found.slice(found.indexOf(prompt) + 1)) {
      if (!part.matches('details')) break;
      parts.push(part);
    }
    return parts;
  }

  // What each kind adds to its form (see guessForms): how it judges a guess, beside the answer.
  const kinds = {
    number({ number, tolerance, unit, isBet }) {
      const after = unit && ` ${unit}`;
      return {
        ...guessForms.number(unit, Number.isInteger(Number(number)) ? '7' : '0.05 or 1e-3'),
        judge: guess => {
          const read = typedNumber(guess), found = distanceOf(read, Number(number), tolerance);
          const mine = numberText(read) + after, truth = number.replace(/-/g, '−') + after;
          const price = `−ln ${numberText(read / 100)} = ${numberText(-Math.log(read / 100))}`;
          return { mine, truth, ...found, words: isBet ? `You gave the truth ${mine}. Your price is ${price}.`
            : `You guessed ${mine}. The answer is ${truth}: ${found.distance}.` };
        },
      };
    },
    choices({ choices, right }, name) {
      return {
        ...guessForms.choices(choices, name, right),
        judge: guess => {
          const isRight = right.includes(guess), truth = right.join(' or ');
          const words = `You guessed ${guess}${isRight ? ', and that is right.' : `. The answer is ${truth}.`}`;
          return { mine: guess, truth, isClose: isRight, distance: isRight ? 'right' : 'not right', words };
        },
      };
    },
    curve(asked, _, prompt) {
      const charts = 'figure:has([data-nn-picture]) > script[type="application/json"]';
      const line = partsOf(prompt).flatMap(part => all(charts, part))
        .map(({ textContent }) => lineIn(JSON.parse(textContent), asked)).find(Boolean);
      if (!line) {
        console.warn(
          `No figure after this question has a line named "${asked.curve}" on such axes: ${prompt.dataset.nnPrompt}`);
        return null;
      }
      return {
        ...guessForms.curve(line),
        line,
        judge: guess => ({
          ...compare(line, guess), mine: small(line, guess), truth: asked.curve || line.y.title,
        }),
      };
    },
  };

  /** How far a number is from the right one, in words; whether the tolerance allows it; and whether it is too low. */
  function distanceOf(guess, right, { limit, measure }) {
    const off = guess - right;
    if (Math.abs(off) <= 1e-9 * Math.abs(right)) return { isClose: true, distance: 'exactly right' };
    const isLow = off < 0, side = isLow ? 'too low' : 'too high';
    if (measure === 'factor') {
      const factor = guess / right, size = factor < 1 ? 1 / factor : factor;
      return factor > 0 ? { isLow, isClose: size <= limit, distance: `${side} by a factor of ${numberText(size)}` }
        : { isLow, isClose: false, distance: `${side}: another sign or zero` };
    }
    const isPart = measure === 'percent', hasPart = isPart && right !== 0;
    return {
      isLow,
      isClose: Math.abs(off) <= (isPart ? Math.abs(limit * right) / 100 : limit) * (1 + 1e-9),
      distance: `${numberText(Math.abs(hasPart ? (100 * off) / right : off))}${hasPart ? ' %' : ''} ${side}`,
    };
  }

  /** A question with its form. */
  class Question {
    constructor(prompt, { dataset }) {
      this.prompt = prompt;
      this.words = prompt.dataset.nnPrompt;
      const asked = { ...JSON.parse(dataset.nnQuestion), isBet: 'bet' in dataset };
      this.asked = asked;
      // A later question with the same words has the answer.
      this.isLater = asked.isLater;
      if (asked.isLater) asked.right = [];
      this.form = /** @type {any} */ (kinds[asked.kind](asked, prompt.id, prompt));
      if (!this.form) return;
      this.says = make('p', { className: 'verdict', tabIndex: -1, role: 'status' });
      const commit = make('button', { className: 'tool' }, 'Commit to this guess');
      this.buttons = make('div', { className: 'commit' }, commit);
      if (this.form.clear) this.buttons.append(button('tool', 'Clear', this.form.clear));
      if (!this.isLater) {
        this.buttons.append(button('tool', 'Show without a guess', () => {
          this.open();
          this.says.focus({ preventScroll: true });
        }));
      }
      this.element = make('form', { className: 'guess' }, ...this.form.elements, this.buttons, this.says);
      this.element.addEventListener('submit', event => {
        event.preventDefault();
        this.commit();
      });
      prompt.append(this.element);
      for (const part of partsOf(prompt)) part.classList.add('answer');
      prompt.dataset.nnAsks = '';
      if (this.guess !== undefined) this.settle();
    }

    /** The stored guess. One that does not fit the question, from an older version of it, is left out. */
    get guess() {
      const guess = guesses[this.words]?.guess;
      try { return guess !== undefined && this.form.fits(guess) ? guess : undefined; } catch { return undefined; }
    }

    commit() {
      const guess = this.form.read();
      if (guess === null) return void (this.says.textContent = this.form.missing);
      guesses[this.words] = { guess, at: Date.now() };
      store();
      for (const question of questions.filter(({ words }) => words === this.words)) question.settle();
      this.says.focus({ preventScroll: true });
      list();
    }

    /** Shows the guess beside the answer. */
    settle() {
      this.form.restore(this.guess);
      const { mine, ...result } = this.result;
      const { words, isClose } = this.isLater ? { words: `Your guess is kept: ${mine}.`, isClose: false } : result;
      this.says.textContent = words;
      this.says.classList.toggle('close', isClose);
      this.open();
    }

    get result() { return this.form.judge(this.guess); }

    /** Opens the answer, with or without a guess. */
    open() {
      if (!('nnAsks' in this.prompt.dataset)) return;
      delete this.prompt.dataset.nnAsks;
      this.buttons.remove();
      if (this.guess === undefined) {
        for (const input of all('input', this.element)) input.disabled = true;
        this.says.textContent = 'Shown without a guess.';
      }
      for (const part of partsOf(this.prompt)) part.open = true;
    }

    /** Removes the form, and folds the answer. */
    forget() {
      this.element?.remove();
      delete this.prompt.dataset.nnAsks;
      for (const part of partsOf(this.prompt)) part.open = false;
    }
  }

  /** @type {Question[]} */
  let questions = [];
  let guessed;

  function begin() {
    for (const question of questions) question.forget();
    questions = all('article .prompt').flatMap(prompt => {
      const answer = partsOf(prompt).find(({ dataset }) => 'nnQuestion' in dataset);
      const question = answer && new Question(prompt, answer);
      return question?.form ? [question] : [];
    });
    list();
  }

  /** Lists the guesses at the end of the notebook, in the order in which they were made. */
  function list() {
    const answered = questions.filter(({ isLater }) => !isLater);
    const made = answered.filter(({ guess }) => guess !== undefined)
      .sort((a, b) => guesses[a.words].at - guesses[b.words].at).map(({ prompt, words, result }) =>
        ({ ...result, id: prompt.id, words: words.length > 90 ? `${words.slice(0, 88)}…` : words }));
    guessed?.remove();
    if (made.length === 0) return;
    const close = some => some.filter(({ isClose }) => isClose).length, half = Math.ceil(made.length / 2);
    const [before, after] = [made.slice(0, half), made.slice(half)];
    const growth = made.length < 4 ? ''
      : ` Of the first ${half}, ${close(before)} were close; of the other ${after.length}, ${close(after)}.`;
    const row = (name, ...cells) => make('tr', {}, ...cells.map(cell => make(name, {}, cell)));
    const head = row('th', 'Question', 'Your guess', 'Answer', 'Distance');
    for (const cell of head.children) cell.scope = 'col';
    const table = make('table', {}, make('thead', {}, head), make('tbody', {}, ...made.map(
      ({ id, words, mine, truth, distance, isClose }) =>
        row('td', make('a', { href: `#${id}` }, words), mine, truth, `${isClose ? '✓ ' : ''}${distance}`))));
    const box = make('div', { className: 'table', tabIndex: 0, role: 'region', ariaLabel: 'Your guesses' }, table);
    guessed = make('section', { className: 'guesses' },
      make('h2', { id: 'your-guesses' }, 'Your guesses'),
      make('p', {}, `You have guessed at ${made.length} of ${answered.length} questions; ${close(made)} ${
        close(made) === 1 ? 'guess was' : 'guesses were'} close.${growth} They are kept in this browser only.`),
      box, button('tool', 'Forget these guesses', forget));
    document.querySelector('article')?.append(guessed);
  }

  function forget() {
    guesses = {};
    store();
    begin();
  }
  // A live page says with this event that the reader's work has been deleted.
  addEventListener('nn-forgotten', forget);

  /** Opens the folded parts that hide an element. */
  window.nnUnfold = element => {
    for (let at = element; at; at = at.parentElement) if (at.matches('details')) at.open = true;
  };
  /** Opens the folded output of a cell, unless it answers a question that the reader has not answered yet. */
  window.nnShowOutput = cell => {
    for (const answer of all('.answer', cell))
      if (!questions.some(({ prompt }) => 'nnAsks' in prompt.dataset && partsOf(prompt).includes(answer)))
        answer.open = true;
  };
  /** The question of a prompt, which the teacher's screen of a class asks; undefined if it has none. */
  window.nnPrediction = prompt => questions.find(question => question.prompt === prompt);
  if (!isAlone && document.querySelector('article .prompt')) begin();
  // A cell that is shown alone (?cell=) shows its output at once, since its prompt is not shown.
  if (isAlone && document.querySelector('[data-nn-bar]')) for (const answer of all('.answer')) answer.open = true;

  // The listeners are on the document, since a live page also shows the outputs of an earlier visit.
  let pressed;
  document.addEventListener('click', ({ target }) => { pressed = target.closest('.answer > summary')?.parentElement; });
  document.addEventListener('toggle', ({ target: answer }) => {
    if (!answer.matches('.answer[open]')) return;
    // Who opens one part of an answer sees all of it.
    if (!opened)
      questions.find(({ prompt }) => 'nnAsks' in prompt.dataset && partsOf(prompt).includes(answer))?.open();
    // A chart that was hidden needs a resize event to fill its width. The focus moves to the output, since the button
    // that had it has disappeared.
    dispatchEvent(new Event('resize'));
    const shown = answer === pressed && answer.closest('.output');
    if (!shown) return;
    shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
  }, true);
  // All answers are printed.
  addEventListener('beforeprint', () => {
    opened = all('.answer:not([open])');
    for (const answer of opened) answer.open = true;
  });
  addEventListener('afterprint', () => {
    for (const answer of opened ?? []) answer.open = false;
    opened = null;
  });
}

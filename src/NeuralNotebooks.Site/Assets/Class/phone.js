// The page of a phone. It asks every two seconds what the class is asked, and sends a guess, which is kept here only to
// compare it with the answer.
{
  const main = document.querySelector('main'), says = make('p', { className: 'verdict', role: 'status' });
  /** The guess in each vote, by the question and the vote. */
  const guesses = new Map(), keyOf = ({ id, round }) => `${id} ${round}`;
  const say = words => { if (says.textContent !== words) says.textContent = words; };
  let shown = null, form = null, timer = 0, isAsking = false, tried = location.hash.slice(1);

  /** Sends a message, and returns the status of the reply. */
  const send = async (path, message) => {
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(path, { method: 'POST', headers, body: JSON.stringify(message) })
      .catch(() => ({ status: 0 }));
    return status;
  };
  const failures = {
    0: 'No connection. Are you in the network of the class?',
    403: 'This is not the code on the screen.',
    409: 'Too late: the voting has stopped, or another question has begun.',
    423: 'Nobody can join any more. Ask your teacher.',
    429: 'Too many phones or tries from your network. Scan the QR code, or wait a little.',
  };

  /** What the phone shows: the parts below the title, and the status. */
  function put(key, words, ...parts) {
    shown = key;
    main.replaceChildren(make('h1', {}, words), ...parts, says);
  }

  /** Joins with the code in the address, which the QR code contains, or asks for it.
   * @returns {Promise<boolean>} whether the phone has joined */
  async function enter() {
    const code = tried;
    tried = '';
    if (code && await join(code)) return true;
    if (shown === 'code') return false;
    const input = make('input', { type: 'text', inputMode: 'numeric', autocomplete: 'off', size: 8 });
    const asked = make('form', { className: 'guess' }, make('label', {}, 'The code on the screen: ', input),
      make('div', { className: 'commit' }, make('button', {}, 'Join')));
    asked.addEventListener('submit', async event => {
      event.preventDefault();
      if (await join(input.value.replace(/\D/g, ''))) follow();
    });
    put('code', 'Guess with the class', asked);
    return false;
  }

  async function join(code) {
    const status = await send('join', { code });
    if (status === 204) guesses.clear();
    say(failures[status] ?? '');
    return status === 204;
  }

  /** The form of a question, and its guess as the server reads it. */
  function formOf({ choices, axes, unit }) {
    if (choices) {
      const of = guessForms.choices(choices, 'choice');
      return { ...of, sent: guess => choices.indexOf(guess) };
    }
    if (!axes) return { ...guessForms.number(unit, '7 or 0.05'), sent: typedNumber };
    const of = guessForms.curve(axes);
    // A curve may begin and end a little inside.
    const sent = guess => {
      const heights = sketch.heightsOf(axes, guess), drawn = heights.filter(height => height !== null);
      const first = heights.indexOf(drawn[0]);
      return heights.map((height, i) => height ?? (i < first ? drawn[0] : drawn.at(-1)));
    };
    return { ...of, sent };
  }

  function ask(state) {
    const { id, round, question } = state;
    form = formOf(question);
    const guess = make('button', {}, 'Send this guess'), buttons = make('div', { className: 'commit' }, guess);
    if (form.clear) buttons.append(button('', 'Clear', form.clear));
    const asked = make('form', { className: 'guess' }, ...form.elements, buttons);
    asked.addEventListener('submit', async event => {
      event.preventDefault();
      const read = form.read();
      if (read === null) return say(form.missing);
      const status = await send('guess', { question: id, round, guess: form.sent(read) });
      if (status === 204) guesses.set(keyOf(state), read);
      say(status === 204 ? 'Sent. You may change it until the voting stops.' : failures[status]
        ?? 'Not accepted. Reload this page, and guess again.');
    });
    put(keyOf(state), question.words, asked);
    say(round === 2 ? 'The second vote: think again.' : '');
  }

  /** The answer, and how it differs from the guess. */
  function reveal(state, key) {
    const { question: { words, choices, axes, unit }, truth } = state;
    const after = unit && ` ${unit}`, guess = guesses.get(keyOf(state));
    let verdict = 'The answer comes later.', parts = [];
    if (truth !== null && axes) {
      const line = { ...axes, points: axes.points.map((point, i) => ({ ...point, y: truth[i] })) };
      verdict = guess ? sketch.compare(line, guess).words : 'The true curve.';
      const { element, reveal: open } = sketch.field(line);
      open(guess);
      parts = [element];
    } else if (truth !== null) {
      const answer = choices ? truth.map(i => choices[i]).join(' or ') : numberText(truth) + after;
      verdict = `The answer: ${answer}.`;
      if (guess) verdict += ` You guessed ${choices ? guess : numberText(typedNumber(guess)) + after}.`;
    }
    put(key, words, ...parts);
    say(verdict);
  }

  function show(state) {
    const { phase } = state, key = keyOf(state), revealed = `${key} ${state.truth}`;
    if (phase === 'waiting') {
      if (shown !== phase) put(phase, 'Wait for a question');
      return say('You have joined.');
    }
    if (phase === 'revealed') {
      if (shown !== revealed) reveal(state, revealed);
      return;
    }
    if (shown !== key) ask(state);
    const isClosed = phase === 'closed', fields = all('input, button', main);
    if (fields[0].disabled !== isClosed) say(isClosed ? 'The voting has stopped.' : '');
    for (const field of fields) field.disabled = isClosed;
  }

  async function follow() {
    if (isAsking) return;
    isAsking = true;
    clearTimeout(timer);
    let wait = 2000;
    try {
      const response = await fetch('state', { cache: 'no-cache' });
      if (response.ok && says.textContent === failures[0]) say('');
      const state = response.ok ? await response.json() : null;
      if (state?.phase === 'join') wait = await enter() ? 0 : wait;
      else if (state) show(state);
    } catch {
      say(failures[0]);
    }
    isAsking = false;
    timer = setTimeout(follow, wait);
  }
  document.addEventListener('visibilitychange', () => { if (!document.hidden) follow(); });
  follow();
}

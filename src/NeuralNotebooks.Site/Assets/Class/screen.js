// The teacher's screen over the slides of a notebook's page, which nn serve --class adds. C asks the class the question
// of the slide. The answer stays in this page until Reveal: only then is it sent to the server, and from there to the
// phones.
{
  const failed = {
    0: 'nn serve does not answer.',
    409: 'Another window has changed the question.',
    507: 'The phones have the answer, but the file of --save cannot be written.',
  };
  const screen = make('dialog', { className: 'class-screen', ariaLabel: 'The class' });
  const words = make('div', { className: 'words' }), result = make('div', { className: 'result' });
  const joining = make('aside', {}), picture = make('img', {}), tools = make('div', { className: 'tools' });
  const says = make('p', { className: 'says', role: 'status' });
  const hands = make('form', { className: 'guess', hidden: true });
  screen.append(make('main', {}, words, result, hands, says), joining, tools);
  document.body.append(screen);
  let state, text, address, timer, asked = null, isBusy = false;

  /** Does what a key or a button is for, unless the reply to an earlier one is still awaited: a double press is one. */
  async function once(run) {
    if (isBusy) return;
    isBusy = true;
    try {
      await run();
    } finally {
      isBusy = false;
    }
  }

  async function post(message) {
    const shown = { question: state?.id ?? 0, round: state?.round ?? 0 };
    const headers = { 'content-type': 'application/json' }, body = JSON.stringify({ ...shown, ...message });
    const { status } = await fetch('nn-class/act', { method: 'POST', headers, body }).catch(() => ({ status: 0 }));
    await follow();
    says.textContent = status === 204 ? '' : failed[status] ?? 'This is not possible now.';
    return status === 204;
  }

  /** The question of a slide as the phones get it, its answer, and how guesses are drawn and judged. */
  function questionOf(prompt) {
    const found = window.nnPrediction?.(prompt);
    if (!found) return null;
    const { asked: { kind, number, choices, right, unit }, form: { judge, line }, isLater } = found;
    const question = { words: found.words, unit, choices: null, heights: null, axes: null };
    if (line) {
      const { truth, ...curve } = sketch.asked(line), { points } = curve.axes;
      const known = { ...curve.axes, points: points.map((point, i) => ({ ...point, y: truth[i] })) };
      const judged = guess => judge(points.map(({ x }, i) => [x, guess[i]]));
      return { question: { ...question, ...curve }, truth, line: known, judge: judged };
    }
    const isNumber = kind === 'number', answer = isNumber ? Number(number) : right.map(one => choices.indexOf(one));
    return {
      question: isNumber ? question : { ...question, choices }, truth: isLater ? null : answer,
      unit: unit && ` ${unit}`, judge: guess => judge(isNumber ? `${guess}` : choices[guess]),
    };
  }

  /** A table of bars: how many guesses of each vote belong to a row.
   * @param {string} caption
   * @param {{ name: string, has: (guess: any) => boolean, isRight?: boolean }[]} rows
   * @param {any[][]} votes */
  function bars(caption, rows, votes) {
    const counts = rows.map(({ has }) => votes.map(guesses => guesses.filter(has).length));
    const most = Math.max(1, ...counts.flat());
    const bar = (count, i) => {
      const drawn = make('div', { className: `bar vote${i + 1}` }, `${count}`);
      drawn.style.setProperty('--part', `${count / most}`);
      return drawn;
    };
    return make('table', {}, make('caption', {}, caption), make('tbody', {}, ...rows.map(({ name, isRight }, i) =>
      make('tr', { className: isRight ? 'right' : '' },
        make('th', { scope: 'row' }, `${isRight ? '✓ ' : ''}${name}`), make('td', {}, ...counts[i].map(bar))))));
  }

  /** The rows of numbers: each of a few, otherwise intervals between round numbers, which are powers of ten if the
   * numbers differ by factors of a thousand; and the commonest numbers if nearly all are equal. */
  function intervals(numbers, truth, unit) {
    const sorted = [...numbers, ...truth === null ? [] : [truth]].sort((a, b) => a - b), some = [...new Set(sorted)];
    const row = one => ({ name: numberText(one) + unit, has: guess => guess === one, isRight: one === truth });
    if (some.length <= 8) return some.map(row);
    const [low, high] = [0.05, 0.95].map(part => sorted[Math.round(part * (sorted.length - 1))]);
    const isLog = low > 0 && high > 1000 * low, [from, to] = [low, high].map(end => (isLog ? Math.log10(end) : end));
    const edges = to - from > 1e-9 * Math.max(Math.abs(from), Math.abs(to))
      ? window.nnFigures.ticksOf({ from, to }, 7, isLog ? 1 : 0).map(edge => (isLog ? 10 ** edge : edge)) : [];
    if (edges.length === 0) {
      const count = one => (one === truth ? Infinity : numbers.filter(number => number === one).length);
      const most = some.sort((a, b) => count(b) - count(a)).slice(0, 8).sort((a, b) => a - b);
      return [...most.map(row), { name: 'other numbers', has: guess => !most.includes(guess) }];
    }
    return [-Infinity, ...edges].map((begin, i) => {
      const end = edges[i] ?? Infinity, has = guess => guess >= begin && guess < end;
      const name = i === 0 ? `below ${numberText(end)}` : end === Infinity ? `${numberText(begin)} and more`
        : `${numberText(begin)} to ${numberText(end)}`;
      return { name: name + unit, has, isRight: truth !== null && has(truth) };
    });
  }

  /** The guesses of each vote beside the answer, and how far they are from it. */
  function results(votes) {
    const { question: { choices }, truth, line, unit, judge } = asked, isClose = guess => judge(guess).isClose;
    const last = votes.at(-1), found = last.filter(isClose).length;
    const close = last.length === 0 ? 'Nobody has guessed.'
      : `${found} of ${last.length} are ${choices ? 'right' : 'close'}.`;
    const which = votes.length > 1 ? ' Amber: the first vote. Purple: the second.' : '';
    const caption = (truth === null ? 'The answer comes later.' : choices || line ? close
      : `The answer is ${numberText(truth)}${unit}.`) + which;
    if (choices) return [bars(caption, choices.map((name, i) =>
      ({ name, has: guess => guess === i, isRight: truth?.includes(i) })), votes)];
    const sideOf = guess => (isClose(guess) ? 1 : judge(guess).isLow ? 0 : 2);
    const times = guess => Math.max(0, Math.min(3, Math.ceil(judge(guess).part) - 1));
    const far = line ? ['close', 'up to 2 times too far', 'up to 3 times', 'more']
      : ['too low', 'close', 'too high'];
    const distances = far.map((name, i) =>
      ({ name, has: guess => (line ? times : sideOf)(guess) === i, isRight: i === (line ? 0 : 1) }));
    const drawn = line
      ? sketch.curves(line, votes, `${votes.flat().length} curves of the class, and the true one. ${close}`)
      : bars(caption, intervals(votes.flat(), truth, unit), votes);
    return truth === null ? [drawn] : [drawn, bars(line ? caption : close, distances, votes)];
  }

  /** Whether this window shows the question that the server asks. */
  const isOwn = () => asked !== null && state?.id === asked.id && state?.session === asked.session;

  /** Whether this window has an answer that the phones have not. After Reveal, a later slide may have it. */
  const canReveal = () => isOwn()
    && (state.phase !== 'revealed' || (asked.truth !== null && (state.truth ?? null) === null));

  function show() {
    const { phase, answered, joined, round } = state, isRevealed = isOwn() && !canReveal();
    if (asked && !isOwn()) says.textContent = phase ? `Another window asks: ${state.words}`
      : asked.session && asked.session !== state.session
        ? 'nn serve was restarted: its guesses are gone. C asks again.' : '';
    const { choices, axes } = asked?.question ?? {};
    result.replaceChildren(...isRevealed ? results(state.guesses) : !isOwn() ? [] : [
      ...choices ? [make('ul', {}, ...choices.map(choice => make('li', {}, choice)))] : [],
      ...axes ? [sketch.curves(axes, [], `Empty axes: ${axes.x.title} to the right, ${axes.y.title} upwards`)] : [],
      make('p', { className: 'count' }, `${answered.at(-1)} of ${joined} have answered`),
      make('p', {}, phase === 'closed' ? 'The voting has stopped.' : round === 2 ? 'The second vote.' : ''),
    ]);
    screen.classList.toggle('revealed', isRevealed);
    showJoining();
    // The buttons stay if nothing else can be done, so that the focus stays, too.
    const now = actions(), names = now.map(({ name }) => name).join();
    if (tools.dataset.names === names) return;
    tools.dataset.names = names;
    tools.replaceChildren(...now.map(({ keys: [key], name }) => {
      const one = button('tool', '', () => once(() => actions().find(action => action.name === name)?.run()));
      one.append(make('kbd', {}, arrows[key] ?? key.toUpperCase()), name);
      return one;
    }));
  }

  function showJoining() {
    const { addresses, code, joined, joining: isOpen, reached, crowd } = state;
    if (!addresses.includes(address)) [address] = addresses;
    const source = `nn-class/qr.svg?address=${encodeURIComponent(address)}&of=${code}`;
    if (picture.getAttribute('src') !== source)
      Object.assign(picture, { src: source, alt: `QR code of ${address}, with the code` });
    const other = one => button('other', one, () => { address = one; show(); });
    const paper = asked?.line ? 'students draw the curve on paper, and R reveals the true one.'
      : 'count raised hands: H.';
    const notes = [
      isOpen ? '' : 'Joining is closed.',
      address ? '' : `This machine is in no network: ${paper}`,
      reached || !address ? '' : 'No phone has reached this machine yet. The usual causes: the Wi-Fi isolates its '
        + 'devices; this machine’s firewall refuses them; a VPN is on. Without a network, ' + paper,
      crowd ? `${crowd.phones} phones have the address ${crowd.address}. At most ${crowd.most} may: `
        + 'nn serve --class --phones-per-address N allows more.' : '',
    ].filter(Boolean);
    joining.replaceChildren(
      ...isOpen && address ? [picture, make('p', { className: 'address' }, address),
        make('p', { className: 'digits' }, code.replace(/^(...)/, '$1 '))] : [],
      make('p', {}, `${joined} joined`), ...notes.map(note => make('p', { className: 'note' }, note)),
      ...isOpen && addresses.length > 1 ? [make('p', { className: 'note' }, 'Other addresses: ',
        ...addresses.filter(one => one !== address).map(other))] : []);
  }

  const arrows = { ArrowRight: '→', ArrowLeft: '←' };
  /** What the teacher can do now, by keys; a presenter has those that turn pages and that blank the screen. */
  function actions() {
    const { phase, round, joining: isOpen } = state ?? {}, votes = isOwn() && phase !== 'revealed';
    const next = ['ArrowRight', 'PageDown'], when = (can, keys, name, run) => (can ? [{ keys, name, run }] : []);
    const isStopped = phase === 'closed';
    return [
      ...when(canReveal(), [...next, 'r'], 'Reveal', () => post({ do: 'reveal', truth: asked.truth })),
      ...when(votes, ['b', '.'], isStopped ? 'Go on voting' : 'Stop voting',
        () => post({ do: isStopped ? 'resume' : 'stop' })),
      ...when(isOwn() && round === 1, ['v'], 'Vote again', () => post({ do: 'again' })),
      ...when(votes && !asked.line, ['h'], 'Raised hands', count),
      ...when(asked && !isOwn(), ['c'], 'Ask here', ask),
      ...when(true, ['j'], isOpen ? 'Close joining' : 'Open joining', () => post({ do: 'joining', open: !isOpen })),
      ...when(!canReveal(), next, 'Go on', () => leave(true)),
      ...when(true, ['ArrowLeft', 'PageUp', 'Escape'], 'Back', () => leave(false)),
    ];
  }

  async function ask() {
    if (!await post({ do: 'ask', asked: asked.question }) || state?.words !== asked.question.words) return;
    Object.assign(asked, { id: state.id, session: state.session });
    show();
  }

  /** The teacher types how many hands were raised for each choice, or the numbers that were called. */
  function count() {
    const input = size => make('input', { type: 'text', autocomplete: 'off', size });
    const field = (name, size) => make('label', {}, `${name} `, input(size));
    const fields = asked.question.choices?.map(choice => field(choice, 4)) ?? [field('The numbers that you hear:', 30)];
    hands.replaceChildren(...fields,
      make('div', { className: 'commit' }, make('button', { className: 'tool' }, 'Count these')));
    hands.hidden = false;
    hands.querySelector('input').focus();
  }
  hands.addEventListener('submit', event => {
    event.preventDefault();
    const typed = all('input', hands).map(({ value }) => value.trim());
    const guesses = asked.question.choices
      ? typed.flatMap((number, i) => Array(Math.min(1000, Math.round(Math.abs(Number(number))) || 0)).fill(i))
      : typed[0].split(/[\s;]+/).filter(Boolean).map(typedNumber);
    if (!guesses.every(Number.isFinite)) return void (says.textContent = 'Type numbers with blanks between them.');
    hands.hidden = true;
    once(() => post({ do: 'hands', hands: guesses }));
  });

  async function follow() {
    clearTimeout(timer);
    if (screen.open) timer = setTimeout(follow, 1000);
    const reply = await fetch('nn-class/state', { cache: 'no-cache' }).then(answer => answer.text(), () => '');
    if (!reply || says.textContent === failed[0]) says.textContent = reply ? '' : failed[0];
    if (!reply || reply === text) return;
    state = JSON.parse(text = reply);
    show();
  }

  /** Ends the screen, and perhaps shows the next slide. */
  async function leave(goesOn) {
    if (isOwn()) await post({ do: 'leave' });
    hands.hidden = true;
    screen.close();
    if (goesOn) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  }

  async function open() {
    const prompt = document.querySelector('.slide.prompt');
    asked = prompt && questionOf(prompt);
    words.replaceChildren(...all(':scope > :not(form)', prompt ?? words).map(part => part.cloneNode(true)));
    text = says.textContent = '';
    screen.showModal();
    await (asked ? ask() : follow());
  }

  addEventListener('keydown', event => {
    const isTyping = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (isTyping && key === 'Escape') hands.hidden = true;
    const action = screen.open && !isTyping && actions().find(({ keys }) => keys.includes(key));
    const opens = !screen.open && !isTyping && 'slides' in root.dataset && ['c', 'b', '.'].includes(key);
    if (action || opens) {
      event.preventDefault();
      once(opens ? open : action.run);
    }
    if (screen.open) event.stopImmediatePropagation();
  }, true);
  screen.addEventListener('cancel', event => event.preventDefault());
}

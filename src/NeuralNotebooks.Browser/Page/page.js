// The live page: its cells' queue, the session, the editors.
import { button, make, pause } from './elements.js';
import { Outputs } from './outputs.js';
import { Session } from './session.js';
import { carried, hide, offer, show } from './values.js';
import { list } from './variables.js';

const seconds = milliseconds =>
  milliseconds < 9950
    ? `${(milliseconds / 1000).toFixed(milliseconds < 995 ? 2 : 1)} s`
    : `${Math.round(milliseconds / 1000)} s`;
const megabytes = bytes => (bytes / 1e6).toFixed(1);

/** Takes over the page from its first script. */
export async function begin(frame, boot) {
  const { cells, controls, root, work, notebook } = frame;
  const live = new URL('live/', document.baseURI);
  const outputs = new Outputs({
    plotly: boot.scripts.plotly && new URL(boot.scripts.plotly.name, live).href,
    render: frame.render,
  });
  const byId = id => cells.find(cell => cell.id === id);
  const queue = [];
  let generation = 0, pumping = false, received = 0, said = -1, current = null, all = false, followed = 0;
  let resting, slow;
  let goesOn = false, judging = false, follows = false;

  const { files, isAssignment } = frame;
  const session = new Session({ boot, site: work.site, live, files, isAssignment }, {
    progress({ bytes }) {
      if (root.dataset.nnLive !== 'loading') return; // Data, or documentation.
      received += bytes;
      controls.progress.value = Math.min(1, received / session.size);
      // In quarters: a screen reader reads each of these texts.
      const quarter = Math.min(3, Math.floor((4 * received) / session.size));
      if (quarter === said) return;
      said = quarter;
      frame.say(`Loading C#: ${25 * quarter} % of ${megabytes(session.size)} MB, once`);
    },
    fetching({ size }) { frame.say(`Fetching the data that this cell needs, ${megabytes(size)} MB, once`); },
    output(message) {
      const cell = byId(message.id);
      if (!cell) return;
      const values = carried(message);
      if (values && !frame.readOnly) return showValues(cell, values);
      outputs.take(cell.draft ?? cell, message);
      if (cell.draft || message.kind !== 'error' || cell.state !== 'done' || cell.mayFail) return;
      cell.state = 'failed';
      frame.say(`Cell ${cell.number} failed after it had ended.`);
    },
    ask: question,
    died: lost,
  });

  function state(name, words) {
    root.dataset.nnLive = name;
    controls.stop.disabled = name !== 'running' && name !== 'loading';
    controls.reset.disabled = name === 'off' || name === 'loading';
    controls.progress.hidden = name !== 'loading';
    if (words !== undefined) frame.say(words);
    if (name === 'ready') setTimeout(follow);
    cells.forEach(offer);
  }

  const ask = question => (root.dataset.nnLive === 'ready' ? session.ask(question) : null);
  const variables = list(controls.more.parentElement, controls.more, ask);

  /** Whether a cell has to run before those below it. */
  const isDue = cell => cell.ran !== generation && cell.endless !== cell.source && cell.source.trim() !== '';

  /** Lets editors say what the session knows: what does so is loaded with .NET. */
  async function assist(...open) {
    const { assistance } = await import('./lint.js');
    for (const cell of open)
      cell.editor?.assist(assistance(ask, () => cells.slice(0, cells.indexOf(cell)).some(isDue)));
  }

  /** The session has changed: editors, variables and marks follow, as long as nothing runs. */
  async function follow() {
    const mine = ++followed;
    assist(...cells);
    variables();
    frame.mark();
    for (const cell of cells) {
      const of = cell.ranSource ?? cell.original;
      if (cell.names?.of === of) continue;
      // What the reader asks meanwhile comes first.
      await pause(200);
      const names = mine === followed && (await ask({ type: 'names', code: of }));
      if (!names) return;
      cell.names = { of, sets: [names.reads, names.declares, names.assigns].map(each => new Set(each)) };
      frame.mark();
    }
  }

  /** Values stand beside the lines of an editor. */
  async function showValues(cell, values) {
    if (!cell.editor) await page.edit(cell, undefined, false);
    if (!cell.stale) show(cell, values);
  }

  /** .NET, started. */
  async function started() {
    if (session.alive && root.dataset.nnLive !== 'loading') return true;
    state('loading', 'Loading C#');
    try {
      await session.ready();
      if (root.dataset.nnLive === 'loading') state('ready', 'Ready');
      return true;
    } catch (error) {
      if (error.message === 'stopped') state('off', 'Stopped. Outputs are as they were.');
      else state('failed', `C# could not be started (${error.message}). Run again to try once more.`);
      return false;
    } finally {
      received = 0;
      said = -1;
    }
  }

  function drop() {
    for (const cell of queue.splice(0)) cell.state = cell.before ?? 'idle';
  }

  function enqueue(cell) {
    if (cell.state === 'queued' || cell.state === 'running') return;
    cell.before = cell.state;
    cell.state = 'queued';
    queue.push(cell);
  }

  async function pump() {
    if (pumping || judging) return;
    pumping = true;
    if (!(await started())) drop();
    let failed = null;
    while (queue.length > 0) {
      const cell = queue.shift();
      if (cell.removed) continue;
      state('running', `Running cell ${cell.number}${goesOn ? '; Stop goes on without it' : ''}`);
      if (!(await execute(cell))) {
        failed ??= cell;
        if (goesOn && (session.alive || (await revived()))) continue;
        drop();
        break;
      }
    }
    pumping = false;
    const last = current;
    current = null;
    // After a reset, the next session is still loading.
    if (!session.alive || root.dataset.nnLive === 'loading') return;
    state('ready');
    if (!failed) frame.say(last ? `Ready. Cell ${last.number} took ${last.time}.` : 'Ready');
    else {
      const go = () => { failed.element.scrollIntoView({ block: 'center' }); failed.focus(); };
      frame.say(
        `Cell ${failed.number} ${failed.wasStopped ? 'was stopped' : 'ended with an error'}.`,
        frame.link(`Go to cell ${failed.number}`, go),
      );
      if (all) go();
    }
    all = false;
  }

  /** Begins a new session in place of one that a cell has ended, without that cell, with all others. */
  async function revived() {
    drop();
    generation++;
    if (!(await started()) || !goesOn) return false;
    for (const cell of cells) if (isDue(cell)) enqueue(cell);
    return true;
  }

  /** What makes the controls of cells move: loaded with the first of them. */
  let hand;
  async function connect(cell) {
    if (!cell.output.querySelector('[data-nn-control]')) return;
    hand ??= import('./control.js').then(({ hand, swap }) => ({ connect: hand(step), swap }))
      .catch(error => { hand = undefined; throw error; });
    (await hand).connect(cell);
  }

  const idle = async () => {
    while (pumping || judging) await pause(20);
  };

  /** Follows a hand: runs cells again whose controls it has moved, and those that read what they declare. One that has
   * not run yet runs if nothing is missing above it.
   * @param take  gives the cells, once nothing else runs */
  async function step(take) {
    await idle();
    const moved = take();
    // One that has ended the session may not do so where it is now.
    const due = moved.filter(cell => cell.ran !== generation && cell.source.trim() !== '');
    if (due.length > 0) {
      page.runEach(due);
      await idle();
      if (due.some(cell => cell.ran !== generation || cell.state !== 'done')) return;
    }
    pumping = follows = true;
    clearTimeout(resting);
    state('running');
    slow = null;
    try {
      for (const cell of frame.dependents(moved)) {
        if (!follows) break;
        const isMissing = cell.ran !== generation && cells.slice(0, cells.indexOf(cell)).some(isDue);
        // One that was stopped where the hand was may end where it is now.
        const isEndless = cell.endless === cell.source && !cell.stoppedInHand;
        const waits = !moved.includes(cell) && (cell.stale || isEndless || isMissing);
        if (!waits && !due.includes(cell) && !(await execute(cell, true))) break;
      }
    } finally {
      pumping = false;
      current = null;
    }
    if (!follows) take(); // What was to come is stopped, too.
    if (queue.length > 0) pump();
    // As long as a hand goes on moving, the page stays as it is.
    else if (session.alive)
      resting = setTimeout(() => {
        if (pumping || judging || root.dataset.nnLive !== 'running') return;
        state('ready', !follows ? 'Stopped' : slow ? `Ready. Cell ${slow.number} took ${slow.time}.` : undefined);
      }, 200);
  }

  /** Runs a cell; true when the next one may follow.
   * @param isMoved  whether a hand makes it run again: then the old output stays until there is a new one */
  async function execute(cell, isMoved = false) {
    const how = { choices: cell.choices, follows: isMoved, showsValues: cell.showsValues };
    const begin = () => { cell.state = 'running'; };
    current = cell;
    const { values } = cell;
    cell.draft = isMoved ? { output: make('div') } : undefined;
    if (isMoved) cell.draft.output.dataset.nnDraft = '';
    else begin();
    const late = isMoved && setTimeout(() => {
      begin();
      slow = cell;
      frame.say(`Running cell ${cell.number}`);
    }, 300);
    outputs.begin(cell.draft ?? cell);
    if (!isMoved) hide(cell);
    cell.published = false;
    cell.ranSource = cell.source;
    cell.outOfDate = '';
    cell.ran = generation;
    if (!isMoved) cell.tell('running');
    const { outcome, duration = 0 } = await session.run(cell.id, cell.source, cell.number, how);
    clearTimeout(late);
    if (outcome === 'killed') generation++;
    if (isMoved) (await hand).swap(cell, how.choices);
    if (isMoved && cell.values === values) hide(cell);
    outputs.end(cell);
    connect(cell).catch(error => console.warn(error));
    if (outcome === 'killed' || outcome === 'ended') {
      outputs.take(cell, {
        kind: 'error',
        name: outcome === 'killed' ? 'Stopped' : 'Ended',
        parts: [
          cell.ending ?? 'The cell did not respond, so C# was stopped. Variables are gone; your code is unchanged.',
          '',
        ],
      });
      cell.ending = undefined;
    }
    // A cell that was stopped or ended the worker is not run again because of a cell below it.
    cell.wasStopped = outcome === 'killed' || outcome === 'Interrupted';
    cell.endless = cell.wasStopped || outcome === 'ended' ? cell.source : undefined;
    cell.stoppedInHand = isMoved;
    for (const open of cell.output.querySelectorAll('.nn-ask')) open.remove();
    const good =
      outcome === 'Succeeded' || (cell.mayFail && (outcome === 'RuntimeError' || outcome === 'CompileError'));
    cell.state = good ? 'done' : 'failed';
    cell.duration = duration;
    cell.ranAt = Date.now();
    cell.tell(seconds(duration));
    const keep = () => {
      if (!cell.isOfReader || cell.removed || cell.state === 'running') return;
      cell.remember();
      frame.store(cell);
    };
    // Pictures are drawn a little later, and a hand may go on moving.
    cell.keeping?.forEach(clearTimeout);
    cell.keeping = [isMoved ? 300 : 0, 2000].map(wait => setTimeout(keep, wait));
    if (good && !frame.passing && cell.output.querySelector('[data-verdict="correct"]')) {
      frame.tick(cell);
      work.keep('solved', notebook, cell.id, { at: Date.now() }).catch(() => {});
    }
    return good;
  }

  /** The worker has ended unexpectedly. */
  function lost(reason) {
    follows = false;
    generation++;
    drop();
    if (current)
      current.ending = /stack|recursion/i.test(reason)
        ? 'Stack overflow: the recursion is infinite or too deep, and C# stopped. '
          + 'Variables are gone; your code is unchanged.'
        : /memory/i.test(reason)
          ? 'C# ran out of memory and stopped. Variables are gone; your code is unchanged.'
          : `C# has stopped (${reason}). Variables are gone; your code is unchanged.`;
    if (goesOn || judging) return;
    setTimeout(() => state('failed', 'C# has stopped; variables are gone. Run starts it again.'));
  }

  function question({ prompt, password }) {
    const field = make('input', {
      type: password ? 'password' : 'text', autocomplete: 'off', ariaLabel: prompt || 'The cell asks for a line',
    });
    const enter = button('Enter', { type: 'submit', className: 'tool' });
    const onsubmit = event => {
      event.preventDefault();
      form.remove();
      session.answer(field.value);
    };
    const form = make('form', { className: 'nn-ask', onsubmit }, prompt, field, enter);
    current?.output.append(form);
    field.focus();
  }

  async function complete(code, position) {
    if (session.busy) return { busy: true };
    if (!(await started())) return null;
    return session.ask({ type: 'complete', code, position });
  }

  const page = {
    run(cell, advance = false) {
      if (advance) cells[cells.indexOf(cell) + 1]?.focus();
      page.runEach([cell]);
    },
    /** Runs cells, and before them those above that have not run, and those that they use and that are out of date. */
    runEach(some) {
      const last = Math.max(...some.map(cell => cells.indexOf(cell)));
      const wanted = cells.filter((cell, place) => some.includes(cell) || (place < last && isDue(cell)));
      const needed = frame.needs(wanted).filter(cell => cell.endless !== cell.source);
      for (const cell of cells) if (wanted.includes(cell) || needed.includes(cell)) enqueue(cell);
      pump();
    },
    runAll() {
      all = true;
      for (const cell of cells) if (cell.source.trim() !== '') enqueue(cell);
      pump();
    },
    async stop() {
      follows = false;
      if (judging) return session.end();
      if (!goesOn) drop();
      if (session.busy) {
        frame.say('Stopping');
        session.stop();
        if (goesOn) return;
        await pause(50);
        while (session.busy) await pause(50);
        if (!session.alive && root.dataset.nnLive === 'running' && (await started()))
          frame.say('Stopped: variables are gone. Run runs the cells above again.');
      } else if (!session.alive || root.dataset.nnLive === 'loading') session.end();
    },
    async reset() {
      goesOn = follows = false;
      drop();
      generation++;
      if (current) current.ending = 'The session was reset.';
      session.end();
      for (const cell of cells) {
        cell.state = 'idle';
        if (!cell.choices) continue;
        cell.choices = undefined;
        frame.store(cell);
      }
      if (await started()) frame.say('Variables are cleared. Outputs are from before the reset.');
    },
    /** Runs every cell in a new session, past those that fail, are stopped, or end the session, and asks in another one
     * what would not count of the notebook's text, which is made in between. Null if it was stopped. */
    async handIn(name, make) {
      await page.reset();
      if (!session.alive) return null;
      goesOn = true;
      page.runAll();
      while (pumping) await pause(50);
      if (!goesOn || !session.alive) {
        goesOn = false;
        return null;
      }
      goesOn = false;
      judging = true; // What is run meanwhile waits.
      try {
        const text = await make();
        generation++;
        session.end();
        if (!(await started())) return null;
        // A cell that ends the session, or does not end, would do so again.
        const judge = !cells.some(cell => cell.endless === cell.source);
        state('running', 'Judging by the rules of grading, without the hidden tests; Stop goes on without it');
        const judged = judge && (await session.handIn(name, text, true));
        const found = judged || ((await started()) && (await session.handIn(name, text, false)));
        return found && { ...found, text, unjudged: !judged };
      } finally {
        judging = false;
        if (root.dataset.nnLive === 'running') state(session.alive ? 'ready' : 'off', '');
        if (queue.length > 0) pump();
      }
    },
    async edit(cell, event, focuses = true) {
      if (cell.editor || frame.readOnly) return;
      const { open } = await import('./editor.js');
      if (cell.editor) return;
      offer(cell);
      cell.editor = open(cell, { complete, run: advance => page.run(cell, advance), add: () => frame.addBelow(cell) });
      if (event) cell.editor.at(event.clientX, event.clientY);
      if (focuses) cell.editor.focus();
      if (root.dataset.nnLive === 'ready') assist(cell);
    },
    async keepOffline() {
      if (!(await started())) return;
      frame.say(
        (await session.keep({ data: true }))
          ? 'This course works offline now.'
          : 'This browser keeps no pages for offline use: it needs https and its storage.',
      );
    },
  };
  window.addEventListener('beforeunload', event => {
    if (!frame.keeps && cells.some(cell => cell.edited)) event.preventDefault();
  });
  return page;
}

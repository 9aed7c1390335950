// The live page: its cells' queue, the session, the editors.
import { asNotebook, Outputs } from './outputs.js';
import { Session } from './session.js';
import * as menu from './menu.js';

const seconds = milliseconds =>
  milliseconds < 9950
    ? `${(milliseconds / 1000).toFixed(milliseconds < 995 ? 2 : 1)} s`
    : `${Math.round(milliseconds / 1000)} s`;
const megabytes = bytes => (bytes / 1e6).toFixed(1);

/** Takes over the page from its first script. */
export async function begin(frame, boot) {
  const { cells, controls, root, work, notebook } = frame;
  const live = new URL('live/', document.baseURI);
  const outputs = new Outputs(
    document.querySelector('script[src*="assets/plotly"]')?.src ??
      (boot.scripts.plotly && new URL(boot.scripts.plotly.name, live).href),
  );
  const byId = id => cells.find(cell => cell.id === id);
  const queue = [];
  let generation = 0, pumping = false, received = 0, current = null;

  const session = new Session({ boot, text: JSON.stringify(boot), site: work.site, live }, {
    progress({ bytes }) {
      received += bytes;
      controls.progress.value = Math.min(1, received / session.size);
      frame.say(`Loading C#: ${megabytes(received)} of ${megabytes(session.size)} MB, once`);
    },
    fetching({ size }) { frame.say(`Fetching the data that this cell needs, ${megabytes(size)} MB, once`); },
    output(message) { const cell = byId(message.id); if (cell) outputs.take(cell, message); },
    ask({ prompt, password }) { question(prompt, password); },
    died(reason) { lost(reason); },
  });

  function state(name, words) {
    root.dataset.nnLive = name;
    controls.stop.disabled = name !== 'running' && name !== 'loading';
    controls.reset.disabled = name === 'off' || name === 'loading';
    controls.progress.hidden = name !== 'loading';
    if (words !== undefined) frame.say(words);
  }

  /** .NET, started. */
  async function started() {
    if (session.alive && root.dataset.nnLive !== 'loading') return true;
    state('loading', 'Loading C#');
    try {
      await session.ready();
      received = 0;
      if (root.dataset.nnLive === 'loading') state('ready', 'Ready');
      return true;
    } catch (error) {
      received = 0;
      if (error.message === 'stopped') state('off', 'Stopped. Outputs are as they were.');
      else state('failed', `C# could not be started (${error.message}). Run again to try once more.`);
      return false;
    }
  }

  function drop(words) {
    for (const cell of queue.splice(0)) cell.state = cell.before ?? 'idle';
    if (words) frame.say(words);
  }

  function enqueue(cell) {
    if (cell.state === 'queued' || cell.state === 'running') return;
    cell.before = cell.state;
    cell.state = 'queued';
    queue.push(cell);
  }

  const inOrder = () =>
    [...cells].sort((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );

  async function pump() {
    if (pumping) return;
    pumping = true;
    if (!(await started())) drop();
    let failed = null;
    while (queue.length > 0) {
      const cell = queue.shift();
      state('running', `Running cell ${cell.number}`);
      if (!(await execute(cell))) {
        failed = cell;
        drop();
        break;
      }
    }
    pumping = false;
    current = null;
    if (session.alive)
      state('ready', failed ? `Cell ${failed.number} ended with an error${failed.dropped ?? ''}` : 'Ready');
  }

  /** Runs a cell; true when the next one may follow. */
  async function execute(cell) {
    current = cell;
    cell.state = 'running';
    outputs.begin(cell);
    cell.published = false;
    cell.ranSource = cell.source;
    cell.ran = generation;
    cell.tell('running');
    const { outcome, duration = 0 } = await session.run(cell.id, cell.source, cell.number);
    outputs.end(cell);
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
    cell.endless = ['killed', 'ended', 'Interrupted'].includes(outcome) ? cell.source : undefined;
    const good =
      outcome === 'Succeeded' || (cell.mayFail && (outcome === 'RuntimeError' || outcome === 'CompileError'));
    cell.state = good ? 'done' : 'failed';
    cell.duration = duration;
    cell.tell(seconds(duration));
    if (good && cell.output.querySelector('[data-verdict="correct"]')) {
      frame.tick(cell);
      work.keep('solved', notebook, cell.id, { at: Date.now() }).catch(() => {});
    }
    return good;
  }

  /** The worker has ended unexpectedly. */
  function lost(reason) {
    generation++;
    drop();
    if (current)
      current.ending = /stack|recursion/i.test(reason)
        ? 'Stack overflow: the recursion is infinite or too deep, and C# stopped. '
          + 'Variables are gone; your code is unchanged.'
        : /memory/i.test(reason)
          ? 'C# ran out of memory and stopped. Variables are gone; your code is unchanged.'
          : `C# has stopped (${reason}). Variables are gone; your code is unchanged.`;
    setTimeout(() => state('failed', 'C# has stopped; variables are gone. Run starts it again.'));
  }

  function question(prompt, password) {
    const form = document.createElement('form');
    const field = Object.assign(document.createElement('input'), {
      type: password ? 'password' : 'text',
      autocomplete: 'off',
    });
    field.setAttribute('aria-label', prompt || 'The cell asks for a line');
    form.className = 'nn-ask';
    form.append(prompt, field, frame.button('Enter', { type: 'submit', className: 'tool' }));
    form.addEventListener('submit', event => {
      event.preventDefault();
      form.remove();
      session.answer(field.value);
    });
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
      const order = inOrder(),
        above = order
          .slice(0, order.indexOf(cell))
          .filter(other => other.ran !== generation && other.endless !== other.source && other.source.trim() !== '');
      for (const other of above) enqueue(other);
      enqueue(cell);
      if (advance) order[order.indexOf(cell) + 1]?.focus();
      pump();
    },
    runAll() {
      for (const cell of inOrder()) if (cell.source.trim() !== '') enqueue(cell);
      pump();
    },
    async stop() {
      drop();
      if (session.busy) {
        frame.say('Stopping');
        session.stop();
        await new Promise(resolve => setTimeout(resolve, 50));
        while (session.busy) await new Promise(resolve => setTimeout(resolve, 50));
        if (!session.alive && root.dataset.nnLive === 'running') {
          generation++;
          if (await started()) frame.say('Stopped: variables are gone. Run runs the cells above again.');
        }
      } else if (!session.alive || root.dataset.nnLive === 'loading') session.end();
    },
    async reset() {
      drop();
      generation++;
      if (current) current.ending = 'The session was reset.';
      session.end();
      for (const cell of cells) cell.state = 'idle';
      if (await started()) frame.say('Variables are cleared. Outputs are from before the reset.');
    },
    async edit(cell, event) {
      if (cell.editor || frame.readOnly) return;
      const opening = import('./editor.js');
      started();
      const { open } = await opening;
      if (cell.editor) return;
      cell.editor = open(cell, { complete, run: advance => page.run(cell, advance) });
      if (event) cell.editor.at(event.clientX, event.clientY);
      cell.editor.focus();
    },
    openMenu: () => menu.open({ frame, page, asNotebook }),
  };
  window.addEventListener('beforeunload', event => {
    if (!frame.keeps && cells.some(cell => cell.edited)) event.preventDefault();
  });
  return page;
}

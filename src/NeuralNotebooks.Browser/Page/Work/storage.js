// Stores the reader's work on a page while it is written.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { AnswerText } from '../HandIn/answer-text.js' */
import { isReadOnly } from '../elements.js';
import { remember } from '../Outputs/result.js';
import { noteSolved } from './ticks.js';
import * as work from './work.js';

/** @typedef {ReturnType<typeof storageOf>} Storage */

/** @param {string} notebook  its key
 * @param {boolean} isAlone  whether the page shows a single cell, and stores nothing
 * @param {import('../View/status.js').Status} status */
export function storageOf(notebook, isAlone, status) {
  /** @type {WeakMap<Cell, ReturnType<typeof setTimeout>[]>}  the timers after which a cell's output is stored */
  const timers = new WeakMap();
  /** @type {Set<string>}  the ids of the cells that the reader has edited since the page was opened or refreshed */
  const touched = new Set();
  /** @type {Set<string>}  the ids of the cells whose last text could not be stored */
  const failed = new Set();
  /** @type {Set<Cell | AnswerText>}  what is stored once this tab is the one that can edit the notebook */
  const held = new Set();
  let isPaused = false, hasFailed = false, isHeld = true;
  if (isAlone) status.warn('storage', 'Changes are not kept here.');
  addEventListener('beforeunload', event => {
    if (failed.size > 0 || held.size > 0) event.preventDefault();
  });

  /** Notes whether a cell could be stored, and says so if there is a first or no longer any that could not. */
  function tell(/** @type {Cell | AnswerText} */ cell, /** @type {boolean} */ fails) {
    if (fails) failed.add(cell.id); else failed.delete(cell.id);
    if (failed.size > 0 === hasFailed) return;
    hasFailed = fails;
    status.warn('storage', !fails ? ''
      : 'This browser cannot store your work in this window: download it before you close the window.');
    status.say(fails ? '' : 'Your work is stored again.');
  }

  const storage = {
    /** Called at each edit. */
    onedit: () => {},
    /** Whether the reader has edited a cell since the page was opened or refreshed.
     * @param {string} id */
    isTouched: id => touched.has(id),

    /** The cells and texts that wait until this tab is the one that can edit the notebook. */
    held: () => [...held],

    /** Stores what waits for that. */
    release() {
      isHeld = false;
      for (const cell of held) storage.store(cell);
      held.clear();
    },

    /** Prepares for reading what is stored. It must not replace what waits to be stored.
     * @param {boolean} again  whether it replaces earlier edits */
    beginReading(again) {
      if (again) for (const ids of [touched, failed]) ids.clear();
      for (const { id } of held) touched.add(id);
    },

    /** Calls a function that changes cells, without storing what it changes. */
    withoutStoring(change) {
      isPaused = true;
      try { change(); } finally { isPaused = false; }
    },

    /** The entry that is stored for a cell.
     * @param {Cell | AnswerText} cell */
    entry(cell) {
      const above = /** @type {HTMLElement | null} */ (cell.element.previousElementSibling);
      const { id, source, isProse: prose, added, foreign, choices, result } = cell;
      const original = work.digest(cell.original), after = added ? above?.dataset.nnCell : undefined;
      return { cell: id, source, original, prose, added, after, foreign, at: Date.now(), choices, ...result };
    },

    /** Stores a cell after the reader has edited or deleted it.
     * @param {Cell | AnswerText} cell */
    edited(cell) {
      storage.onedit();
      if (isPaused) return;
      touched.add(cell.id);
      storage.store(cell);
    },

    /** Stores an added cell after its position has changed.
     * @param {Cell | AnswerText} cell */
    placed(cell) { if (!isPaused) storage.store(cell); },

    /** @param {Cell | AnswerText} cell */
    async store(cell) {
      if (isAlone || isReadOnly()) return;
      if (isHeld) return void held.add(cell);
      try {
        const { cell: id, ...value } = storage.entry(cell);
        if (!cell.removed && cell.isOfReader) await work.save('cells', notebook, id, value);
        else await work.forget('cells', notebook, id);
        tell(cell, false);
      } catch { tell(cell, true); }
    },

    /** Stores a cell's output after a delay, and once more after two seconds, when its charts are drawn.
     * @param {Cell} cell
     * @param {number} wait  the delay (ms), which debounces runs that follow a moved control */
    storeResult(cell, wait) {
      const storeNow = () => {
        if (!cell.isOfReader || cell.removed || cell.state === 'running') return;
        remember(cell);
        storage.store(cell);
      };
      timers.get(cell)?.forEach(clearTimeout);
      timers.set(cell, [wait, 2000].map(milliseconds => setTimeout(storeNow, milliseconds)));
    },

    /** Marks a checkpoint, and stores that it is solved, if its answer is correct.
     * @param {Cell} cell */
    solved(cell) { noteSolved(cell, isAlone ? undefined : notebook); },
  };
  return storage;
}

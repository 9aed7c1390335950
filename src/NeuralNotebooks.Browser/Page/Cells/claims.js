// The lines below cells that say that claims of the text hold: what the author asserts about the numbers in the text.
// Run all checks them.
/** @import { Cell } from './cell.js' */
import { find } from '../elements.js';
import { error } from '../Outputs/output-elements.js';

/** Whether an element is below another one.
 * @param {Element} element
 * @param {Cell | undefined} cell */
const isBelow = (element, cell) => cell !== undefined
  && (cell.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** A line, and the claims that it stands for. */
class Line {
  /** @type {HTMLElement | undefined}  why a claim did not hold when it was checked */
  error;
  #summary;
  #holds;
  #count;

  /** @param {Element} element */
  constructor(element) {
    this.element = element;
    this.#summary = find('summary', element);
    this.#holds = [...this.#summary.childNodes];
    this.#count = find('[data-nn-claims]', element)?.textContent ?? 'Claims';
    this.claims = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll('[data-nn-claim]'))]
      .map(claim => ({ id: claim.dataset.nnClaim ?? '', code: find('pre.code', claim).textContent }));
  }

  /** Says whether the claims hold, or that they are about a text which the reader has changed.
   * @param {Cell | undefined} changed  what the reader has changed */
  tell(changed) {
    const names = changed?.edited ? '' : Object.keys(changed?.choices ?? {}).join(', ');
    const words = changed ? [`${this.#count}: these numbers belong to the text’s ${names || 'code'}`]
      : this.error ? ['A claim of the text does not hold here'] : this.#holds;
    this.#summary.replaceChildren(...words);
    this.element.toggleAttribute('data-nn-failed', !changed && this.error !== undefined);
    if (this.error) this.error.hidden = changed !== undefined;
  }
}

export class Claims {
  #page;
  #lines = [...document.querySelectorAll('.claims')].map(element => new Line(element));
  /** @type {{ id: string, line: Line } | undefined}  the claim that is checked */
  #checked;

  /** @param {import('../View/view.js').NotebookView} page */
  constructor(page) { this.#page = page; }

  /** Checks the claims between a cell, which has run, and the next one.
   * @param {Cell} cell
   * @param {import('../Session/session.js').Session} session */
  async check(cell, session) {
    const { cells } = this.#page, next = cells[cells.indexOf(cell) + 1];
    for (const line of this.#lines.filter(one => isBelow(one.element, cell) && !isBelow(one.element, next))) {
      line.error?.remove();
      line.error = undefined;
      for (const { id, code } of line.claims) {
        this.#checked = { id, line };
        await session.run(id, code, 1, { follows: false, isClaim: true });
      }
    }
    this.#checked = undefined;
    this.mark();
  }

  /** Keeps the error of a claim; false if the id is not that of the claim that is checked.
   * @param {string} id
   * @param {import('../Session/messages.js').OutputEvent} event */
  show(id, event) {
    const line = this.#checked?.id === id ? this.#checked.line : undefined;
    if (line && !line.error && event.kind === 'error' && event.output.ename !== 'Interrupted') {
      line.error = error(event.output.ename, event.output.evalue, event.details, event.hint);
      line.element.append(line.error);
    }
    return line !== undefined;
  }

  /** Marks the claims that are about a text which the reader has changed: in a cell above, or anywhere if a claim does
   * not hold. An answer to a checkpoint is no such change. */
  mark() {
    const { cells } = this.#page;
    for (const line of this.#lines)
      line.tell(cells.find(cell => cell.isOfReader && (line.error
        || (!cell.added && !cell.isCheckpoint && isBelow(line.element, cell)))));
  }
}

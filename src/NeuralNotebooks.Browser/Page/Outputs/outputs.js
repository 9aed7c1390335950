// Shows the outputs of cells.
/** @import { Output } from '../types.js' */
/** @import { OutputArea } from './output-area.js' */
import { error, value } from './output-elements.js';
import { mimeBundle } from './mime-bundle.js';

/** Whether a displayed value is still shown: on the page, or in the draft of a cell that runs for a moved control. */
const isShown = ({ element }) => element.isConnected || element.closest('[data-nn-draft]') !== null;

/** The outputs of one page. A value that was displayed under an id can be updated everywhere it appears. */
export class Outputs {
  #displayed = new Map();
  #with;

  /** @param from  render: Markdown → a promise of HTML */
  constructor(from) { this.#with = from; }

  /** Shows an output in the area of its cell.
   * @param {OutputArea} area
   * @param {Output} output */
  take(area, { kind, name, parts }) {
    if (kind === 'clear') {
      if (name === 'wait') area.clearsNext = true;
      else area.clear();
      return;
    }
    if (kind === 'update') {
      for (const old of this.#displayed.get(name) ?? []) {
        if (!isShown(old)) continue;
        const next = value(parts, this.#with);
        old.element.replaceWith(next);
        old.element = next;
      }
      area.endText();
      return;
    }
    if (area.clearsNext) area.clear();
    area.outputs?.push({ kind, name, parts });
    if (kind === 'display' || kind === 'result') {
      const { facts } = mimeBundle(parts);
      if (facts.verdict) area.verdict = facts;
    }
    if (kind === 'stream') { area.write(name, parts[0]); return; }
    const element = kind === 'error' ? error(name, parts) : value(parts, this.#with);
    area.append(element);
    if (kind === 'error') window.nnUnfold?.(element);
    else if (name)
      this.#displayed.set(name, [...(this.#displayed.get(name) ?? []).filter(isShown), { element }]);
  }
}

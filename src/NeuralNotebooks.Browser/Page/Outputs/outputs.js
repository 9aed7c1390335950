// Shows the outputs of cells.
/** @import { OutputEvent, Value } from '../types.js' */
/** @import { OutputArea } from './output-area.js' */
import { error, factsOf, value } from './output-elements.js';

/** Whether a displayed value is still shown: on the page, or in the draft of a cell that runs for a moved control. */
const isShown = ({ element }) => element.isConnected || element.closest('[data-nn-draft]') !== null;

/** The outputs of one page. A value that was displayed under an id can be updated everywhere it appears. */
export class Outputs {
  /** @type {Map<string, { output: Value, element: HTMLElement }[]>} */
  #displayed = new Map();
  #with;

  /** @param from  render: Markdown → a promise of HTML */
  constructor(from) { this.#with = from; }

  /** Shows in the area of a cell what the cell does to its outputs.
   * @param {OutputArea} area
   * @param {OutputEvent} event */
  show(area, event) {
    if (event.kind === 'clear') {
      if (event.wait) area.clearsNext = true;
      else area.clear();
      return;
    }
    const { kind, output, displayId } = event, displayed = this.#displayed.get(displayId ?? '')?.filter(isShown) ?? [];
    if (kind === 'update') {
      for (const old of displayed) {
        old.output.data = output.data;
        const next = value(old.output, this.#with);
        old.element.replaceWith(next);
        old.element = next;
      }
      area.endText();
      return;
    }
    if (area.clearsNext) area.clear();
    if (output.output_type === 'stream') { area.write(output); return; }
    area.outputs?.push(output);
    if (output.output_type === 'error') {
      const element = error(output.ename, output.evalue, event.details, event.hint);
      area.append(element);
      window.nnUnfold?.(element);
      return;
    }
    const facts = factsOf(output.data), element = value(output, this.#with);
    if (facts.verdict) area.verdict = facts;
    area.append(element);
    if (displayId) this.#displayed.set(displayId, [...displayed, { output, element }]);
  }
}

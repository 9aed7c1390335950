// Shows the outputs of cells.
/** @import { OutputEvent, Shown, Value } from '../Session/messages.js' */
/** @import { OutputArea } from './output-area.js' */
import { error, value } from './output-elements.js';

/** The outputs of one page. A value that was displayed under an id can be updated everywhere it appears. */
export class Outputs {
  #page;

  /** @param {import('../View/view.js').NotebookView} page */
  constructor(page) { this.#page = page; }

  /** Shows in the area of a cell what the cell does to its outputs.
   * @param {OutputArea} area
   * @param {OutputEvent} event */
  show(area, event) {
    if (event.kind === 'clear') {
      if (event.wait) area.clearsNext = true;
      else area.clear();
      return;
    }
    if (event.kind === 'update') { this.#update(event, area); return; }
    if (area.clearsNext) area.clear();
    if (event.kind === 'text') { area.write(event.output); return; }
    area.outputs?.push(event.output);
    if (event.kind === 'error') {
      const { output: { ename, evalue }, details, hint } = event, element = error(ename, evalue, details, hint);
      area.message ??= element;
      area.append(element);
      window.nnUnfold?.(element);
      return;
    }
    const { output, displayId, shown } = event, element = this.#elementOf(output, shown, area);
    if (shown.facts.verdict) {
      area.verdict = shown.facts;
      area.message ??= element;
    }
    area.append(element);
    if (displayId) area.displayed.push({ displayId, output, element });
  }

  /** The element of a value. A control belongs to the page, so it is made from the facts alone.
   * @param {Value} output
   * @param {Shown} shown
   * @param {OutputArea} area */
  #elementOf(output, shown, area) {
    return shown.facts.control ? area.controlOf(shown.facts, shown.text) : value(output, shown, this.#page);
  }

  #update(event, area) {
    const { displayId, output, shown } = event;
    for (const place of new Set(this.#page.cells.flatMap(cell => [cell.area, cell.target])))
      for (const old of place.displayed.filter(one => one.displayId === displayId)) {
        old.output.data = output.data;
        const next = this.#elementOf(output, shown, place);
        old.element.replaceWith(next);
        old.element = next;
      }
    area.endText();
  }
}

// Shows the outputs of cells.
/** @import { OutputEvent, Shown, Value } from '../types.js' */
/** @import { OutputArea } from './output-area.js' */
import { error, value } from './output-elements.js';

/** Whether a displayed value is still in the area of its cell, which may be a draft. */
const isShown = ({ element, area }) => area.element.contains(element);

/** The outputs of one page. A value that was displayed under an id can be updated everywhere it appears. */
export class Outputs {
  /** @type {Map<string, { output: Value, element: HTMLElement, area: OutputArea }[]>} */
  #displayed = new Map();
  #render;

  /** @param {(text: string) => Promise<string>} render  Markdown → a promise of HTML */
  constructor(render) { this.#render = render; }

  /** Shows in the area of a cell what the cell does to its outputs.
   * @param {OutputArea} area
   * @param {OutputEvent} event */
  show(area, event) {
    if (event.kind === 'clear') {
      if (event.wait) area.clearsNext = true;
      else area.clear();
      this.forget();
      return;
    }
    if (event.kind === 'update') { this.#update(event, area); return; }
    if (area.clearsNext) area.clear();
    if (event.kind === 'text') { area.write(event.output); return; }
    area.outputs?.push(event.output);
    if (event.kind === 'error') {
      const { output: { ename, evalue }, details, hint } = event, element = error(ename, evalue, details, hint);
      element.dataset.nnMessage = '';
      area.append(element);
      window.nnUnfold?.(element);
      return;
    }
    const { output, displayId, shown } = event, element = this.#elementOf(shown, area);
    if (shown.facts.verdict) {
      area.verdict = shown.facts;
      element.dataset.nnMessage = '';
    }
    area.append(element);
    if (displayId) this.#displayed.set(displayId, [...this.#shownUnder(displayId), { output, element, area }]);
  }

  /** Forgets the displayed values that are no longer shown. */
  forget() {
    for (const id of this.#displayed.keys()) if (this.#shownUnder(id).length === 0) this.#displayed.delete(id);
  }

  #shownUnder(displayId) { return this.#displayed.get(displayId)?.filter(isShown) ?? []; }

  /** The element of a value. A control belongs to the page, so it is made from the facts alone.
   * @param {Shown} shown
   * @param {OutputArea} area */
  #elementOf(shown, area) {
    return shown.facts.control ? area.controlOf(shown.facts, shown.text) : value(shown, this.#render);
  }

  #update(event, area) {
    for (const old of this.#shownUnder(event.displayId)) {
      old.output.data = event.output.data;
      const next = this.#elementOf(event.shown, old.area);
      old.element.replaceWith(next);
      old.element = next;
    }
    area.endText();
  }
}

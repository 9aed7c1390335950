// The controls in the outputs of cells, such as sliders.
/** @import { Facts, Field } from '../Session/messages.js' */
import { copyOf } from '../elements.js';
import { controlElement } from './control-element.js';

export class Control {
  /** @type {ReturnType<typeof controlElement> | undefined}  what the reader moves */
  #element;
  #words;

  /** @param {HTMLElement} place  the element with its text, which stays where the control cannot be moved */
  constructor(place) {
    this.place = place;
    this.#words = place.textContent;
  }

  /** A control that a cell shows, in a place like that on a published page.
   * @param {Facts} facts
   * @param {string} words */
  static of({ control, field }, words) {
    const place = copyOf('.nn-control', words);
    Object.assign(place.dataset, { nnControl: control, nnField: JSON.stringify(field) });
    return new Control(place);
  }

  get name() { return this.place.dataset.nnControl ?? ''; }

  /** @returns {Field} */
  get field() { return JSON.parse(this.place.dataset.nnField ?? ''); }

  /** The part of an output that contains only this control. */
  get box() { return /** @type {HTMLElement} */ (this.place.parentElement); }

  /** Replaces the text by an element that the reader can move.
   * @param {(value: string) => void} moved  called with each value that the reader chooses */
  makeMovable(moved) {
    if (this.#element) return;
    this.#element = controlElement(this.name, this.field, moved);
    this.place.replaceChildren(this.#element.element);
  }

  /** Takes over what another run says about this control; false if that needs another element.
   * @param {Control} next
   * @param {boolean} showsValue  whether its value is taken over, too */
  update(next, showsValue) {
    if (!this.#element?.fits(next.field)) return false;
    if (showsValue) this.#element.show(next.field.value);
    this.place.dataset.nnField = next.place.dataset.nnField;
    this.#words = next.#words;
    return true;
  }

  get hasFocus() { return this.place.contains(document.activeElement); }

  focus() {
    /** @type {HTMLElement | null} */ (this.place.querySelector('input, select, [role=application]'))?.focus();
  }

  /** Gives a copy of its place the form of a published page: see controlsIn.
   * @param {HTMLElement} copy */
  writeInto(copy) { copy.textContent = this.#words; }
}

/** The controls of a published or stored output, by name.
 * @param {Element} output
 * @returns {Map<string, Control>} */
export const controlsIn = output => new Map(
  [.../** @type {NodeListOf<HTMLElement>} */ (output.querySelectorAll('.nn-control[data-nn-field]'))]
    .map(place => new Control(place)).map(control => [control.name, control]));

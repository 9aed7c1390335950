// The controls in the outputs of cells, such as sliders.
/** @import { Facts, Field } from '../types.js' */
import { make } from '../elements.js';
import { controlElement } from './control-element.js';

export class Control {
  /** @type {ReturnType<typeof controlElement> | undefined}  what the reader moves */
  #element;

  /** @param {string} name
   * @param {Field} field
   * @param {HTMLElement} place  the element with its text, which stays where the control cannot be moved */
  constructor(name, field, place) {
    this.name = name;
    this.place = place;
    // These are public, since runtime.js, which makes the next control, has its own copy of this class.
    this.field = field;
    this.words = place.textContent;
  }

  /** A control that a cell shows, in a place like that on a published page.
   * @param {Facts} facts
   * @param {string} words */
  static of({ control: name = '', field }, words) {
    const place = make('div', { className: `nn-control nn-of-${field?.kind}` }, words);
    place.dataset.nnControl = name;
    return new Control(name, /** @type {Field} */ (field), place);
  }

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
    [this.field, this.words] = [next.field, next.words];
    return true;
  }

  /** Whether the reader moves it now. */
  get hasFocus() { return this.place.contains(document.activeElement); }

  focus() {
    /** @type {HTMLElement | null} */ (this.place.querySelector('input, select, [role=application]'))?.focus();
  }

  /** Gives a copy of its place the form of a published page: see controlsIn.
   * @param {HTMLElement} copy */
  writeInto(copy) {
    copy.dataset.nnField = JSON.stringify(this.field);
    copy.textContent = this.words;
  }
}

/** The controls of a published or stored output, by name.
 * @param {Element} output
 * @returns {Map<string, Control>} */
export const controlsIn = output => new Map(
  [.../** @type {NodeListOf<HTMLElement>} */ (output.querySelectorAll('.nn-control[data-nn-field]'))].map(place => {
    const { nnControl: name = '', nnField: field = '' } = place.dataset;
    return [name, new Control(name, JSON.parse(field), place)];
  }));

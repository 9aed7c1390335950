// Shows recorded values to the right of an editor's lines, as decorations: they are not part of the text and are not
// copied with it. The line of a loop has a slider that chooses a pass; all lines of the loop show their values in it.
import { StateField } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import { make } from '../elements.js';

const number = new Intl.NumberFormat('en');

/** The recorded values of a cell, and the chosen pass of each loop. */
class RecordedValues {
  /** Recorded place → the element that shows it, whose text changes with the slider. */
  #places = new Map();

  constructor({ lines, loops, leftOut }) {
    this.leftOut = leftOut;
    this.loops = loops.map((loop, i) => {
      const of = lines.filter(({ loop: its }) => its === i);
      const passes = [...new Set(of.flatMap(({ inLoop }) => inLoop))].sort((a, b) => a - b);
      return { ...loop, of, passes, at: passes.length - 1 };
    });
    this.byLine = Map.groupBy(lines, ({ line }) => line);
    for (const { line, passes } of this.loops)
      if (passes.length > 1 && !this.byLine.has(line)) this.byLine.set(line, []);
  }

  /** The text of a place: its last value up to the chosen pass of its loop. */
  text({ name, loop, inLoop, texts, passes, count, notFinite }) {
    const last = loop === null ? texts.length - 1 : inLoop.findLastIndex(pass => pass <= this.#pass(loop));
    if (last < 0) return `${name} –`;
    // A line in an inner loop, or a condition, may not run once in each pass. Then the text also says how often it ran.
    const own = count > 1 && (loop === null || passes[last] !== inLoop[last]);
    const isBad = notFinite && passes[last] >= notFinite.pass;
    const mark = isBad
      ? ` ⚠ ${notFinite.text}${notFinite.first ? ', the first' : ''}${
        count > 1 ? `, in pass ${number.format(notFinite.pass)}` : ''}`
      : '';
    return `${name} ${texts[last]}`.trim() + (own ? ` (${number.format(passes[last])}×)` : '') + mark;
  }

  #pass(loop) {
    const { passes, at } = this.loops[loop];
    return passes[at];
  }

  element(line) {
    const box = make('span', {
      className: 'nn-beside', role: 'group', ariaLabel: `Values of line ${line}`, title: this.leftOut,
    });
    const places = this.byLine.get(line) ?? [];
    for (const place of places) {
      const made = make('span');
      this.#places.set(place, made);
      box.append(made);
    }
    for (const loop of this.loops) if (loop.line === line && loop.passes.length > 1) box.append(...this.#slider(loop));
    this.#tell(places);
    return box;
  }

  #slider(loop) {
    const { line, passes, count } = loop;
    const said = make('span');
    const tell = () => {
      said.textContent = `pass ${number.format(passes[loop.at])} of ${number.format(count)}`;
      input.ariaValueText = said.textContent;
    };
    const input = make('input', {
      type: 'range', min: 0, max: passes.length - 1, value: loop.at, ariaLabel: `Pass of line ${line}`,
      oninput: () => {
        loop.at = +input.value;
        tell();
        this.#tell(loop.of);
      },
      // The editor must not handle the keys that move the slider.
      onkeydown: event => event.stopPropagation(),
    });
    tell();
    return [input, said];
  }

  #tell(places) {
    for (const place of places) {
      const made = this.#places.get(place);
      if (!made) continue;
      made.textContent = this.text(place);
      made.classList.toggle('bad', made.textContent.includes('⚠'));
    }
  }
}

class LineValues extends WidgetType {
  /** @param {RecordedValues} shown
   * @param {number} line */
  constructor(shown, line) {
    super();
    this.shown = shown;
    this.line = line;
  }

  /** @param {LineValues} other */
  eq(other) { return other.shown === this.shown && other.line === this.line; }

  toDOM() { return this.shown.element(this.line); }

  ignoreEvent() { return true; }
}

/** The editor extension that shows values. They disappear when the text changes. */
export function lineValues(values) {
  const shown = new RecordedValues(values);
  return StateField.define({
    create: ({ doc }) => Decoration.set([...shown.byLine.keys()].filter(line => line <= doc.lines)
      .sort((a, b) => a - b)
      .map(line => Decoration.widget({ widget: new LineValues(shown, line), side: 1 }).range(doc.line(line).to))),
    update: (decorations, { docChanged }) => (docChanged ? Decoration.none : decorations),
    provide: of => EditorView.decorations.from(of),
  });
}

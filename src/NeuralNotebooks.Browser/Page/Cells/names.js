// The variables that cells declare, read and assign, as the compiler finds them in their texts. A text that C# has not
// been asked about yet counts as one without variables: before C# runs, no cell is out of date.
/** @import { Cell } from './cell.js' */

export class VariableNames {
  /** Asks C# for the names in a text; null while it cannot reply. Set when C# is loaded.
   * @type {(code: string) => Promise<{ reads: string[], declares: string[], assigns: string[] } | null> | null} */
  ask = () => null;
  /** Text → its names. */
  #known = new Map();

  /** The names in the text of a cell's last run, and in its present text.
   * @param {Cell} cell */
  of(cell) {
    const known = this.#texts(cell).map(text => this.#known.get(text));
    const all = kind => /** @type {Set<string>} */ (new Set(known.flatMap(names => names?.[kind] ?? [])));
    return { reads: all('reads'), declares: all('declares'), assigns: all('assigns') };
  }

  /** Asks C# about the texts that it has not been asked about yet, as long as it can reply. Texts that no cell has any
   * more are forgotten.
   * @param {Cell[]} cells */
  async learn(cells) {
    const texts = new Set(cells.flatMap(cell => this.#texts(cell)));
    for (const old of this.#known.keys()) if (!texts.has(old)) this.#known.delete(old);
    for (const text of texts) {
      if (this.#known.has(text)) continue;
      const names = await this.ask(text);
      if (!names) return;
      this.#known.set(text, names);
    }
  }

  /** @param {Cell} cell */
  #texts({ isProse, ranSource, source }) {
    return isProse ? [] : [...new Set([ranSource, source])].filter(text => text.trim() !== '');
  }
}

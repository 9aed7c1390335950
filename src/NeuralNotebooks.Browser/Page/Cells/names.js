// The variables that cells declare, read and assign, as the compiler finds them in their texts. A text that C# has not
// been asked about yet counts as one without variables: before C# runs, no cell is out of date.
/** @import { Cell } from './cell.js' */

/** @typedef {{ reads: Set<string>, declares: Set<string>, assigns: Set<string> }} Names */

/** @type {Names} */
const none = { reads: new Set(), declares: new Set(), assigns: new Set() };

export class VariableNames {
  /** Asks C# for the names in a text; null while it cannot reply. Set when C# is loaded.
   * @type {(code: string) => Promise<any> | null} */
  ask = () => null;
  /** @type {Map<string, Names>} */
  #known = new Map();

  /** The names in the text of a cell's last run, and in its present text.
   * @param {Cell} cell
   * @returns {Names} */
  of(cell) {
    const [before, ...now] = this.#texts(cell).map(text => this.#known.get(text) ?? none);
    return now.reduce((all, { reads, declares, assigns }) => ({
      reads: new Set([...all.reads, ...reads]),
      declares: new Set([...all.declares, ...declares]),
      assigns: new Set([...all.assigns, ...assigns]),
    }), before ?? none);
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
      const [reads, declares, assigns] = [names.reads, names.declares, names.assigns].map(each => new Set(each));
      this.#known.set(text, { reads, declares, assigns });
    }
  }

  /** @param {Cell} cell */
  #texts({ isProse, ranSource, source }) {
    return isProse ? [] : [...new Set([ranSource, source])].filter(text => text.trim() !== '');
  }
}

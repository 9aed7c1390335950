// What the site says about a live page, as JSON in the page: see LivePage of NeuralNotebooks.Site. The page trusts its
// own site; a test checks what sites contain.
/** @import { Checked } from './types.js' */
import { amount, flag, list, object, oneOf, optional, record, text } from './checks.js';

/** A cell that can run. `mayFail`: an error in it does not count as a failure. `isCheckpoint`: its output says whether
 * an answer of the reader is correct. `piece`: an answer in another notebook that may replace it, NOTEBOOK#CODE.
 * @typedef {Checked<typeof cell>} CellModel */
const cell = record({ id: text, mayFail: flag, isCheckpoint: flag, piece: optional(text) });

const packageFile = record({ name: text, size: amount, hash: text, kind: oneOf('package'), path: text });

/** `notebook` is the key under which the browser stores the work on the notebook, and `address` where it is published.
 * `isAssignment`: it can be handed in. `formula` is the pattern of formulas in Markdown: see InlineFormulaParser.
 * `files` are those that cells can read: name → address. `packages` are those that cells can load: see PagePackages of
 * the C# program.
 * @typedef {Checked<typeof page>} PageModel */
export const page = record({
  notebook: text, address: text, isAssignment: flag, formula: text, files: object,
  packages: optional(record({ packages: list(object), files: list(packageFile) })), cells: list(cell),
});

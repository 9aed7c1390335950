// A part of a notebook that the reader edits and the browser stores: a code cell, or an answer in words.
/** @import { Result } from '../types.js' */

export class Editable extends EventTarget {
  added = false;
  /** Whether it is a cell with Markdown, and not with code. */
  isProse = false;
  removed = false;
  /** @type {true | undefined}  whether the text comes from a file, which anybody may have written */
  foreign;
  /** @type {Record<string, string> | undefined}  name of a control → the value that the reader has chosen */
  choices;
  /** @type {Result | undefined}  the output that is stored for the next visit, or was stored at an earlier one */
  result;

  /** Shows what the page says about the part. */
  tell() { }
}

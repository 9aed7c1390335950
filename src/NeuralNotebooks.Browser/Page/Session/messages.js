// The messages of a web worker to its page. The worker may run code that anybody has written, and this code can post
// messages itself, so the page checks each message before it uses any part of it. What a message may contain is
// defined only here: the types of the messages follow from these checks.
/** @import { Checked, Query } from '../types.js' */
import { amount, anything, flag, list, object, oneOf, optional, record, tagged, text, where } from '../checks.js';

const options = { value: text, options: list(text) };

/** What a control consists of: see Controls of NeuralNotebooks.Plotting.
 * @typedef {Checked<typeof field>} Field */
const field = tagged('kind', { range: options, select: options, checkbox: { value: text }, digit: { value: text } });

/** The facts of an output: see DisplayFacts of NeuralNotebooks. A control has a name and a field, an answer of the
 * reader a verdict with a heading. Pages of a site use the others.
 * @typedef {Checked<typeof facts>} Facts */
const facts = where(record({
  control: optional(text), field: optional(field),
  verdict: optional(oneOf('correct', 'almost', 'not-yet', 'error')), heading: optional(text),
  claims: optional(amount), progress: optional(anything),
}), given => !given.control === !given.field, 'has only one of control and field');

/** The representation of a value that a page shows: see Representation of the engine. Without `content`, it is the data
 * of the type. `leftOut` says how many characters of a long text are left out, `text` is the value as plain text, and
 * `size` has the width and the height of an image as far as they are known.
 * @typedef {Checked<typeof shown>} Shown */
const shown = where(record({
  type: text, content: optional(text), leftOut: amount, text, facts,
  size: record({ width: optional(amount), height: optional(amount) }),
}), ({ type, content }) => !type.startsWith('image/') || content?.startsWith('data:image/') === true,
'.content is not the data of an image');

const valueFields = { data: object, metadata: object, execution_count: optional(amount), transient: optional(object) };

/** A value that a cell shows, in the notebook format: each MIME type with JSON or with an array of lines.
 * @typedef {Checked<typeof output>} Value */
const output = tagged('output_type', { display_data: valueFields, execute_result: valueFields });

/** Text that a cell writes to a stream, in the notebook format.
 * @typedef {Checked<typeof printed>} Printed */
const printed = record({ output_type: oneOf('stream'), name: oneOf('stdout', 'stderr'), text });

/** The error of a cell, in the notebook format.
 * @typedef {Checked<typeof cellError>} CellError */
const cellError = record({ output_type: oneOf('error'), ename: text, evalue: text, traceback: list(text) });

const valueEvent = { output, shown, displayId: optional(text) };

/** What a cell does to its outputs: see PageOutputSink of the C# program. The `details` of an error are what the
 * traceback adds to the name and the message. An update replaces the data of the values that were displayed under its
 * id. With `wait`, the next output replaces the present ones.
 * @typedef {Checked<typeof outputEvent>} OutputEvent */
const outputEvent = tagged('kind', {
  text: { output: printed },
  error: { output: cellError, details: optional(text), hint: optional(text) },
  value: valueEvent,
  update: valueEvent,
  clear: { wait: flag },
});

/** `progress` says that a file of the bundle has arrived, and `fetching` that a cell waits for data of this size.
 * `output` is what the cell with this id does to its outputs, and `inputRequest` a line that a running cell reads from
 * the reader. `reply` is the reply to a query or, once the run has ended, to a run. The others say whether .NET runs:
 * it does, and this browser can cache the bundle (`kept`); it could not be started; or it has ended by itself.
 * @typedef {Checked<typeof message>} FromWorker */
export const message = tagged('type', {
  ready: { kept: flag },
  failed: { reason: text },
  died: { reason: text },
  progress: { bytes: amount },
  fetching: { size: amount },
  output: { id: text, event: outputEvent },
  inputRequest: { prompt: text, password: flag },
  reply: { id: amount, value: optional(anything) },
});

/** The reply to a run: the name of its CellOutcome, and its duration. */
export const ended = record({
  outcome: oneOf('Succeeded', 'CompileError', 'LanguageMissing', 'RuntimeError', 'Interrupted'), duration: amount,
});

const refusal = record({ problem: text }), cells = list(record({ cell_type: text, source: text }));
const opened = found => (Array.isArray(found) ? cells : refusal)(found);
const judged = record({
  lacksId: flag, lost: text, notes: list(text),
  tasks: list(record({ name: text, points: text, begun: flag, problems: list(text) })),
});

/** The replies to queries, by the query's type: see PageHost.Query and PageHost.HandIn of the C# program.
 * @type {Record<Query['type'], import('../types.js').Check<any>>} */
export const replies = {
  complete: record({
    start: amount, end: amount, items: list(record({ text, kind: text, signature: optional(text) })),
  }),
  problems: list(record({ start: amount, end: amount, isError: flag, id: text, message: text })),
  inspect: text,
  signatures: list(record({ text, start: amount, end: amount, documentation: optional(text) })),
  names: record({ reads: list(text), declares: list(text), assigns: list(text) }),
  variables: list(record({ name: text, type: text, text })),
  '.ipynb': opened,
  '.dib': opened,
  handIn: found => (found !== null && typeof found === 'object' && 'problem' in found ? refusal : judged)(found),
};

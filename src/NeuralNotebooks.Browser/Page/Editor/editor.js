// The editor of a cell. It replaces the code, in the same font, so that nothing on the page moves.
import {
  acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, completionStatus,
  moveCompletionSelection, selectedCompletionIndex, startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, insertTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, Prec, Compartment } from '@codemirror/state';
import { EditorView, drawSelection, highlightSpecialChars, keymap } from '@codemirror/view';
import { isReadOnly, make } from '../elements.js';
import { colours, csharp, indentation } from './language.js';

// Kinds of completions → the names of CodeMirror's icons.
const icons = {
  function: 'function', property: 'property', instance: 'variable', class: 'class', module: 'namespace',
  keyword: 'keyword', param: 'variable',
};

/** Text before the cursor that opens completions while the reader types: a name, or a dot after an expression that may
 * have members, but not after a number. */
const typing = new RegExp([
  /(?:^|[^\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*$/u,
  /(?:[\p{L}_][\p{L}\p{N}_]*|[)\]"])\??\.[\p{L}\p{N}_]*$/u,
].map(({ source }) => source).join('|'), 'u');

/** How long (ms) after Escape the Tab key leaves the editor. */
const leaving = 2000;

/** The completions that C# gives, in the form of CodeMirror.
 * @param {Function} complete  asks C# for them
 * @returns {import('@codemirror/autocomplete').CompletionSource} */
const completionsOf = complete => async context => {
  if (!context.explicit && !context.matchBefore(typing)) return null;
  const found = await complete(context.state.doc.toString(), context.pos, context.explicit);
  if (!found || context.aborted) return null;
  const busy = { label: '', displayLabel: 'busy: a cell is running', apply: () => {} };
  if (found.busy) return { from: context.pos, options: [busy], filter: false };
  const options = found.items.map(({ text: label, kind, signature }, i) =>
    ({ label, type: icons[kind] ?? 'text', detail: signature ?? undefined, boost: -i / 100 }));
  return { from: found.start, to: found.end, options, validFor: /^[\p{L}\p{N}_]*$/u };
};

/** What the Tab key does: it accepts a completion, opens the completions after a name, or indents. */
function tab(view) {
  if (completionStatus(view.state) === 'active') {
    // While the reader types, no completion is selected, so that Enter begins a new line.
    if (selectedCompletionIndex(view.state) === null) moveCompletionSelection(true)(view);
    return acceptCompletion(view);
  }
  const { head, empty } = view.state.selection.main;
  const before = view.state.sliceDoc(Math.max(0, head - 2), head);
  return empty && /[\p{L}\p{N}_.]$/u.test(before) ? startCompletion(view) : insertTab(view);
}

/** Escape also ends a search for completions that shows nothing yet. CodeMirror would then not let the next Tab leave
 * the editor, which its label promises. */
function leave(event, view) {
  if (event.key === 'Escape' && completionStatus(view.state) !== 'active') view.setTabFocusMode(leaving);
}

/** @typedef {{ complete: Function, run: (advance: boolean) => void, add: () => void }} Actions */

/** The keys of an editor. Those that run the cell come before all others.
 * @param {Actions} actions */
const keysOf = ({ run, add }) => [
  Prec.highest(keymap.of([
    { key: 'Shift-Enter', run: () => { run(true); return true; } },
    { key: 'Mod-Enter', run: () => { run(false); return true; } },
    { key: 'Alt-Enter', run: () => { run(false); add(); return true; } },
  ])),
  keymap.of([
    { key: 'Tab', run: tab, shift: indentLess },
    ...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap,
  ]),
  EditorView.domEventObservers({ keydown: leave }),
];

/** What only the editor of C# has: colours, indentation and completions.
 * @param {Function} complete */
const forCSharp = complete => [
  csharp, colours, indentation, indentOnInput(), closeBrackets(), bracketMatching(),
  autocompletion({ override: [completionsOf(complete)], selectOnOpen: false, icons: true }),
];

const attributesOf = cell => EditorView.contentAttributes.of(() => ({
  // Makes the element focusable, so that a long line can be scrolled by keyboard.
  tabindex: '0',
  'aria-label': `Code of cell ${cell.number}. Esc, then Tab leaves the editor.`,
  autocorrect: 'off', autocapitalize: 'off', spellcheck: 'false', writingsuggestions: 'false',
}));

/** @typedef {ReturnType<typeof open>} Editor */

/** Opens the editor of a cell.
 * @param {import('../Cells/cell.js').Cell} cell
 * @param {Actions} actions */
export function open(cell, actions) {
  const assistance = new Compartment();
  const extensions = [
    history(), drawSelection(), highlightSpecialChars(), EditorState.tabSize.of(4), indentUnit.of('    '),
    EditorState.changeFilter.of(() => !isReadOnly()),
    EditorView.updateListener.of(({ docChanged, state }) => { if (docChanged) cell.setText(state.doc.toString()); }),
    cell.isProse ? [] : forCSharp(actions.complete), keysOf(actions), attributesOf(cell), assistance.of([]),
  ];
  const view = new EditorView({ state: EditorState.create({ doc: cell.source, extensions }) });
  cell.code.hidden = true;
  cell.code.after(make('div', { className: 'code nn-editor' }, view.dom));
  return {
    focus: () => view.focus(),
    show: text => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    /** Shows the cell's new number to screen readers. */
    rename: () => view.dispatch({}),
    /** Sets the extension that shows problems, signatures and documentation while the reader types. */
    assist: extension => view.dispatch({ effects: assistance.reconfigure(extension) }),
  };
}

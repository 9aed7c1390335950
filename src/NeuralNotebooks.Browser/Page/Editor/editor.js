// The editor of a cell. It replaces the code, in the same font, so that nothing on the page moves.
import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
  moveCompletionSelection,
  selectedCompletionIndex,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, insertTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, Prec, Compartment } from '@codemirror/state';
import { EditorView, drawSelection, highlightSpecialChars, keymap } from '@codemirror/view';
import { make } from '../elements.js';
import { colours, csharp, indentation } from './language.js';

// Kinds of completions → the names of CodeMirror's icons.
const icons = {
  function: 'function',
  property: 'property',
  instance: 'variable',
  class: 'class',
  module: 'namespace',
  keyword: 'keyword',
  param: 'variable',
};

/** Text before the cursor that opens completions while the reader types: a name, or a dot after an expression that may
 * have members, but not after a number. */
const typing = new RegExp([
  /(?:^|[^\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*$/u,
  /(?:[\p{L}_][\p{L}\p{N}_]*|[)\]"])\??\.[\p{L}\p{N}_]*$/u,
].map(({ source }) => source).join('|'), 'u');

/** How long (ms) after Escape the Tab key leaves the editor. */
const leaving = 2000;

/** @typedef {ReturnType<typeof open>} Editor */

/** Opens the editor of a cell.
 * @param {import('../Cells/cell.js').Cell} cell
 * @param {{ complete: Function, run: (advance: boolean) => void, add: () => void }} actions */
export function open(cell, { complete, run, add }) {
  async function source(context) {
    if (!context.explicit && !context.matchBefore(typing)) return null;
    const found = await complete(context.state.doc.toString(), context.pos, context.explicit);
    if (!found || context.aborted) return null;
    if (found.busy)
      return {
        from: context.pos,
        options: [{ label: '', displayLabel: 'busy: a cell is running', apply: () => {} }],
        filter: false,
      };
    return {
      from: found.start,
      to: found.end,
      options: found.items.map(({ text: label, kind, signature }, i) => ({
        label,
        type: icons[kind] ?? 'text',
        detail: signature ?? undefined,
        boost: -i / 100,
      })),
      validFor: /^[\p{L}\p{N}_]*$/u,
    };
  }

  const tab = view => {
    if (completionStatus(view.state) === 'active') {
      // While the reader types, no completion is selected, so that Enter begins a new line.
      if (selectedCompletionIndex(view.state) === null) moveCompletionSelection(true)(view);
      return acceptCompletion(view);
    }
    const { head, empty } = view.state.selection.main;
    const before = view.state.sliceDoc(Math.max(0, head - 2), head);
    if (empty && /[\p{L}\p{N}_.]$/u.test(before)) return startCompletion(view);
    return insertTab(view);
  };

  // Escape also ends a search for completions that shows nothing yet. CodeMirror would then not let the next Tab leave
  // the editor, which its label promises.
  const leave = (event, view) => {
    if (event.key === 'Escape' && completionStatus(view.state) !== 'active') view.setTabFocusMode(leaving);
  };

  const assistance = new Compartment();
  const view = new EditorView({
    state: EditorState.create({
      doc: cell.source,
      extensions: [
        history(), drawSelection(), highlightSpecialChars(), bracketMatching(), closeBrackets(),
        csharp, colours, EditorState.tabSize.of(4),
        indentUnit.of('    '), indentation, indentOnInput(),
        EditorState.changeFilter.of(() => !cell.readOnly),
        autocompletion({ override: [source], selectOnOpen: false, icons: true }),
        Prec.highest(
          keymap.of([
            { key: 'Shift-Enter', run: () => { run(true); return true; } },
            { key: 'Mod-Enter', run: () => { run(false); return true; } },
            { key: 'Alt-Enter', run: () => { run(false); add(); return true; } },
          ]),
        ),
        keymap.of([
          { key: 'Tab', run: tab, shift: indentLess },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.domEventObservers({ keydown: leave }),
        EditorView.contentAttributes.of(() => ({
          // Makes the element focusable, so that a long line can be scrolled by keyboard.
          tabindex: '0',
          'aria-label': `Code of cell ${cell.number}. Esc, then Tab leaves the editor.`,
          autocorrect: 'off',
          autocapitalize: 'off',
          spellcheck: 'false',
          writingsuggestions: 'false',
        })),
        EditorView.updateListener.of(update => {
          if (update.docChanged) cell.setText(update.state.doc.toString());
        }),
        assistance.of([]),
      ],
    }),
  });
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

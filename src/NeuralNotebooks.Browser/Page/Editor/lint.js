// What an editor shows while the reader types, once .NET runs: problems, signatures, types and documentation. The
// session provides them while no cell runs.
import { forEachDiagnostic, linter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { Prec, StateEffect, StateField } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, showTooltip } from '@codemirror/view';
import { make, pause } from '../elements.js';

/** How long (ms) a reader pauses before problems, and before a signature, are looked for. */
const longPause = 300, shortPause = 100;

/** The compiler's errors for unknown names. A cell above that has not run yet may declare the name. */
const unknownNames = new Set(['CS0103', 'CS0234', 'CS0246', 'CS1061']);

/** @typedef {import('@codemirror/view').Tooltip & { words: string, stays: boolean }} Tip */

/** @type {import('@codemirror/state').StateEffectType<Tip | null>} */
const show = StateEffect.define();

/** @returns {Tip} */
function tip(at, words, content, stays = false) {
  const create = () => {
    const dom = make('div', { className: 'nn-tip' });
    content(dom);
    return { dom };
  };
  return { pos: at, above: true, words, stays, create };
}

/** The problems at the cursor, for readers with a keyboard or a finger. */
function problem(state) {
  const at = state.selection.main.head, found = [];
  forEachDiagnostic(state, ({ message }, from, to) => { if (from <= at && at <= to) found.push(message); });
  const words = found.join('\n');
  return words ? tip(at, words, dom => dom.append(words)) : null;
}

/** The tip at the cursor. The tip with the signatures of a call stays until the cursor leaves the call.
 * @type {StateField<Tip | null>} */
const shown = StateField.define({
  create: () => /** @type {Tip | null} */ (null),
  update(last, { state, effects, changes, docChanged, selection }) {
    for (const effect of effects) if (effect.is(show)) return effect.value;
    if (last?.stays) return docChanged ? { ...last, pos: changes.mapPos(last.pos) } : last;
    if (docChanged) return null;
    return selection ? problem(state) : last;
  },
  provide: field => showTooltip.from(field),
});

/** The problems for a tooltip of the mouse or of F8: those that the tip at the cursor does not show already. */
const others = (found, state) => {
  const said = state.field(shown, false)?.words ?? '', rest = found.filter(({ message }) => !said.includes(message));
  return rest.length > 0 ? rest : null;
};

const close = view => {
  if (!view.state.field(shown)) return false;
  view.dispatch({ effects: show.of(null) });
  return true;
};

/** Asks C# about an editor's text; null while it cannot reply.
 * @typedef {(type: string, state: import('@codemirror/state').EditorState, position?: number) => Promise<any>} About */

/** The problems in the text of an editor.
 * @param {About} about
 * @param {() => boolean} awaitsOthers  see assistance */
const problemsOf = (about, awaitsOthers) => async view => {
  const found = (await about('problems', view.state)) ?? [], { length } = view.state.doc;
  return found.filter(({ id }) => !(unknownNames.has(id) && awaitsOthers()))
    .map(({ start, end, isError, id, message }) => ({
      from: Math.min(start, length),
      to: Math.min(end, length),
      severity: isError ? 'error' : 'warning',
      message: [id, message].filter(Boolean).join(': '),
    }));
};

/** The documentation of the name at a position.
 * @param {About} about */
const documentationOf = about => async (view, at) => {
  const word = view.state.wordAt(at);
  if (!word || !/^[\p{L}_]/u.test(view.state.sliceDoc(word.from, word.to))) return null;
  const text = await about('inspect', view.state, at);
  return text ? { ...tip(word.from, '', dom => dom.append(text)), end: word.to } : null;
};

/** A tip with the signatures of a call. The present parameter is marked. */
function signatureTip(calls, at) {
  const more = calls.length > 1 ? ` and ${calls.length - 1} more` : '';
  return tip(at, `${calls[0].text}${more}`, dom => {
    for (const { start, end, text, documentation } of calls) {
      const marked = make('strong', {}, text.slice(start, end));
      dom.append(make('pre', {}, text.slice(0, start), marked, text.slice(end)), documentation ?? '');
    }
  }, true);
}

/** A function that, after a short pause, shows the signatures of the call at the cursor.
 * @param {About} about */
function signaturesOf(about) {
  let turn = 0;
  return async function showSignatures(view) {
    const mine = ++turn;
    await pause(shortPause);
    if (mine !== turn) return;
    const { state } = view, calls = (await about('signatures', state)) ?? [];
    if (mine !== turn) return;
    if (view.state.doc !== state.doc || !view.state.selection.eq(state.selection)) return showSignatures(view);
    if (calls.length === 0 && !state.field(shown)?.stays) return;
    const found = calls.length === 0 ? null : signatureTip(calls, state.selection.main.head);
    view.dispatch({ effects: show.of(found) });
  };
}

/** Reads out a new tip, and shows the signatures when the reader begins a call or moves in it. */
const watching = showSignatures => EditorView.updateListener.of(update => {
  const { view, state, startState, docChanged, selectionSet, transactions } = update;
  const now = state.field(shown), before = startState.field(shown, false), at = state.selection.main.head;
  const last = state.sliceDoc(Math.max(0, at - 1), at);
  if (now?.words && now.words !== before?.words) view.dispatch({ effects: EditorView.announce.of(now.words) });
  // The reader may have begun to type a call before this script was loaded.
  const isNew = before === undefined && view.hasFocus;
  const began = isNew || (transactions.some(one => one.isUserEvent('input')) && /[(,]/.test(last));
  if (began || (now?.stays && (docChanged || selectionSet))) showSignatures(view);
});

/** @param query  sends a query about the cell's text to the session; null while it cannot reply
 * @param awaitsOthers  whether cells above have not run yet: one of them may declare an unknown name */
export function assistance(query, awaitsOthers) {
  /** @type {About} */
  const about = (type, { doc, selection }, position = selection.main.head) =>
    query({ type, code: doc.toString(), position });
  const documentation = documentationOf(about), showSignatures = signaturesOf(about);
  const explain = view => {
    const { doc, selection } = view.state;
    documentation(view, selection.main.head).then(found => {
      if (!found) showSignatures(view);
      else if (view.state.doc === doc) view.dispatch({ effects: show.of(found) });
    });
    return true;
  };
  return [
    linter(problemsOf(about, awaitsOthers), { delay: longPause, tooltipFilter: others }),
    hoverTooltip(documentation),
    shown,
    Prec.high(keymap.of([
      { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic },
      { key: 'Mod-i', run: explain, preventDefault: true },
      { key: 'Escape', run: close },
    ])),
    EditorView.domEventHandlers({ blur: (_, view) => { setTimeout(() => close(view)); } }),
    watching(showSignatures),
  ];
}

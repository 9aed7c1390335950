// C# for the editor: the colours and the indentation.
import { HighlightStyle, StreamLanguage, indentService, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const { start, token } = window.nnCSharp; // csharp.js of the site
const names = { k: 'keyword', t: 'typeName', s: 'string', n: 'number', c: 'comment', d: 'meta' };
export const csharp = StreamLanguage.define({
  name: 'csharp',
  startState: start,
  copyState: state => ({ ...state }),
  token: (stream, state) => {
    const kind = token(stream, state);
    return kind && names[kind];
  },
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', '"'] },
    indentOnInput: /^\s*\}$/,
  },
});

/** Indents a line like the one above it, one step deeper after an opening brace, one step less at a closing one. */
export const indentation = indentService.of((context, at) => {
  const line = context.lineAt(at), above = at > 0 ? context.lineAt(line.from > 0 ? line.from - 1 : 0, -1) : null;
  if (!above || line.from === 0) return 0;
  const deeper = /\{\s*(\/\/.*)?$/.test(above.text) ? context.unit : 0;
  const less = /^\s*\}/.test(line.text) ? context.unit : 0;
  return Math.max(0, context.lineIndent(above.from) + deeper - less);
});

export const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: tags.keyword, class: 'k' }, { tag: tags.typeName, class: 't' }, { tag: tags.string, class: 's' },
  { tag: tags.number, class: 'n' }, { tag: tags.comment, class: 'c' }, { tag: tags.meta, class: 'd' },
]));

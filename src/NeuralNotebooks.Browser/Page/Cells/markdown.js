// Renders Markdown as HTML; loaded when a page shows Markdown for the first time. Anybody may have written the text, so
// HTML in it is escaped, and addresses such as javascript: do not become links.
import MarkdownIt from 'markdown-it';

/** A formula is shown as its TeX source: formulas are typeset when a site is built, not in the browser. */
const formulas = (/** @type {RegExp} */ pattern) => state => {
  const found = pattern.exec(state.src.slice(state.pos, state.posMax));
  if (!found) return false;
  state.push('formula', '', 0).content = found[0];
  state.pos += found[0].length;
  return true;
};

/** @param {string} text
 * @param {string} pattern  how formulas are found, in C# and here */
export function render(text, pattern) {
  const reader = new MarkdownIt({ html: false, linkify: false });
  reader.inline.ruler.before('escape', 'formula', formulas(new RegExp(pattern)));
  reader.renderer.rules.formula = (tokens, i) =>
    `<span class="tex">${reader.utils.escapeHtml(tokens[i].content)}</span>`;
  return reader.render(text);
}

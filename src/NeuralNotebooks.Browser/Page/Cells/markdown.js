// Renders Markdown as HTML; loaded when a page shows Markdown for the first time. Anybody may have written the text, so
// HTML in it is escaped, and addresses such as javascript: do not become links.
import MarkdownIt from 'markdown-it';
import { find } from '../elements.js';

/** How formulas are found, in C# and here: see InlineFormulaParser of NeuralNotebooks.Site. */
const pattern = new RegExp(find('[data-nn-bar]').dataset.nnFormula);

/** A formula is shown as its TeX source: formulas are typeset when a site is built, not in the browser. */
function formula(state) {
  const found = pattern.exec(state.src.slice(state.pos, state.posMax));
  if (!found) return false;
  state.push('formula', '', 0).content = found[0];
  state.pos += found[0].length;
  return true;
}

/** @param {string} text */
export function render(text) {
  const reader = new MarkdownIt({ html: false, linkify: false });
  reader.inline.ruler.before('escape', 'formula', formula);
  reader.renderer.rules.formula = (tokens, i) =>
    `<span class="tex">${reader.utils.escapeHtml(tokens[i].content)}</span>`;
  return reader.render(text);
}

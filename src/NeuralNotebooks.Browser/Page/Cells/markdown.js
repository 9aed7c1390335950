// Renders Markdown as HTML; loaded when a page shows Markdown for the first time. Anybody may have written the text, so
// HTML in it is escaped, and links lead only to the web, to a mail address or to a file of the site: a script at a
// blob: or javascript: address could read what the browser has stored.
import MarkdownIt from 'markdown-it';

/** A formula is shown as its TeX source: formulas are typeset when a site is built, not in the browser. */
const formulas = (/** @type {RegExp} */ pattern) => state => {
  const found = pattern.exec(state.src.slice(state.pos, state.posMax));
  if (!found) return false;
  state.push('formula', '', 0).content = found[0];
  state.pos += found[0].length;
  return true;
};

/** The addresses that may be links, and the pictures in the text. */
const allowed = /^(?:https?:|mailto:|data:image\/(?:png|jpeg|gif|webp);|[^:/?#]*(?:[/?#]|$))/i;

/** @param {string} text
 * @param {string} pattern  how formulas are found, in C# and here */
export function render(text, pattern) {
  const reader = new MarkdownIt({ html: false, linkify: false });
  reader.validateLink = address => allowed.test(address.trim());
  reader.inline.ruler.before('escape', 'formula', formulas(new RegExp(pattern)));
  reader.renderer.rules.formula = (tokens, i) =>
    `<span class="tex">${reader.utils.escapeHtml(tokens[i].content)}</span>`;
  return reader.render(text);
}

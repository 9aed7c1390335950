// Markdown as HTML: loaded with the first that a page shows. Anybody may have written it, so HTML in it stays text, and
// links that run scripts are none.
import MarkdownIt from 'markdown-it';

/** A formula stays as it is written: only the build of a site can typeset it. */
function formula(state) {
  const found = /^\$\$[^$]+\$\$|^\$(?!\s)[^$\n]+(?<!\s)\$(?!\d)/.exec(state.src.slice(state.pos, state.posMax));
  if (!found) return false;
  state.push('formula', '', 0).content = found[0];
  state.pos += found[0].length;
  return true;
}

/** @param showsImages  whether to show images, which may lie on other hosts */
export function render(text, showsImages) {
  const reader = new MarkdownIt({ html: false, linkify: false });
  reader.inline.ruler.before('escape', 'formula', formula);
  reader.renderer.rules.formula = (tokens, i) =>
    `<span class="tex">${reader.utils.escapeHtml(tokens[i].content)}</span>`;
  if (!showsImages) reader.disable('image');
  return reader.render(text);
}

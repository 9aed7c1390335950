// Cells of Markdown, as a notebook has them that a reader opens: code cells that begin with #!markdown. They are shown
// rendered, without C#; their text is there while the focus is in them.
const mark = /^#!markdown[ \t]*(?:\r?\n|$)/;

/** The Markdown of a cell's text; undefined if the text is code. */
export const markdownOf = source => (mark.test(source) ? source.replace(mark, '') : undefined);

/** Renders a cell whose text is Markdown in the place of its output.
 * @param render  Markdown → a promise of HTML */
export async function show(cell, render) {
  const { source } = cell, text = markdownOf(source);
  cell.element.toggleAttribute('data-nn-prose', text !== undefined);
  if (text === undefined) return;
  const html = await render(text);
  if (cell.source !== source) return; // A later edit shows its own.
  cell.output.innerHTML = `<div class="text">${html}</div>`;
  Object.assign(cell, { ranSource: source, published: false, time: undefined });
  cell.tell();
}

// Markdown cells, which come from notebooks that a reader opens. In a page they are code cells that begin with
// #!markdown. They are rendered without C#; their source is visible only while they have the focus.
const mark = /^#!markdown[ \t]*(?:\r?\n|$)/;

/** The Markdown of a cell's text; undefined if the text is code. */
export const markdownOf = source => (mark.test(source) ? source.replace(mark, '') : undefined);

/** If a cell's text is Markdown, shows the rendered text as its output.
 * @param {import('./cell.js').Cell} cell
 * @param {(text: string) => Promise<string>} render  Markdown → a promise of HTML */
export async function show(cell, render) {
  const { source } = cell, text = markdownOf(source);
  cell.element.toggleAttribute('data-nn-prose', text !== undefined);
  if (text === undefined) return;
  const html = await render(text);
  if (cell.source !== source) return; // The cell was edited meanwhile: that edit renders it again.
  cell.output.innerHTML = `<div class="text">${html}</div>`;
  cell.lastRun.showsOutputOf(source);
  cell.published = false;
  cell.tell();
}

// Reads the .dib files of Polyglot Notebooks by the rules of the C# class DibReader, which a page has not loaded yet.
// One difference: kernels that a file defines in its metadata are not recognized here.

const others = 'fsharp f# F# fs pwsh powershell javascript js html http kql mermaid sql value raw'.split(' ');
/** @type {Map<string, string>} */
const kernels = new Map([
  ...['csharp', 'c#', 'C#', 'cs'].map(name => /** @type {[string, string]} */ ([name, 'csharp'])),
  ...['markdown', 'md'].map(name => /** @type {[string, string]} */ ([name, 'markdown'])),
  ...others.map(name => /** @type {[string, string]} */ ([name, name])),
]);

/** The C# and Markdown cells of a file, in the form of a Jupyter notebook; and the languages of the cells left out.
 * @param {string} text */
export function cellsOfDib(text) {
  const parts = [{ kernel: 'csharp', lines: /** @type {string[]} */ ([]) }];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const name = /^#!(\S+)\s*$/.exec(line)?.[1] ?? '', kernel = name === 'meta' ? name : kernels.get(name);
    if (kernel) parts.push({ kernel, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  const cells = parts
    .map(({ kernel, lines }) => ({ kernel, source: lines.join('\n').replace(/^\n+|\n+$/g, '') }))
    .filter(({ kernel, source }) => kernel !== 'meta' && source !== '');
  return {
    cells: cells
      .filter(({ kernel }) => kernel === 'csharp' || kernel === 'markdown')
      .map(({ kernel, source }) => ({ cell_type: kernel === 'markdown' ? kernel : 'code', source })),
    skipped: [...new Set(cells.map(({ kernel }) => kernel))].filter(name => name !== 'csharp' && name !== 'markdown'),
  };
}

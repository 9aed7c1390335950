// Part of the program that node runs (see Katex.cs): it comes after KaTeX's source and macros.js, and before the call
// of typeset.

// Removes the TeX source from the MathML of a formula: it is half of a small formula's size, and screen readers ignore
// it.
function withoutSource(node) {
  if (node.children) node.children = node.children.filter(child => child.type !== 'annotation').map(withoutSource);
  return node;
}

function typeset(formulas, pageLimit) {
  const { __renderToDomTree: treeOf } = module.exports;
  console.log = () => {}; // TeX's \message writes to the console, which has the results.
  // What a formula defines is known in the later formulas of its page. They also share a time limit, so that slow ones,
  // such as a student's, cost only their own page.
  const pages = new Map(), { performance } = globalThis;
  const limited = new (require('node:vm').Script)('typesetOne()');
  const results = formulas.map(({ tex, display, page }) => {
    if (!pages.has(page)) pages.set(page, { macros: texMacros(), left: pageLimit });
    const own = pages.get(page), start = performance.now();
    globalThis.typesetOne = () => withoutSource(treeOf(tex, texOptions(display, own.macros))).toMarkup();
    try {
      const html = limited.runInThisContext({ timeout: Math.max(1, Math.ceil(own.left)) });
      return { html, error: null };
    } catch (error) {
      return { html: null, error: String(error.message).replace('KaTeX parse error: ', '').replace(/\s+/g, ' ') };
    } finally {
      own.left -= performance.now() - start;
    }
  });
  process.stdout.write(JSON.stringify(results));
}

// Part of the program that node runs (see Katex.cs): it comes after KaTeX's source and macros.js, and before the call
// of typeset.

// Removes the TeX source from the MathML of a formula: it is half of a small formula's size, and screen readers ignore
// it.
function withoutSource(node) {
  if (node.children) node.children = node.children.filter(child => child.type !== 'annotation').map(withoutSource);
  return node;
}

function typeset(formulas) {
  const { __renderToDomTree: treeOf } = module.exports;
  console.log = () => {}; // TeX's \message writes to the console, which has the results.
  // What a formula defines is known in the later formulas of its page.
  const pages = new Map();
  const results = formulas.map(({ tex, display, page }) => {
    if (!pages.has(page)) pages.set(page, texMacros());
    try {
      return { html: withoutSource(treeOf(tex, texOptions(display, pages.get(page)))).toMarkup(), error: null };
    } catch (error) {
      return { html: null, error: String(error.message).replace('KaTeX parse error: ', '').replace(/\s+/g, ' ') };
    }
  });
  process.stdout.write(JSON.stringify(results));
}

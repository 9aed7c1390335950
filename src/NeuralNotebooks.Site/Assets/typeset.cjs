// Follows KaTeX's own source in the program that node reads; `formulas` is defined after it.
function typeset(formulas) {
  const { renderToString } = module.exports;
  const results = formulas.map(({ tex, display }) => {
    try {
      const options = { displayMode: display, throwOnError: true, strict: 'ignore', output: 'htmlAndMathml' };
      return { html: renderToString(tex, options), error: null };
    } catch (error) {
      return { html: null, error: String(error.message) };
    }
  });
  process.stdout.write(JSON.stringify(results));
}

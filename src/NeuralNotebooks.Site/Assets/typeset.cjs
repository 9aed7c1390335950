// Part of the program that node runs (see Katex.cs): it comes after KaTeX's source and before the call of typeset.
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

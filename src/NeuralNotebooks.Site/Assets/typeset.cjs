// Part of the program that node runs (see Katex.cs): it comes after KaTeX's source and macros.js, and before the call
// of typeset.
function typeset(formulas) {
  const { renderToString } = module.exports;
  console.log = () => {}; // TeX's \message writes to the console, which has the results.
  const pages = new Map();
  const results = formulas.map(({ tex, display, page }) => {
    if (!pages.has(page)) pages.set(page, texMacros());
    const macros = pages.get(page);
    try {
      const options = {
        displayMode: display, throwOnError: true, strict: 'ignore', output: 'htmlAndMathml', macros, globalGroup: true,
      };
      return { html: renderToString(tex, options), error: null };
    } catch (error) {
      return { html: null, error: String(error.message) };
    }
  });
  process.stdout.write(JSON.stringify(results));
}

// Typesets the formulas that were not typeset when the site was built. Without KaTeX they stay TeX source.
if (window.katex) {
  // The text is first, since the contents above it repeat headings with commands that the text defines.
  const macros = texMacros();
  for (const formula of new Set([...all('main [data-nn-tex]'), ...all('[data-nn-tex]')])) {
    try {
      katex.render(formula.dataset.nnTex, formula, texOptions(formula.classList.contains('display'), macros));
      formula.classList.remove('tex', 'display');
    } catch (error) {
      formula.classList.add('mistaken');
      formula.title = error.message;
    }
  }
}

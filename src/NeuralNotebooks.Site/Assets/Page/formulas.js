// Typesets the formulas that were not typeset when the site was built. Without KaTeX they stay TeX source.
if (window.katex) {
  for (const formula of all('.tex:not(.mistaken)')) {
    const display = formula.classList.contains('display');
    const tex = formula.textContent.slice(display ? 2 : 1, display ? -2 : -1);
    try {
      katex.render(tex, formula, { displayMode: display, throwOnError: true, strict: 'ignore' });
      formula.classList.remove('tex', 'display');
    } catch (error) {
      formula.classList.add('mistaken');
      formula.title = error.message;
    }
  }
}

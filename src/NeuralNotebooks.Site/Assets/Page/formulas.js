// Typesets the formulas that were not typeset when the site was built. Without KaTeX they stay TeX source.
if (window.katex) {
  // The text is first, since the contents above it repeat headings with commands that the text defines.
  const macros = texMacros();
  for (const formula of new Set([...all('main .tex:not(.mistaken)'), ...all('.tex:not(.mistaken)')])) {
    const display = formula.classList.contains('display');
    const tex = formula.textContent.slice(display ? 2 : 1, display ? -2 : -1);
    try {
      const options = { displayMode: display, throwOnError: true, strict: 'ignore', macros, globalGroup: true };
      katex.render(tex, formula, options);
      formula.classList.remove('tex', 'display');
    } catch (error) {
      formula.classList.add('mistaken');
      formula.title = error.message;
    }
  }
}

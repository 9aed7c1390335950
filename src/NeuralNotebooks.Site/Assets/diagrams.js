// Draws the diagrams of Mermaid in a page, in light or dark colours as the page has them. The text of a diagram stays
// if it has an error, or if the script of Mermaid could not be loaded.
'use strict';
{
  const { mermaid } = window, page = document.documentElement;
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const diagrams = [...document.querySelectorAll('pre.mermaid')].map(shown => ({ shown, text: shown.textContent }));
  let count = 0;

  const draw = async diagram => {
    try {
      const { svg } = await mermaid.render(`nn-diagram-${++count}`, diagram.text);
      const drawing = Object.assign(document.createElement('div'), { className: 'diagram', innerHTML: svg });
      drawing.setAttribute('role', 'img');
      drawing.setAttribute('aria-label', diagram.text);
      diagram.shown.replaceWith(drawing);
      diagram.shown = drawing;
    } catch (error) { console.warn(error); }
  };
  const drawAll = async () => {
    const { theme } = page.dataset, isDark = theme ? theme === 'dark' : systemIsDark.matches;
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict', // No scripts and links in the text of a diagram.
      suppressErrorRendering: true,
      theme: isDark ? 'dark' : 'default',
    });
    for (const diagram of diagrams) await draw(diagram);
  };
  if (mermaid) {
    // One after the other: Mermaid's settings are global.
    let drawn = drawAll();
    const again = () => { drawn = drawn.then(drawAll); };
    systemIsDark.addEventListener('change', again);
    new MutationObserver(again).observe(page, { attributeFilter: ['data-theme'] });
  }
}

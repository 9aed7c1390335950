// ?slides: shows one heading, prompt, formula, table or figure at a time, in full screen. The elements are not moved in
// the page, so that their cells still run.
{
  const slides = new URLSearchParams(location.search).has('slides')
    ? all('article :is(h1, h2, h3, .prompt, .formula, .table, .cell:has(.nn-picture, .rich table))')
      .filter(one => !one.closest('details:not(.answer)') && !one.parentElement.closest('.prompt, .table, .cell'))
    : [];
  if (slides.length > 0) {
    let shown;
    const hide = () => {
      shown?.classList.remove('slide');
      shown?.style.removeProperty('font-size');
    };
    const show = number => {
      hide();
      const at = Math.max(0, Math.min(number, slides.length - 1));
      shown = slides[at];
      // The answer is opened, since its prompt was a slide before it.
      window.nnUnfold(shown.querySelector('.answer') ?? shown);
      const section = slides.slice(0, at + 1).findLast(one => one.matches('h1, h2'));
      shown.dataset.slide = `${section?.textContent ?? ''} · ${at + 1} of ${slides.length}`;
      shown.classList.add('slide');
      shown.tabIndex = -1;
      shown.focus({ preventScroll: true });
      const { clientWidth, scrollWidth } = shown, size = parseFloat(getComputedStyle(shown).fontSize);
      if (scrollWidth > clientWidth) shown.style.fontSize = `${(size * clientWidth * 0.97) / scrollWidth}px`;
      // Charts adapt their width to the slide.
      dispatchEvent(new Event('resize'));
    };
    const steps = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };
    const turn = event => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target.closest('input, textarea, select, summary, dialog, [contenteditable]')) return;
      if (event.key === 'Escape') {
        removeEventListener('keydown', turn);
        delete root.dataset.slides;
        hide();
        history.replaceState(null, '', location.pathname + location.hash);
        shown.scrollIntoView({ block: 'center' });
        dispatchEvent(new Event('resize'));
      } else if (event.key in steps) {
        event.preventDefault();
        show(slides.indexOf(shown) + steps[event.key]);
      }
    };
    root.dataset.slides = '';
    addEventListener('keydown', turn);
    const from = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    show(from ? slides.findLastIndex(one => one === from || one.compareDocumentPosition(from) & 4) : 0);
  }
}

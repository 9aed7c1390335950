// The script that draws a figure may have 100 kB, so it is loaded when the figure comes close to the visible part. If it
// cannot be loaded, it is loaded again the next time that the figure comes close.
{
  const load = drawing => {
    const onerror = () => script.replaceWith(drawing), script = make('script', { src: drawing.dataset.nnDrawing, onerror });
    drawing.replaceWith(script);
  };
  const nearby = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen)
      if (isIntersecting) all('[data-nn-drawing]', target).forEach(load);
  }, { rootMargin: '1000px' });
  for (const drawing of all('[data-nn-drawing]')) nearby.observe(drawing.closest('.rich'));
}

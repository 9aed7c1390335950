// The script that draws a figure may have 100 kB, so it is loaded when the figure comes close to the visible part.
{
  const nearby = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      for (const drawing of all('[data-nn-drawing]', target))
        drawing.replaceWith(make('script', { src: drawing.dataset.nnDrawing }));
    }
  }, { rootMargin: '1000px' });
  for (const drawing of all('[data-nn-drawing]')) nearby.observe(drawing.closest('.rich'));
}

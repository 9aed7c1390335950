// Highlights the current section in the contents.
{
  const contents = new Map(all('.contents .sections a').map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  if (contents.size > 0) {
    const headings = all('main :is(h2, h3, h4)[id]').filter(heading => contents.has(heading.id));
    const mark = () => {
      const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight * 0.3);
      const current = contents.get(passed.at(-1)?.id);
      for (const link of contents.values())
        link === current ? link.setAttribute('aria-current', 'location') : link.removeAttribute('aria-current');
    };
    let waiting;
    addEventListener('scroll', () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(mark);
    }, { passive: true });
    mark();
    const folded = document.querySelector('.contents details');
    if (matchMedia('(max-width: 70rem)').matches)
      folded.addEventListener('click', event => {
        if (event.target.closest('a')) folded.open = false;
      });
  }
}

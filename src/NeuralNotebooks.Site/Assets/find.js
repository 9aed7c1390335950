// Search. This code is appended to the search index, a script with the words of all pages (see SearchIndex).
(() => {
  const dialog = document.getElementById('search');
  const field = document.getElementById('search-field');
  const results = document.getElementById('search-results');
  const state = dialog.querySelector('.search-state');
  const sections = window.nnSearch.map(([page, anchor, title, heading, text]) => ({
    page,
    anchor,
    title,
    heading,
    text,
    low: { title: title.toLowerCase(), heading: heading.toLowerCase(), text: text.toLowerCase() },
  }));

  function score(section, terms) {
    let sum = 0;
    for (const term of terms) {
      const { title, heading, text } = section.low;
      const found =
        (heading.includes(term) ? 6 : 0) +
        (title.includes(term) ? (section.heading ? 1 : 8) : 0) +
        (text.includes(term) ? 2 : 0);
      if (found === 0) return 0;
      sum += found;
    }
    return sum;
  }

  /** A text as a list of strings and elements that mark the terms. */
  function marked(text, terms) {
    const literal = terms.map(term => term.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
    const found = new RegExp(`(${literal.join('|')})`, 'gi');
    return text.split(found).map((piece, i) => (i % 2 === 1 ? make('mark', {}, piece) : piece));
  }

  function excerpt(section, terms) {
    const first = Math.min(
      ...terms.map(term => section.low.text.indexOf(term)).filter(index => index >= 0),
      section.text.length,
    );
    const start = Math.max(0, section.text.lastIndexOf(' ', Math.max(0, first - 50)));
    const end = start + 160, words = section.text.slice(start, end).trim();
    return `${start > 0 ? '…' : ''}${words}${section.text.length > end ? '…' : ''}`;
  }

  function search() {
    const terms = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    results.replaceChildren();
    state.textContent = '';
    if (terms.length === 0) return;
    const found = sections
      .map(section => ({ section, points: score(section, terms) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, 20);
    state.textContent =
      found.length === 0 ? `No results for “${field.value.trim()}”.`
      : found.length === 1 ? '1 result'
      : `${found.length} results`;
    results.replaceChildren(
      ...found.map(({ section }) => {
        const { page, anchor, title, heading } = section, href = page + (anchor ? '#' + anchor : '');
        return make('li', {}, make(
          'a',
          { href, onclick: () => dialog.close() },
          make('b', {}, ...marked(heading || title, terms)),
          make('small', {}, heading && heading !== title ? title : ''),
          make('small', {}, ...marked(excerpt(section, terms), terms)),
        ));
      }),
    );
  }

  field.addEventListener('input', search);
  dialog.querySelector('form').addEventListener('submit', event => {
    if (event.submitter && document.activeElement !== field) return;
    event.preventDefault();
    results.querySelector('a')?.click();
  });
  dialog.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [field, ...results.querySelectorAll('a')];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) {
      next.focus();
      event.preventDefault();
    }
  });
  search();
})();

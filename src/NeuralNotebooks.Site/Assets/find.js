// Search. One script holds the words of all pages, followed by this code.
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

  function marked(element, text, terms) {
    const low = text.toLowerCase();
    let at = 0;
    while (at < text.length) {
      const next = terms
        .map(term => [low.indexOf(term, at), term])
        .filter(([index]) => index >= 0)
        .sort((a, b) => a[0] - b[0])[0];
      if (!next) break;
      element.append(
        text.slice(at, next[0]),
        Object.assign(document.createElement('mark'), { textContent: text.slice(next[0], next[0] + next[1].length) }),
      );
      at = next[0] + next[1].length;
    }
    element.append(text.slice(at));
  }

  function excerpt(section, terms) {
    const first = Math.min(
      ...terms.map(term => section.low.text.indexOf(term)).filter(index => index >= 0),
      section.text.length,
    );
    const start = Math.max(0, section.text.lastIndexOf(' ', Math.max(0, first - 50)));
    return (
      (start > 0 ? '…' : '') +
      section.text.slice(start, start + 160).trim() +
      (section.text.length > start + 160 ? '…' : '')
    );
  }

  function search() {
    const terms = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    results.replaceChildren();
    state.textContent = '';
    if (terms.length === 0) return;
    const found = sections
      .map(section => [score(section, terms), section])
      .filter(([points]) => points > 0)
      .sort((a, b) => b[0] - a[0])
      .slice(0, 20);
    state.textContent =
      found.length === 0 ? `No results for “${field.value.trim()}”.`
      : found.length === 1 ? '1 result'
      : `${found.length} results`;
    results.replaceChildren(
      ...found.map(([, section]) => {
        const item = document.createElement('li');
        const link = Object.assign(document.createElement('a'), {
          href: section.page + (section.anchor ? '#' + section.anchor : ''),
        });
        const head = document.createElement('b');
        const text = document.createElement('small');
        const place = document.createElement('small');
        marked(head, section.heading || section.title, terms);
        marked(text, excerpt(section, terms), terms);
        if (section.heading && section.heading !== section.title) place.textContent = section.title;
        link.append(head, place, text);
        link.addEventListener('click', () => dialog.close());
        item.append(link);
        return item;
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

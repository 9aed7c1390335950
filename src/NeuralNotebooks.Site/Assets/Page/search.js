// The search index is loaded on first use.
{
  const dialog = document.getElementById('search');
  let search;

  function openSearch() {
    dialog.showModal();
    document.getElementById('search-field').select();
    if (search) return;
    const onerror = () => {
      search = undefined;
      dialog.querySelector('.search-state').textContent = 'The search index could not be loaded.';
    };
    search = make('script', { src: 'assets/search.js', onerror });
    document.head.append(search);
  }

  for (const open of all('[data-nn-open-search]')) Object.assign(open, { hidden: false, onclick: openSearch });
  dialog.onclick = event => { if (event.target === dialog) dialog.close(); };
  addEventListener('keydown', event => {
    const writing = event.target.closest?.('input, textarea, select, [contenteditable]');
    const isShortcut = event.ctrlKey || event.metaKey ? event.key === 'k' : event.key === '/' && !writing;
    if (dialog.open || !isShortcut) return;
    event.preventDefault();
    openSearch();
  });
}

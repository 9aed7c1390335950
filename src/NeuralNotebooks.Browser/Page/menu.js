// The reader's work as files: saves this notebook or everything, and restores it.
export function open({ frame, page, asNotebook }) {
  const { controls, work, cells, notebook } = frame;
  if (controls.more.querySelector('.nn-menu')) return;
  const menu = document.createElement('div');
  menu.className = 'nn-menu';
  const entry = (text, action) => {
    const made = frame.button(text, { className: 'nn-link' });
    made.addEventListener('click', async () => { controls.more.open = false; await action(); });
    menu.append(made);
  };

  entry('Download this notebook with my changes', async () => {
    const document = await asDocument(frame, asNotebook);
    save(JSON.stringify(document, null, 1) + '\n', notebook.split('/').pop(), 'application/x-ipynb+json');
  });
  entry('Download all my work', async () => {
    const [stored, solved] = await Promise.all([work.cells(), work.solved()]);
    save(
      JSON.stringify({ format: 'neural-notebooks work 1', site: work.site, cells: stored, solved }, null, 1),
      'my-work.json',
      'application/json',
    );
  });
  const file = Object.assign(document.createElement('input'), {
    type: 'file',
    accept: '.json,application/json',
    hidden: true,
  });
  file.addEventListener('change', async () => {
    try {
      const { format, cells: stored, solved } = JSON.parse(await file.files[0].text());
      if (!format?.startsWith('neural-notebooks work')) throw new Error();
      for (const { notebook: of, cell, ...value } of stored) await work.keep('cells', of, cell, value);
      for (const { notebook: of, cell, ...value } of solved) await work.keep('solved', of, cell, value);
      location.reload();
    } catch {
      frame.say('This is not a file of work that was downloaded here.');
    }
  });
  menu.append(file);
  entry('Restore my work from a file', () => file.click());
  entry('Reset the whole page to the original', async () => {
    for (const cell of cells.filter(other => other.added)) {
      await work.forget('cells', notebook, cell.id);
      cell.element.remove();
    }
    cells.splice(0, cells.length, ...cells.filter(cell => !cell.added));
    for (const cell of cells) cell.edit(cell.original);
    frame.say('The page has been reset to the original.');
  });
  menu.append(
    Object.assign(document.createElement('p'), {
      textContent:
        'Your changes stay in this browser. Safari erases them after a week without a visit: '
        + 'download what you want to keep.',
    }),
  );
  controls.more.append(menu);
  addEventListener('click', event => {
    if (!controls.more.contains(event.target)) controls.more.open = false;
  });
  controls.more.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      controls.more.open = false;
      controls.more.querySelector('summary').focus();
    }
  });
}

/** The course's notebook with the reader's texts and their outputs. */
async function asDocument({ cells, notebook }, asNotebook) {
  const document = await (await fetch(notebook)).json();
  const lines = text => (text === '' ? [] : text.split(/(?<=\n)/));
  for (const cell of cells) {
    let kept = document.cells.find(other => other.id === cell.id);
    if (!kept)
      document.cells.push(
        (kept = { cell_type: 'code', id: cell.id, metadata: {}, execution_count: null, outputs: [], source: [] }),
      );
    if (cell.edited) kept.source = lines(cell.source);
    if (cell.shown) kept.outputs = asNotebook(cell.shown, cell.number);
  }
  return document;
}

function save(text, name, type) {
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(new Blob([text], { type })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

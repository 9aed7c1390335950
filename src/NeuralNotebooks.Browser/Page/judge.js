// Hand in: runs every cell in a new session, past those that fail, are stopped, or end the session, and asks in another
// one what would not count of the notebook's text, which is made in between.

/** How long (ms) one cell, and then judging, may take: what has no end would keep a reader waiting who does not press
 * Stop. */
const longest = 10 * 60_000;

/** @param {import('./page.js').Page} page
 * @param {string} name  the notebook's file
 * @param {() => Promise<string>} make  gives its text
 * @returns what would not count; null if it was stopped */
export async function handIn(page, name, make) {
  await page.reset();
  if (!page.session.alive) return null;
  return page.turns.take(async turn => {
    const { session, runner, start } = page;
    runner.enqueueAll();
    await runner.run(turn, 'rehearse', longest);
    if (turn.isStopped || !session.alive) return null;
    const text = await make();
    session.end();
    return (await start.ready()) ? judge(page, name, text) : null;
  });
}

/** What would not count, by the rules of grading; if its answers cannot be judged, by those of reading it alone.
 * @param {import('./page.js').Page} page
 * @param {string} name
 * @param {string} text */
async function judge({ session, state, start, frame }, name, text) {
  try {
    // A cell that ends the session, or does not end, would do so again.
    const judges = !frame.cells.some(cell => cell.isEndless);
    state.take('judge', 'Judging by the rules of grading, without the hidden tests; Stop goes on without it');
    const late = setTimeout(() => session.end(), longest);
    const judged = judges && (await session.handIn(name, text, true));
    clearTimeout(late);
    if (judged) return { ...judged, text, unjudged: false };
    if (!(await start.ready())) return null;
    state.take('judge', 'Reading the notebook');
    const found = await session.handIn(name, text, false);
    return found && { ...found, text, unjudged: true };
  } finally {
    if (state.now === 'judging') state.take(session.alive ? 'finish' : 'end', '');
  }
}

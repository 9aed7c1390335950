// Hand in: runs every cell, and goes on after cells that fail, are stopped, or end the session. Then it makes the
// notebook's text, and finds in another session which answers would not count in grading.

/** How long (ms) one cell, and then judging, may take. The limit ends an infinite loop even if the reader does not
 * press Stop. */
const maxTime = 10 * 60_000;

/** Runs every cell in a new session, and then finds which answers would not count.
 * @param {import('../Running/runtime.js').Parts} parts
 * @param {string} name  the notebook's file
 * @param {() => Promise<string>} make  makes the notebook's text
 * @returns what would not count; null if the reader has stopped it */
export async function handIn(parts, name, make) {
  const { session, schedule, runner, start } = parts;
  await runner.reset();
  if (!session.alive) return null;
  return schedule.take(async turn => {
    await runner.runQueued(turn, schedule.addAll(), { use: 'rehearse', maxTime });
    if (turn.isStopped || !session.alive) return null;
    const text = await make();
    session.end();
    return (await start.ready()) ? judge(parts, name, text) : null;
  });
}

/** Finds what would not count, by the rules of grading. If the answers cannot be judged, only the notebook is read.
 * @param {import('../Running/runtime.js').Parts} parts
 * @param {string} name
 * @param {string} text */
async function judge({ page, session, schedule, start }, name, text) {
  let late;
  try {
    // A cell that ends the session, or does not end, would do so again.
    const judges = !page.cells.some(cell => cell.isEndless);
    schedule.begin('judge', 'Judging by the rules of grading, without the hidden tests; Stop skips this');
    late = setTimeout(() => session.end(), maxTime);
    const judged = judges && (await session.handIn(name, text, true));
    clearTimeout(late);
    if (judged) return { ...judged, text, unjudged: false };
    if (!(await start.ready())) return null;
    schedule.begin('judge', 'Reading the notebook');
    const found = await session.handIn(name, text, false);
    return found && { ...found, text, unjudged: true };
  } finally {
    clearTimeout(late);
    if (schedule.use === 'judge') schedule[session.alive ? 'finish' : 'end']('');
  }
}

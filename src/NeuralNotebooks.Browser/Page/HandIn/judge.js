// Hand in: runs every cell in a new session, and goes on after cells that fail, are stopped, or end the session. Then
// it makes the notebook's text, and finds in another session which answers would not count in grading.

/** How long (ms) one cell, and then judging, may take. The limit ends an infinite loop even if the reader does not
 * press Stop. */
const maxTime = 10 * 60_000;

/** @param {import('../Running/runtime.js').Runtime} runtime
 * @param {string} name  the notebook's file
 * @param {() => Promise<string>} make  makes the notebook's text
 * @returns what would not count; null if the reader has stopped it */
export async function handIn(runtime, name, make) {
  await runtime.reset();
  if (!runtime.session.alive) return null;
  return runtime.turns.take(async turn => {
    const { session, queue, runner, start } = runtime;
    queue.addAll();
    await runner.run(turn, 'rehearse', maxTime);
    if (turn.isStopped || !session.alive) return null;
    const text = await make();
    session.end();
    return (await start.ready()) ? judge(runtime, name, text) : null;
  });
}

/** Finds what would not count, by the rules of grading. If the answers cannot be judged, only the notebook is read.
 * @param {import('../Running/runtime.js').Runtime} runtime
 * @param {string} name
 * @param {string} text */
async function judge({ session, state, start, view }, name, text) {
  try {
    // A cell that ends the session, or does not end, would do so again.
    const judges = !view.cells.some(cell => cell.isEndless);
    state.take('judge', 'Judging by the rules of grading, without the hidden tests; Stop skips this');
    const late = setTimeout(() => session.end(), maxTime);
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

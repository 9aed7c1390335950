// Scrolls to the output of a cell that the reader has run, if it is not visible.

/** How much (px) of an output has to be visible. Of a verdict or an error, everything has to be. */
const enough = 120;

/** How long (ms) after the page has shown an output charts and frames may still change its height. */
const settling = 2000;

/** Is aborted when the reader presses a key or scrolls: from then on, the page must not scroll by itself. */
export function untilInput() {
  const input = new AbortController();
  const options = { capture: true, passive: true, signal: input.signal };
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchmove'])
    addEventListener(kind, event => {
      if (!(/** @type {KeyboardEvent} */ (event).repeat)) input.abort();
    }, options);
  return input.signal;
}

/** Makes the output of a cell visible: all of a verdict or an error, and of other outputs the beginning.
 * @param {import('../Cells/cell.js').Cell} cell
 * @param {AbortSignal} signal  ends it */
export function reveal({ output, area, isCheckpoint }, signal) {
  const show = () => {
    const message = area.message ?? (area.verdict || isCheckpoint ? output : null);
    const { top, bottom } = output.getBoundingClientRect();
    const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (message || seen < Math.min(bottom - top, enough)) (message ?? output).scrollIntoView({ block: 'nearest' });
  };
  if (signal.aborted) return;
  const sizes = new ResizeObserver(show); // Calls it at once, too.
  sizes.observe(output);
  const end = () => sizes.disconnect();
  signal.addEventListener('abort', end);
  requestAnimationFrame(() => setTimeout(end, settling)); // A busy page shows it later.
}

// The output that answers a prompt is folded until the reader has guessed. Until then, the text that interprets it is
// hidden, too (see Prediction.cs and text.css).
{
  /** Opens the folded parts that hide an element. If it is in the text after an unopened answer, opens that answer. */
  window.nnUnfold = element => {
    for (let at = element; at; at = at.parentElement) {
      if (at.matches('details')) at.open = true;
      if (at.matches('.reading'))
        for (const answer of all('.answer', at.parentElement)) if (!at.contains(answer)) answer.open = true;
    }
  };
  // A cell that is shown alone (?cell=) shows its output at once, since its prompt is not shown.
  if (new URLSearchParams(location.search).has('cell') && document.querySelector('[data-nn-bar]'))
    for (const answer of all('.answer')) answer.open = true;
  // The listener is on the document, since a live page also shows the outputs of an earlier visit.
  document.addEventListener('toggle', ({ target: answer }) => {
    if (!answer.matches('.answer[open]')) return;
    const shown = answer.closest('.output') ?? answer.nextElementSibling;
    // A chart that was hidden needs a resize event to fill its width. The focus moves to the output, since the button
    // that had it has disappeared.
    dispatchEvent(new Event('resize'));
    if (!shown || document.activeElement !== document.body) return;
    shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
  }, true);
  const unfoldTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest('.reading')) window.nnUnfold(target);
  };
  addEventListener('hashchange', unfoldTarget);
  unfoldTarget();
  // All answers are printed.
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all('.answer:not([open])');
    for (const answer of opened) answer.open = true;
  });
  addEventListener('afterprint', () => { for (const answer of opened.splice(0)) answer.open = false; });
}

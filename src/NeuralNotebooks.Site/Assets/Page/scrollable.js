// Makes scrollable boxes focusable, so that they can be scrolled by keyboard. A box may become scrollable when the
// window gets narrower. A live page calls this for new outputs.
{
  const boxes = new ResizeObserver(sized => {
    for (const { target: box } of sized)
      if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
      else if (box.matches('.output[tabindex="0"]')) box.removeAttribute('tabindex');
  });
  const scrolling =
    'pre, .output, .formula, .table, .nn-picture > div, .nn-picture [role=img], [data-nn-interactive] > div';
  window.nnScrollable = within => { for (const box of all(scrolling, within)) boxes.observe(box); };
  window.nnScrollable(document);
}

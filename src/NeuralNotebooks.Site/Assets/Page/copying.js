// Adds buttons that copy code.
if (navigator.clipboard) {
  for (const code of all('pre.code')) {
    const copy = button('tool copy', 'Copy', async () => {
      await navigator.clipboard.writeText(code.innerText);
      copy.textContent = 'Copied';
      setTimeout(() => { copy.textContent = 'Copy'; }, 1500);
    });
    const tools = code.nextElementSibling;
    if (tools?.matches('.cell-tools')) {
      tools.append(copy);
      continue;
    }
    if (!code.parentElement.matches('.cell')) {
      const box = make('div', { className: 'has-copy' });
      code.replaceWith(box);
      box.append(code);
    }
    code.before(copy);
  }
}

// Light or dark: the theme is the system's until the reader chooses one.
{
  const themeButton = document.querySelector('[data-nn-toggle-theme]');
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  themeButton.hidden = false;
  themeButton.onclick = () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try { localStorage.setItem('nn-theme', root.dataset.theme); } catch { /* Storage is blocked. */ }
  };
}

// The fonts of running text. A page uses all of them or none, so that a line does not mix two fonts, and only if they
// have arrived before the text is shown, so that no line moves while somebody reads. On a slow line the first page
// shows the system's serif font; the next page has the site's, which the browser has cached by then. The fonts are not
// preloaded: Chromium paints nothing before preloaded fonts have arrived, 0.9 s later at 1.6 Mbit/s.
(() => {
  const patience = 100; // milliseconds
  const face = (weight, style) => new FontFace('Source Serif 4',
    `url(assets/fonts/source-serif-4-latin-${weight}-${style}.woff2)`, { weight, style });
  const { style } = document.documentElement;
  const show = () => style.removeProperty('visibility');
  // The front page, which is small, hardly has slanted text: there the browser slants the upright font.
  const isFront = /(\/|\/index\.html)$/.test(location.pathname);
  const faces = [face('400', 'normal'), face('600', 'normal'), ...(isFront ? [] : [face('400', 'italic')])];
  let isLate = false;
  style.visibility = 'hidden';
  setTimeout(() => { isLate = true; show(); }, patience);
  Promise.all(faces.map(one => one.load())).then(() => {
    if (!isLate) for (const one of faces) document.fonts.add(one);
    show();
  }, show);
})();

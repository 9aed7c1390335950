// The colours of the course on a light background; the caller of the style replaces them on a dark one. "var(--ink)" is
// the page's text colour.
export const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8c6d00', 'var(--ink)'];
export const page = '#ffffff';
export const low = colours[0];
export const high = colours[1];

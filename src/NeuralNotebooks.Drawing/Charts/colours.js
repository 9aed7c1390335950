// The colours of a page, and those of a figure on it. "palette" has the colours of the course, which the template of a
// figure contains; "theme" has those of the page.

function rgbOf(css) {
  return (css.match(/[\d.]+/g) || [0, 0, 0]).map(Number);
}

function themeOf(element) {
  const ink = rgbOf(getComputedStyle(element).color);
  const dark = 0.299 * ink[0] + 0.587 * ink[1] + 0.114 * ink[2] > 128;
  return {
    dark,
    family: getComputedStyle(element).fontFamily,
    ink: 'rgb(' + ink.slice(0, 3).join(',') + ')',
    faint: opacity => 'rgba(' + ink.slice(0, 3).join(',') + ',' + opacity + ')'
  };
}

// "#0072b2/0.2" is that blue at an opacity of 20 %. "var(--ink)" is the colour of the page's text, and "var(--font)"
// the page's font.
function themed(value, palette, theme, isText) {
  if (value === 'var(--font)') return theme.family;
  const parts = /^(#[0-9a-f]{6}|var\(--ink\))(?:\/([\d.]+))?$/.exec(value);
  if (!parts) return value;
  if (parts[1] === 'var(--ink)') return parts[2] ? theme.faint(parts[2]) : theme.ink;
  const other = theme.dark ? palette.onDark : isText ? palette.asText : {}, solid = other[parts[1]] || parts[1];
  return parts[2] ? 'rgba(' + channels(solid).join(',') + ',' + parts[2] + ')' : solid;
}

function channels(hex) {
  return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
}

// A list of numbers and gaps, or of such lists, is never copied: plotly.js treats an identical list as unchanged.
function isNumbers(part) {
  return Array.isArray(part) && part.every(item => item === null || typeof item === 'number' || isNumbers(item));
}

// A copy of a part of a figure without the properties that are null: it must be a copy, since plotly.js and the style
// modify it. "write" changes its texts. "path" has the names of the properties that lead to the part.
function copied(part, write = text => text, path = '') {
  if (typeof part === 'string') return write(part, path);
  if (!part || typeof part !== 'object' || isNumbers(part)) return part;
  if (Array.isArray(part)) return part.map(item => copied(item, write, path));
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null)
    .map(([name, value]) => [name, copied(value, write, path + '.' + name)]));
}

// The properties of plotly.js that have colours or the names of fonts, such as ".marker.line.color".
const colourOrFont = /(color(s|scale|way)?|\.family)(\.|$)/;

// The copy in the theme's colours. A text of the figure stays as it is, even if it looks like a colour.
function recoloured(part, palette, theme) {
  return copied(part, (text, path) =>
    (colourOrFont.test(path) ? themed(text, palette, theme, path.includes('font.')) : text));
}

// Labels of logarithmic axes at the values of the data, at powers of ten, or at some multiples of them. Below half a
// decade those of plotly.js are better.

// Labels at values: at most so many values, and texts of at most so many characters.
const mostValues = 16, longestValue = 5;
// The width of the axis in pixels, on a narrow page and on a wide one.
const narrowAxis = 270, wideAxis = 590;
// The room between the middles of two labels, in pixels: half the width of a character for each of their characters,
// and a gap.
const halfCharacter = 3.9, labelGap = 8;
const mostPowers = 7;

// The axis whose range this axis has: panels may share the range of one of them.
function leadingAxis(layout, id) {
  return (layout[axisName(id)] || {}).matches || id;
}

// Labels of a horizontal axis at all values of the data, or at every second one, …: if they are as short as the sizes
// 32, 64, …, 2048 and have room beside each other. Null otherwise.
function labelsAtValues(numbers, decades, isNarrow) {
  const values = [...new Set(numbers)].sort((one, other) => one - other);
  if (values.length > mostValues || !values.every(value => plainNumber(value).length <= longestValue
    && (Number.isInteger(value) || value === +value.toPrecision(2)))) return null;
  const decadeWidth = (isNarrow ? narrowAxis : wideAxis) / decades;
  for (let step = 1; step <= 4 && values.length > 2 * step; step++) {
    const shown = values.filter((_, k) => k % step === 0);
    if (shown.every((value, k) => !k || Math.log10(value / shown[k - 1]) * decadeWidth
      > labelGap + halfCharacter * (plainNumber(value).length + plainNumber(shown[k - 1]).length))) return shown;
  }
  return null;
}

// Labels at powers of ten, and on a short axis at multiples of them.
function labelsAtPowers(from, to, decades) {
  const digits = decades < 1 ? [1, 2, 3, 4, 6, 8] : decades < 1.5 ? [1, 2, 5] : [1];
  const step = Math.ceil(decades / mostPowers), ticks = [];
  for (let power = Math.floor(Math.log10(from)) - 1; power <= Math.ceil(Math.log10(to)) + 1; power++)
    if (decades < 1.5 || power % step === 0) digits.forEach(digit => { ticks.push([digit, power]); });
  return ticks;
}

function setLabels(axis, values, texts) {
  Object.assign(axis, { tickmode: 'array', tickvals: values, ticktext: texts });
}

function styleLogarithmicAxes({ data, layout }, isNarrow) {
  namesOfAxes(layout, '[xy]').filter(name => layout[name].type === 'log').forEach(name => {
    const axis = layout[name], letter = name[0], lead = leadingAxis(layout, name.replace('axis', ''));
    if (['tickvals', 'tickmode', 'dtick', 'tick0'].some(given => axis[given] !== undefined)) return;
    const shown = data.filter(trace => leadingAxis(layout, trace[letter + 'axis'] || letter) === lead);
    const numbers = shown.flatMap(trace => numbersOf(trace[letter])).filter(number => number > 0);
    const range = axis.range || (layout[axisName(lead)] || {}).range;
    const [from, to] = range ? range.map(power => Math.pow(10, power)) : extremes(numbers);
    const decades = Math.log10(to / from);
    if (!(decades >= 0.5)) return;
    const atValues = letter === 'x' && labelsAtValues(numbers, decades, isNarrow);
    if (atValues) {
      setLabels(axis, atValues, atValues.map(plainNumber));
      return;
    }
    // An axis from 0.001 to 10,000 has plain numbers; a longer one has powers.
    const isShort = from >= 0.99e-3 && to <= 1.01e4, ticks = labelsAtPowers(from, to, decades);
    setLabels(axis, ticks.map(([digit, power]) => +(digit + 'e' + power)), ticks.map(([digit, power]) =>
      isShort || power === 0 || power === 1
        ? plainNumber(+(digit + 'e' + power)) : (digit === 1 ? '' : digit + '·') + powerOfTen(power)));
  });
}

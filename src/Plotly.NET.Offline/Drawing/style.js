// The style of the course's charts: sets the properties that a figure has not set, whichever library has made it. It
// changes the figure and returns it. "palette" has the colours of the course, "isNarrow" is true on a page as narrow as
// a phone.
import { setDefault } from './Style/parts.js';
import styleSeries from './Style/series.js';
import styleBars from './Style/bars.js';
import styleHeatMaps from './Style/heatMaps.js';
import styleLogarithmicAxes from './Style/logarithmicAxes.js';
import nameLines from './Style/lineNames.js';
import { liftLegend, makeRoomForLegend } from './Style/legend.js';
import { fitWidth, stackPanels, wrapNames } from './Style/narrowPage.js';

const titleMargin = 48;

// The order of the steps matters. Bars and names of lines have the colours that styleSeries has set. Names of lines
// replace the legend, whose height makeRoomForLegend adds. The place of a legend above panels is a fraction of the
// height of the figure, which stackPanels and makeRoomForLegend change.
export default function (figure, palette, isNarrow) {
  const layout = figure.layout;
  // For traces whose colours are not set here, such as the parts of a pie.
  setDefault(layout, 'colorway', palette.cycle);
  styleSeries(figure, palette);
  styleBars(figure);
  styleHeatMaps(figure, palette);
  styleLogarithmicAxes(figure, isNarrow);
  nameLines(figure, isNarrow);
  if (isNarrow) stackPanels(figure);
  makeRoomForLegend(figure, isNarrow);
  liftLegend(figure);
  if (isNarrow) {
    wrapNames(figure);
    fitWidth(figure);
  }
  // Most titles are texts of the page, above the drawing; a title with markup is part of the drawing.
  if (layout.title && layout.title.text) layout.margin = { t: titleMargin, ...layout.margin };
  return figure;
}

// What the template of the course cannot say: sets properties that depend on the data or on the width of the page,
// unless the figure has set them. It changes the figure and returns it. "palette" has the colours of the course,
// "isNarrow" is true on a page as narrow as a phone.

const titleMargin = 48;

// The order of the steps matters. Bars and names of lines have the colours that styleSeries has set. Names of lines
// replace the legend, whose height makeRoomForLegend adds. The place of a legend above panels is a fraction of the
// height of the figure, which stackPanels and makeRoomForLegend change.
function styleFigure(figure, palette, isNarrow) {
  const layout = figure.layout;
  styleSeries(figure, palette);
  styleBars(figure);
  styleHeatMaps(figure, palette);
  styleLogarithmicAxes(figure, isNarrow);
  nameLines(figure, isNarrow);
  if (isNarrow) stackPanels(figure);
  placeTitles(figure);
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

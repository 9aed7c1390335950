// The template of plotly.js for the course's charts, in the colours of the page.
export default function (theme) {
  const axis = {
    gridcolor: theme.faint(0.12), zerolinecolor: theme.faint(0.3), zeroline: false, linecolor: theme.faint(0.4),
    automargin: true, ticklabeloverflow: 'allow', ticks: 'outside', ticklen: 4, tickcolor: 'rgba(0,0,0,0)',
    exponentformat: 'power',
    title: { standoff: 10, font: { size: 14 } }
  };
  const grid = { gridcolor: theme.faint(0.12), linecolor: theme.faint(0.4) };
  const side = { ...grid, zerolinecolor: theme.faint(0.3), backgroundcolor: 'rgba(0,0,0,0)' };
  return {
    layout: {
      paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
      font: { color: theme.ink, family: theme.family, size: 13 },
      margin: { l: 56, r: 16, t: 16, b: 48 },
      xaxis: axis, yaxis: axis, hovermode: 'closest',
      polar: { bgcolor: 'rgba(0,0,0,0)', angularaxis: grid, radialaxis: grid },
      scene: { xaxis: side, yaxis: side, zaxis: side },
      title: { x: 0, xref: 'container', font: { size: 16, weight: 600 } },
      legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', bgcolor: 'rgba(0,0,0,0)' },
      hoverlabel: { font: { family: theme.family } },
      modebar: { bgcolor: 'rgba(0,0,0,0)', color: theme.faint(0.5), activecolor: theme.ink }
    },
    data: {
      scatter: [{ line: { width: 2.5 }, marker: { size: 8 } }],
      heatmap: [{ colorscale: 'Viridis', colorbar: { outlinewidth: 0, thickness: 14 } }],
      contour: [{ colorscale: 'Viridis', colorbar: { outlinewidth: 0, thickness: 14 } }],
      histogram: [{ marker: { line: { width: 1, color: theme.faint(0.35) } } }]
    }
  };
}

using Plotly.NET;

namespace Figures;

/// <summary>Calls whose figures Plotly.NET itself has drawn: <c>Golden/more-figures.json</c> holds what it gave.</summary>
/// <remarks>
/// The namespace lies outside <c>Plotly.NET</c>, where the alias <c>Chart</c> would lose against the original's own type of that name:
/// so the same files compile against the original.
/// </remarks>
internal static partial class Cases
{
    public static IEnumerable<KeyValuePair<string, Func<GenericChart>>> All =>
        new[] { _points, _lines, _bars, _distributions, _fields, _layouts, _axes, _marks, _combinations, _grids, _course }.SelectMany(cases => cases);
}

using Plotly.NET;

namespace Figures;

/// <summary>Calls whose figures Plotly.NET itself has drawn: <c>Golden/figures.json</c> holds what it
/// returned.</summary>
/// <remarks>
/// The namespace is outside <c>Plotly.NET</c>, where the alias <c>Chart</c> would lose to the original's own type of
/// that name:
/// so the same files compile against the original.
/// </remarks>
internal static partial class Cases
{
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string,
    Func<GenericChart>>> Groups => new Dictionary<string, IReadOnlyDictionary<string, Func<GenericChart>>>
    {
        ["documented"] = _documented,
        ["points"] = _points,
        ["lines"] = _lines,
        ["bars"] = _bars,
        ["distributions"] = _distributions,
        ["fields"] = _fields,
        ["layouts"] = _layouts,
        ["axes"] = _axes,
        ["combinations"] = _combinations,
        ["grids"] = _grids,
    };
}

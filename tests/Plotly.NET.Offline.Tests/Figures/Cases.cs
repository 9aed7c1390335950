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
    public static IReadOnlyDictionary<string, Func<GenericChart>> All =>
        _documented.Concat(_traces).Concat(_shapes).Concat(_layouts).ToDictionary();
}

using Plotly.NET;

namespace Figures;

/// <summary>Calls whose figures Plotly.NET itself has drawn: <c>Golden/figures.json</c> holds what it
/// returned.</summary>
/// <remarks>
/// The namespace is outside <c>Plotly.NET</c>, in which Plotly.NET has a type <c>Chart</c> that would hide the alias
/// <c>Chart</c>. So the same files compile against Plotly.NET.
/// </remarks>
internal static partial class Cases
{
    public static IReadOnlyDictionary<string, Func<GenericChart>> All =>
        _documented.Concat(_traces).Concat(_shapes).Concat(_layouts).ToDictionary();
}

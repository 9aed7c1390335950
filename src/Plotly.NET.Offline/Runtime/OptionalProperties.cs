using System.Runtime.CompilerServices;
using Plotly.NET.CSharp;

namespace Plotly.NET;

/// <summary>
/// Adds properties from optional arguments; an absent argument adds none. The name of a property is that of the
/// parameter in lower case, unless another name is given.
/// </summary>
internal static class OptionalProperties
{
    public static void Add(
        this FigurePart target, object? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is not null)
            target[name.ToLowerInvariant()] = FigureJson.Of(value);
    }

    public static void Add<T>(
        this FigurePart target, Optional<T> value,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        target.Add(value.IsSome ? (object?)value.Value : null, name);

    /// <summary>One value for all points, or one for each of them; the latter wins where both are given.</summary>
    public static void Add<T>(
        this FigurePart target, Optional<T> single, Optional<IEnumerable<T>> multi,
        [CallerArgumentExpression(nameof(single))] string name = "")
    {
        if (multi.IsSome)
            target.Add(multi, name);
        else
            target.Add(single, name);
    }

    public static T Or<T>(this Optional<T> value, T otherwise) => value.IsSome ? value.Value : otherwise;
}

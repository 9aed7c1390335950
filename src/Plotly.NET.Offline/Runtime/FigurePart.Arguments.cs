using System.Runtime.CompilerServices;
using Plotly.NET.CSharp;

namespace Plotly.NET;

public partial class FigurePart
{
    static partial void Unwrap(ref object? value)
    {
        if (value is IOptional argument)
            value = argument.Value;
        value = value switch
        {
            Color color => color.Value,
            Enum keyword when keyword.GetType().DeclaringType == typeof(StyleParam) => StyleParam.InFigure(keyword),
            _ => value,
        };
    }
}

/// <summary>Optional arguments as values.</summary>
internal static class OptionalArguments
{
    /// <summary>One value for all points, or one for each of them; the latter wins where both are given.</summary>
    public static void Add<T>(
        this FigurePart target, Optional<T> single, Optional<IEnumerable<T>> multi,
        [CallerArgumentExpression(nameof(single))] string name = "") =>
        target.Add(multi.IsSome ? multi : single, name);

    public static T Or<T>(this Optional<T> value, T otherwise) => value.IsSome ? value.Value : otherwise;
}

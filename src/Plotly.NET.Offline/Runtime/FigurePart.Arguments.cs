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
    /// <summary>Values for each point where they are given, and otherwise one value for all points.</summary>
    public static object? OrOne<T>(this Optional<IEnumerable<T>> each, Optional<T> one) =>
        each.IsSome ? each.Value : one;

    public static T Or<T>(this Optional<T> value, T otherwise) => value.IsSome ? value.Value : otherwise;
}

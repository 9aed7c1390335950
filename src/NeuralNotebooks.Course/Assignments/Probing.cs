using System.Collections;

namespace NeuralNotebooks.Course;

/// <summary>Probes of an assignment when it is not graded: there is nothing to compare with, so they only print their
/// values.</summary>
public static class Probing
{
    private const int MaxItems = 20, MaxDepth = 4;

    /// <summary>Prints the name and the value. A grader reads the other arguments from the source code of the
    /// call.</summary>
    /// <param name="name">The name of the probe.</param>
    /// <param name="value">The value that is graded.</param>
    /// <param name="points">The points for the right value.</param>
    /// <param name="tolerance">The largest relative difference that counts as equal.</param>
    /// <param name="shown">Whether the student sees both values.</param>
    /// <param name="floor">The difference that counts as equal for every number, also for 0.</param>
    public static void Probe<T>(
        string name, T value, double points = 0, double tolerance = 0, bool shown = false, double floor = 0)
        => Console.WriteLine($"{name}: {Text(value)}"); // Every host has a console.

    /// <summary>Prints the name and the result of a function, such as one that calls several methods of an object and
    /// returns its properties.</summary>
    /// <inheritdoc cref="Probe{T}(string, T, double, double, bool, double)"/>
    public static void Probe<T>(
        string name, Func<T> value, double points = 0, double tolerance = 0, bool shown = false, double floor = 0)
        => Probe(name, value(), points, tolerance, shown, floor);

    /// <summary>Prints the value of a call about whose steps <c>nn assign quiz</c> asks each student.</summary>
    /// <param name="value">A call of a function that the task declares, with small numbers.</param>
    public static void Quiz<T>(T value) => Console.WriteLine($"Quiz: {Text(value)}");

    internal static string Text(object? value) => Text(value, depth: 0);

    private static string Text(object? value, int depth) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        double number => TextOf.Number(number),
        float number => TextOf.Number(number),
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ when depth == MaxDepth => "…",
        ITuple tuple =>
            $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Text(tuple[i], depth + 1)))})",
        M matrix => Rows(matrix),
        Matrix<float> matrix => Rows(matrix.To<double>()),
        IEnumerable items => $"[{Items(items, depth)}]",
        _ => Members(value, depth),
    };

    private static string Rows(M matrix)
    {
        IEnumerable<string> rows = Enumerable.Range(0, Min(matrix.Rows, MaxItems)).Select(row => string.Join(", ",
            Enumerable.Range(0, Min(matrix.Columns, MaxItems))
                .Select(column => TextOf.Number(matrix[row, column]))));
        return $"{TextOf.Shape(matrix)} [{string.Join("; ", rows)}]";
    }

    private static string Items(IEnumerable items, int depth)
    {
        object?[] first = [.. items.Cast<object?>().Take(MaxItems + 1)];
        return string.Join(", ", first.Take(MaxItems).Select(item => Text(item, depth + 1)))
            + (first.Length > MaxItems ? ", …" : "");
    }

    private static string Members(object value, int depth)
    {
        string[] members =
        [
            .. value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .Select(property => $"{property.Name} = {Text(property.GetValue(value), depth + 1)}"),
        ];
        return members.Length == 0 ? value.ToString() ?? "" : $"{{ {string.Join(", ", members)} }}";
    }
}

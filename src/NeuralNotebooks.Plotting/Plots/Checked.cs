using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Plotting;

/// <summary>Validates the arguments of a plot and returns them as arrays of numbers.</summary>
internal static class Checked
{
    /// <summary>Finite numbers, at least one.</summary>
    public static double[] Numbers(IEnumerable<double>? values, string what, bool positive = false)
    {
        if (values is null)
            throw new ArgumentException($"{what} is null: a plot needs numbers.", nameof(values));
        double[] numbers = [.. values];
        if (numbers.Length == 0)
            throw new ArgumentException($"{what} is empty: a plot needs at least one number.", nameof(values));
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!double.IsFinite(numbers[i]))
                throw new ArgumentException(
                    $"{what} is {NumberText.Plain(numbers[i])} at index {i}: a plot shows finite numbers.",
                    nameof(values));
            if (positive && numbers[i] <= 0)
                throw new ArgumentException(
                    $"{what} is {NumberText.Plain(numbers[i])} at index {i}: a logarithmic axis shows only positive "
                    + $"numbers.", nameof(values));
        }
        return numbers;
    }

    /// <summary>The same, except that NaN is a gap; not all may be gaps.</summary>
    public static double[] NumbersWithGaps(IEnumerable<double>? values, string what, bool positive = false)
    {
        double[]? numbers = values is null ? null : [.. values];
        if (numbers is { Length: > 0 } && numbers.All(double.IsNaN))
            throw new ArgumentException($"{what} contains only NaN: there is no line to draw.", nameof(values));
        // Gaps are skipped, and each number keeps the index that a message names.
        Numbers(numbers?.Select(number => double.IsNaN(number) ? 1 : number), what, positive);
        return numbers!;
    }

    /// <summary>The rows of a matrix with finite entries, at least one.</summary>
    public static double[][] Rows<T>(Matrix<T>? matrix, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (matrix is null || matrix.Count == 0)
            throw new ArgumentException(
                $"{name} is {(matrix is null ? "null" : Shape.Of(matrix))}: a plot needs at least one entry.",
                nameof(matrix));
        double[][] rows = new double[matrix.Rows][];
        for (int row = 0; row < matrix.Rows; row++)
        {
            rows[row] = new double[matrix.Columns];
            for (int column = 0; column < matrix.Columns; column++)
            {
                double entry = double.CreateChecked(matrix[row, column]);
                rows[row][column] = double.IsFinite(entry)
                    ? entry
                    : throw new ArgumentException(
                        $"{name} is {NumberText.Plain(entry)} in row {row}, column {column}: a plot shows finite "
                        + $"numbers.", nameof(matrix));
            }
        }
        return rows;
    }

    /// <summary>From a smaller to a larger finite number.</summary>
    public static Interval Range(Interval range, [CallerArgumentExpression(nameof(range))] string name = "") =>
        double.IsFinite(range.From) && double.IsFinite(range.To) && range.From < range.To
            ? range
            : throw new ArgumentException(
                $"The range from {NumberText.Plain(range.From)} to {NumberText.Plain(range.To)} is empty: it must go "
                + $"from a smaller to a larger number.", name);

    /// <summary>At least one item.</summary>
    public static TItem[] Some<TItem>(IEnumerable<TItem>? items, string what)
    {
        TItem[] all = [.. items ?? []];
        return all.Length > 0 ? all : throw new ArgumentException($"There are no {what} to draw.", nameof(items));
    }
}

namespace NeuralNotebooks.Plotting;

/// <summary>Validates the arguments of a plot and returns them as arrays of numbers.</summary>
internal static class Checked
{
    /// <summary>At least one number, all of them finite. Where gaps are allowed, NaN stands for a gap.</summary>
    public static double[] Numbers(IEnumerable<double>? values, string what, bool positive = false, bool gaps = false)
    {
        if (values is null)
            throw new ArgumentException($"{what} is null: a plot needs numbers.");
        double[] numbers = [.. values];
        if (numbers.Length == 0)
            throw new ArgumentException($"{what} is empty: a plot needs at least one number.");
        int invalid = Array.FindIndex(numbers, number =>
            double.IsNaN(number) ? !gaps : double.IsInfinity(number) || (positive && number <= 0));
        if (invalid >= 0)
            throw new ArgumentException(
                $"{what} is {NumberText.Plain(numbers[invalid])} at index {invalid}: "
                + (double.IsFinite(numbers[invalid]) ? "a logarithmic axis shows only positive numbers."
                    : "a plot shows finite numbers."));
        return !numbers.All(double.IsNaN)
            ? numbers
            : throw new ArgumentException($"{what} contains only NaN: there is no line to draw.");
    }

    /// <summary>Finite numbers of an argument.</summary>
    public static void Finite(string what, params ReadOnlySpan<double> numbers)
    {
        foreach (double number in numbers)
            if (!double.IsFinite(number))
                throw new ArgumentException($"{what} is {NumberText.Plain(number)}: a figure shows finite numbers.");
    }

    public static double[][] Rows<T>(Matrix<T>? matrix, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (matrix is null || matrix.Count == 0)
            throw new ArgumentException(
                $"{name} is {(matrix is null ? "null" : Shape.Of(matrix))}: a plot needs at least one entry.");
        return [.. Enumerable.Range(0, matrix.Rows).Select(row =>
            Enumerable.Range(0, matrix.Columns).Select(column => Entry(row, column)).ToArray())];

        double Entry(int row, int column)
        {
            double entry = double.CreateChecked(matrix[row, column]);
            return double.IsFinite(entry)
                ? entry
                : throw new ArgumentException(
                    $"{name} is {NumberText.Plain(entry)} in row {row}, column {column}: a plot shows finite numbers.");
        }
    }

    public static (double[] X, double[] Y) Points(IEnumerable<double>? x, IEnumerable<double>? y, string what)
    {
        double[] xs = Numbers(x, $"{what} x"), ys = Numbers(y, $"{what} y");
        return xs.Length == ys.Length ? (xs, ys)
            : throw new ArgumentException(
                $"There are {xs.Length} values of x and {ys.Length} of y: a point needs both.");
    }

    public static Interval Range(Interval range, [CallerArgumentExpression(nameof(range))] string name = "") =>
        double.IsFinite(range.From) && double.IsFinite(range.To) && range.From < range.To
            ? range
            : throw new ArgumentException(
                $"The range from {NumberText.Plain(range.From)} to {NumberText.Plain(range.To)} is empty: it must go "
                + $"from a smaller to a larger number.", name);

    public static TItem[] NotEmpty<TItem>(IEnumerable<TItem>? items, string what)
    {
        TItem[] all = [.. items ?? []];
        return all.Length > 0 ? all : throw new ArgumentException($"There are no {what} to draw.");
    }
}

namespace NeuralNotebooks;

/// <summary>Checks of shapes and indices. A message names both operands, both shapes, and the rule that is
/// broken.</summary>
internal static class Shape
{
    public static string Text(int rows, int columns) => Invariant($"{rows}×{columns}");

    public static string Of<T>(Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Text(matrix.Rows, matrix.Columns);

    public static int Length(int rows, int columns)
    {
        ThrowIfNegative(rows);
        ThrowIfNegative(columns);
        long length = (long)rows * columns;
        if (length > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(columns), $"A matrix of {Text(rows, columns)} has more entries than an array can hold.");
        }

        return (int)length;
    }

    public static void MustEqual<T>(Matrix<T> left, Matrix<T> right, string leftName, string rightName)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(right, rightName);
        if (left.Rows != right.Rows || left.Columns != right.Columns)
            throw Mismatch(ShapeRule.Elementwise, (left, leftName), (right, rightName), "the shapes must be equal");
    }

    public static ShapeException Mismatch<T>(
        ShapeRule rule, (Matrix<T> Matrix, string Name) left, (Matrix<T> Matrix, string Name) right, string ruleInWords,
        string? parameter = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(rule, (left.Matrix.Rows, left.Matrix.Columns), (right.Matrix.Rows, right.Matrix.Columns),
            $"{left.Name} is {Of(left.Matrix)} and {right.Name} is {Of(right.Matrix)}: {ruleInWords}", parameter);

    public static ArgumentOutOfRangeException NoSuchEntry(int row, int column, int rows, int columns) =>
        new(
            (uint)row >= (uint)rows ? nameof(row) : nameof(column),
            Invariant(
                $"There is no entry [{row}, {column}] in a {rows}×{columns} matrix: {Range("row", rows)}, "
                    + $"{Range("column", columns)}."));

    public static ArgumentOutOfRangeException NoSuchPart(string kind, int index, int count, int rows, int columns) =>
        new(kind, Invariant($"There is no {kind} {index} in a {rows}×{columns} matrix: {Range(kind, count)}."));

    public static void CheckRange(string kind, int start, int count, int available, int rows, int columns)
    {
        if (start < 0 || count < 0 || start > available - count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start),
                Invariant(
                    $"There is no range of {count} {kind}s starting at {start} in a {rows}×{columns} matrix: "
                        + $"{Range(kind, available)}."));
        }
    }

    private static string Range(string kind, int count) => count switch
    {
        0 => $"it has no {kind}s",
        1 => $"its only {kind} is 0",
        _ => Invariant($"its {kind}s are 0 … {count - 1}"),
    };
}

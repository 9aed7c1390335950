namespace NeuralNotebooks.Tests;

internal static class MatrixAssertions
{
    public static void ShouldEqual<T>(this Matrix<T> actual, Matrix<T> expected)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Assert.Equal(expected.ToArray(), actual.ToArray());

    public static void ShouldHaveRows<T>(this Matrix<T> actual, params T[][] rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Assert.Equal(
            rows, Enumerable.Range(0, actual.Rows).Select(row => actual.Row(row).AsSpan().ToArray()));

    public static void ShouldBeCloseTo<T>(this Matrix<T> actual, Matrix<T> expected, T tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Assert.True(actual.IsCloseTo(expected, tolerance), $"{actual}\ninstead of\n{expected}");
}

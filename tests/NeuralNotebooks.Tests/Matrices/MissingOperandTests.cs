namespace NeuralNotebooks.Tests.Matrices;

/// <summary>A forgotten matrix is named; it does not end in a NullReferenceException.</summary>
public class MissingOperandTests
{
    private static readonly Matrix<double> A = Matrix.Of(new[,] { { 1, 2 }, { 3, 4 } });
    private static readonly Matrix<double> Missing = null!;

    public static TheoryData<string, string, Func<object?>> Operations => new()
    {
        { "A * null", "right", () => A * Missing },
        { "null * A", "left", () => Missing * A },
        { "A + null", "right", () => A + Missing },
        { "null + A", "left", () => Missing + A },
        { "A - null", "right", () => A - Missing },
        { "null - A", "left", () => Missing - A },
        { "-null", "matrix", () => -Missing },
        { "null * 2", "matrix", () => Missing * 2.0 },
        { "2 * null", "matrix", () => 2.0 * Missing },
        { "null / 2", "matrix", () => Missing / 2.0 },
        { "2 / null", "matrix", () => 2.0 / Missing },
        { "null + 2", "matrix", () => Missing + 2.0 },
        { "2 + null", "matrix", () => 2.0 + Missing },
        { "null - 2", "matrix", () => Missing - 2.0 },
        { "2 - null", "matrix", () => 2.0 - Missing },
        { "Hadamard", "Missing", () => A.Hadamard(Missing) },
        { "Add", "Missing", () => Done(() => A.Copy().Add(Missing)) },
        { "CopyTo", "Missing", () => Done(() => A.CopyTo(Missing)) },
        { "IsCloseTo", "other", () => A.IsCloseTo(Missing, 0) },
        { "MaxAbsoluteDifference", "Missing", () => A.MaxAbsoluteDifference(Missing) },
        { "Exp", "Z", () => Matrix.Exp(Missing) },
        { "Columns", "matrix", () => Missing.Columns(0, 1) },
        { "Rows", "matrix", () => Missing.Rows(0, 1) },
        { "Gemm, left", "Missing", () => Done(() => Gemm.Multiply(Missing, A, A.Copy())) },
        { "Gemm, right", "Missing", () => Done(() => Gemm.Multiply(A, Missing, A.Copy())) },
        { "Gemm, destination", "Missing", () => Done(() => Gemm.Multiply(A, A, Missing)) },
        { "Gemm.Naive", "B", () => Done(() => Gemm.Naive(A, Missing, A.Copy())) },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operand_that_is_null_is_named(string operation, string name, Func<object?> operate)
    {
        ArgumentNullException exception = Assert.Throws<ArgumentNullException>(operate);
        Assert.True(name == exception.ParamName, $"{operation}: {exception.ParamName} was named.");
    }

    private static object? Done(Action act)
    {
        act();
        return null;
    }
}

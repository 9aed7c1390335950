namespace NeuralNotebooks.Tests.Matrices;

/// <summary>A null matrix is named; it does not cause a NullReferenceException.</summary>
public class MissingOperandTests
{
    private static readonly Matrix<double> _a = Matrix.Of(new[,] { { 1, 2 }, { 3, 4 } });
    private static readonly Matrix<double> _missing = null!;

    public static TheoryData<string, string, Func<object?>> Operations => new()
    {
        { "A * null", "right", () => _a * _missing },
        { "null * A", "left", () => _missing * _a },
        { "A + null", "right", () => _a + _missing },
        { "null + A", "left", () => _missing + _a },
        { "A - null", "right", () => _a - _missing },
        { "null - A", "left", () => _missing - _a },
        { "-null", "matrix", () => -_missing },
        { "null * 2", "matrix", () => _missing * 2.0 },
        { "2 * null", "matrix", () => 2.0 * _missing },
        { "null / 2", "matrix", () => _missing / 2.0 },
        { "2 / null", "matrix", () => 2.0 / _missing },
        { "null + 2", "matrix", () => _missing + 2.0 },
        { "2 + null", "matrix", () => 2.0 + _missing },
        { "null - 2", "matrix", () => _missing - 2.0 },
        { "2 - null", "matrix", () => 2.0 - _missing },
        { "Hadamard", "_missing", () => _a.Hadamard(_missing) },
        { "Add", "_missing", () => Done(() => _a.Copy().Add(_missing)) },
        { "CopyTo", "_missing", () => Done(() => _a.CopyTo(_missing)) },
        { "IsCloseTo", "other", () => _a.IsCloseTo(_missing, 0) },
        { "MaxAbsoluteDifference", "_missing", () => _a.MaxAbsoluteDifference(_missing) },
        { "Exp", "Z", () => Matrix.Exp(_missing) },
        { "Columns", "matrix", () => _missing.Columns(0, 1) },
        { "Rows", "matrix", () => _missing.Rows(0, 1) },
        { "Gemm, left", "_missing", () => Done(() => Gemm.Multiply(_missing, _a, _a.Copy())) },
        { "Gemm, right", "_missing", () => Done(() => Gemm.Multiply(_a, _missing, _a.Copy())) },
        { "Gemm, destination", "_missing", () => Done(() => Gemm.Multiply(_a, _a, _missing)) },
        { "Gemm.Naive", "B", () => Done(() => Gemm.Naive(_a, _missing, _a.Copy())) },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_null_operand_is_named(string operation, string name, Func<object?> operate)
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

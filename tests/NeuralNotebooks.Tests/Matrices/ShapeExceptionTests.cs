namespace NeuralNotebooks.Tests.Matrices;

public sealed class ShapeExceptionTests
{
    private static readonly Matrix<double> _wide = new(2, 4), _other = new(3, 5);

    [Fact]
    public void A_product_reports_the_shapes_of_its_factors_after_their_transposition()
    {
        Check(ShapeRule.Product, (2, 4), (3, 5), () => _wide * _other);
        Check(ShapeRule.Product, (4, 2), (3, 5), () => Gemm.Multiply(_wide, _other, new(4, 5), transposeA: true));
        Check(ShapeRule.Product, (6, 2), (3, 5), () => Mlp.Create<double>(2, [new(6)]).Forward(_other));
    }

    [Fact]
    public void An_operation_entry_by_entry_reports_the_shapes_of_its_operands()
    {
        Check(ShapeRule.Elementwise, (2, 4), (3, 5), () => _wide + _other);
        Check(ShapeRule.Elementwise, (2, 4), (4, 2), () => _wide.Hadamard(_wide.T));
        Check(ShapeRule.Elementwise, (2, 2), (3, 5), () => Gemm.Multiply(_wide, new(4, 2), _other));
    }

    [Fact]
    public void A_set_reports_the_shapes_of_features_and_targets() =>
        Check(ShapeRule.Examples, (2, 4), (3, 5), () => new Dataset<double>(_wide, _other));

    [Fact]
    public void Operands_that_share_entries_are_no_error_of_shapes() =>
        Assert.Throws<ArgumentException>(() => Gemm.Multiply(new(3, 3), _other, _other));

    private static void Check(ShapeRule rule, (int, int) left, (int, int) right, Func<object> call) =>
        Check(rule, left, right, () => { call(); });

    private static void Check(ShapeRule rule, (int, int) left, (int, int) right, Action call)
    {
        ShapeException exception = Assert.Throws<ShapeException>(call);
        Assert.Equal((rule, left, right), (exception.Rule, exception.Left, exception.Right));
    }
}

namespace NeuralNotebooks.Tests;

public sealed class DisplayTests
{
    [Fact]
    public void Matrices_show_shape_and_entries_shaded_by_sign_and_size_and_large_ones_their_corners() =>
        new Shown
        {
            Matrix.Of(new[,] { { 1, -0.5, 1000 }, { double.NaN, 2, double.PositiveInfinity } }),
            Matrix.Of(new[,] { { 1f, -0.25f } }),
            Matrix.Row(-2, -1, 0, 1, 2, double.NaN),
            Matrix.Row(1f / 3, 0.1f),
            Matrix.Zeros<double>(11, 11),
            Matrix.Zeros<float>(784, 600),
            new Matrix<double>(0, 3),
            new Matrix<double>(3, 0),
            new Matrix<double>(0, 0),
        }.ShouldBeApproved();

    [Fact]
    public void Numbers_have_four_significant_digits_without_trailing_zeros() =>
        new Shown
        {
            Matrix.Row(0, -0.0, -3, 60_000, 0.5, 1.0 / 3, -0.012345, 3.14159),
            Matrix.Row(9.99999, 12345.678, 0.00012345, 1.23456e-7, -1.5e12, double.MaxValue, double.Epsilon),
            Matrix.Row(double.NaN, double.NegativeInfinity),
        }.ShouldBeApproved();

    [Fact]
    public void Values_show_name_formula_data_gradient_and_gate()
    {
        Value x = new(3, "x"), y = new(-1, "y"), L = ((x + y) * 0.25).Named("L");
        L.Backward();
        new Shown
        {
            x,
            L,
            x * y,
            new Value(-0.25, "a<b"),
            new Value(2),
            Value.Pow(4, 1.5) + 0.125,
            Value.Exp(Value.Exp(Value.Exp(Value.Exp(x)))),
            Value.Sum(Enumerable.Repeat(x, 100)),
            L * L,
        }.ShouldBeApproved();
    }

    [Fact]
    public void Sets_show_their_first_examples_and_features() =>
        new Shown
        {
            Iris.Load(),
            SyntheticData.Xor(),
            new Dataset<float>(Matrix.Ones<float>(9, 2), Matrix.Ones<float>(2, 2)),
        }.ShouldBeApproved();

    [Fact]
    public void Networks_and_results_are_tables()
    {
        History history = new();
        for (int epoch = 1; epoch <= 40; epoch++)
            history.Add(new(epoch, 2.0 / epoch, 0.912, null, null, 0.001, 0.25));
        new Shown
        {
            Mlp.Create<float>(784, [new(128, Activation.Relu), new(10)]),
            new History(),
            history,
            new EpochResult(3, 0.25, 0.912, 0.5, 0.875, 0.001, 2),
            ConfusionMatrix.Of([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 2, 2], ["a", "b", "c"]),
            Sample.Of([-2, -4, -4, -4, -5, -5, -7, -9]),
        }.ShouldBeApproved();
    }
}

namespace NeuralNotebooks.Plotting.Tests;

internal static class Samples
{
    public static readonly Dataset<double> Corners = new(
        Matrix.Of(new double[,] { { 0, 0, 1, 1 }, { 0, 1, 0, 1 } }),
        Matrix.Row(0.0, 1, 1, 0),
        ["x₁", "x₂"],
        ["equal", "different"]);

    public static Mlp<double> Zero(int features) =>
        new([new(Matrix.Zeros<double>(1, features), Matrix.Column(-1.0), Activation.Identity)]);

    public static Mlp<double> Xor() => new([
        new(Matrix.Ones<double>(2, 2), Matrix.Column(0, -1), Activation.Relu),
        new(Matrix.Row(1, -2), Matrix.Column(-0.5), Activation.Identity),
    ]);
}

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

    internal class OwnGate : Gate
    {
        public override string Name => "square";

        public override string Symbol => Name;

        public override double Forward(ReadOnlySpan<double> x) => x[0] * x[0];

        public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = 2 * x[0];
    }
}

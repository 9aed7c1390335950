namespace NeuralNotebooks.Tests;

public sealed class GoldenNetworkTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<int> Networks => [.. Enumerable.Range(0, GoldenValues.Networks.Count)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_matrix_of_a_pass_equals_that_of_PyTorch(int index)
    {
        GoldenNetwork golden = GoldenValues.Networks[index];
        Mlp<double> network = golden.ToMlp();
        ILoss<double> loss = golden.ToLoss();
        Matrix<double> X = GoldenValues.ToMatrix(golden.X), Y = GoldenValues.ToMatrix(golden.Y);

        Matrix<double> output = network.Forward(X);
        double value = loss.Value(output, Y);
        Matrix<double> lossGradient = Matrix.Zeros<double>(output.Rows, output.Columns);
        loss.Gradient(output, Y, lossGradient);
        Matrix<double> dX = network.Backward(lossGradient);

        Assert.True(
            Math.Abs(value - golden.Value) <= Tolerance * Math.Abs(golden.Value),
            $"The loss is {value:R}; PyTorch has {golden.Value:R}.");
        for (int l = 0; l < network.Layers.Count; l++)
        {
            Dense<double> layer = network.Layers[l];
            AssertEqual($"Z of layer {l}", golden.Z[l], layer.Preactivation);
            AssertEqual($"A of layer {l}", golden.A[l], layer.Output);
            AssertEqual($"δ of layer {l}", golden.Delta[l], layer.Delta);
            AssertEqual($"dW of layer {l}", golden.DW[l], layer.WeightGradient);
            AssertEqual($"db of layer {l}", golden.Db[l], layer.BiasGradient);
        }
        AssertEqual("dX", golden.DX, dX);
    }

    /// <summary>Differences are relative to the largest entry of the matrix: an entry near 0 may be a sum of larger
    /// terms, and then has the rounding errors of these terms.</summary>
    private static void AssertEqual(string name, double[][] expected, Matrix<double> actual)
    {
        Matrix<double> golden = GoldenValues.ToMatrix(expected);
        double relative = actual.MaxAbsoluteDifference(golden) / golden.AsSpan().ToArray().Max(Math.Abs);
        Assert.True(
            relative <= Tolerance,
            Invariant(
                $"{name}: the largest difference is {relative:0.0e0} of the largest entry; allowed is {Tolerance:0e0}."
            ));
    }
}

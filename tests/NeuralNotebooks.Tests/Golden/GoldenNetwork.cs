namespace NeuralNotebooks.Tests;

/// <summary>A network with the results of a forward and a backward pass; matrices are arrays of rows.</summary>
internal sealed record GoldenNetwork(
    string[] Activations,
    string Loss,
    double Value,
    double[][] X,
    double[][] Y,
    double[][][] W,
    double[][][] B,
    double[][][] Z,
    double[][][] A,
    double[][][] Delta,
    double[][][] DW,
    double[][][] Db,
    double[][] DX)
{
    public Mlp<double> ToMlp() =>
        new([
            .. Enumerable
                .Range(0, W.Length)
                .Select(l => new Dense<double>(
                    GoldenValues.ToMatrix(W[l]),
                    GoldenValues.ToMatrix(B[l]),
                    Enum.Parse<Activation>(Activations[l], ignoreCase: true))),
        ]);

    public ILoss<double> ToLoss() => Loss switch
    {
        "half_squared_error" => new HalfSquaredError<double>(),
        "mean_squared_error" => new MeanSquaredError<double>(),
        "binary_cross_entropy" => new BinaryCrossEntropy<double>(),
        "softmax_cross_entropy" => new SoftmaxCrossEntropy<double>(),
        _ => throw new InvalidDataException($"There is no loss '{Loss}'."),
    };
}

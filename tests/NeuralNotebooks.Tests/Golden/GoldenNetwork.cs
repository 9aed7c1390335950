using System.Text.Json.Serialization;

namespace NeuralNotebooks.Tests;

/// <summary>A network with everything that one forward and one backward pass compute; matrices are arrays of
/// rows.</summary>
internal sealed record GoldenNetwork(
    int[] Sizes,
    string[] Activations,
    string Loss,
    int Batch,
    double Value,
    [property: JsonPropertyName("X")] double[][] X,
    [property: JsonPropertyName("Y")] double[][] Y,
    [property: JsonPropertyName("W")] double[][][] W,
    [property: JsonPropertyName("b")] double[][][] B,
    [property: JsonPropertyName("Z")] double[][][] Z,
    [property: JsonPropertyName("A")] double[][][] A,
    [property: JsonPropertyName("delta")] double[][][] Delta,
    [property: JsonPropertyName("dW")] double[][][] DW,
    [property: JsonPropertyName("db")] double[][][] Db,
    [property: JsonPropertyName("dX")] double[][] DX)
{
    public Mlp<double> ToMlp() =>
        new([
            .. Enumerable
                .Range(0, W.Length)
                .Select(l => new Dense<double>(
                    GoldenValues.ToMatrix(W[l]),
                    GoldenValues.ToMatrix(B[l]),
                    Enum.Parse<Activation>(Activations[l], ignoreCase: true)
                )),
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

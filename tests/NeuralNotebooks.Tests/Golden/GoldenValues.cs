namespace NeuralNotebooks.Tests;

/// <summary>Expected values, computed with PyTorch (networks, Adam) or with the formulas of the rules in Python (the
/// other optimizers).</summary>
internal static class GoldenValues
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
    };

    public static IReadOnlyList<GoldenNetwork> Networks { get; } = Read<GoldenNetwork>("networks.json");

    public static IReadOnlyList<GoldenPath> OptimizerPaths { get; } = Read<GoldenPath>("optimizers.json");

    public static Matrix<double> ToMatrix(double[][] rows)
    {
        Matrix<double> matrix = Matrix.Zeros<double>(rows.Length, rows[0].Length);
        for (int row = 0; row < matrix.Rows; row++)
            for (int column = 0; column < matrix.Columns; column++)
                matrix[row, column] = rows[row][column];
        return matrix;
    }

    private static T[] Read<T>(string file) =>
        JsonSerializer.Deserialize<T[]>(Repository.Read($"tests/NeuralNotebooks.Tests/Golden/{file}"), _options)!;
}

internal sealed record GoldenPath(
    string Function,
    string Rule,
    double[] Start,
    double LearningRate,
    double? Beta,
    double? Beta1,
    double? Beta2,
    double? Epsilon,
    double[][] Path);

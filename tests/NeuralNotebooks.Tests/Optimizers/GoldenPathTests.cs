namespace NeuralNotebooks.Tests;

public sealed class GoldenPathTests
{
    private const double Tolerance = 1e-10;

    public static TheoryData<int> Paths => [.. Enumerable.Range(0, GoldenValues.OptimizerPaths.Count)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_of_100_steps_equals_the_golden_one(int index)
    {
        GoldenPath golden = GoldenValues.OptimizerPaths[index];
        Optimizer<double> optimizer = golden.Rule switch
        {
            "gradient_descent" => new GradientDescent<double>(golden.LearningRate),
            "momentum" => new Momentum<double>(golden.LearningRate, golden.Beta),
            "rmsprop" => new RmsProp<double>(golden.LearningRate, golden.Beta, golden.Epsilon),
            "adam" => new Adam<double>(golden.LearningRate, golden.Beta1, golden.Beta2, golden.Epsilon),
            _ => throw new InvalidDataException($"There is no rule '{golden.Rule}'."),
        };

        double[] w = [.. golden.Start];
        double largest = 0;
        for (int t = 1; t < golden.Path.Length; t++)
        {
            optimizer.Step(w, Gradient(golden.Function, w[0], w[1]));
            for (int i = 0; i < 2; i++)
                largest = Math.Max(
                    largest, Math.Abs(w[i] - golden.Path[t][i]) / Math.Max(1e-3, Math.Abs(golden.Path[t][i])));
        }
        Assert.True(
            largest <= Tolerance,
            Invariant(
                $"{golden.Rule}, {golden.Function}: the largest relative difference on the path is {largest:0.0e0}; "
                    + $"allowed is {Tolerance:0e0}."));
        Assert.Equal(100, optimizer.StepCount);
    }

    private static double[] Gradient(string function, double x, double y)
    {
        switch (function)
        {
            case "ravine":   // ½(x² + 25 y²)
                return [x, 25 * y];
            case "rosenbrock":   // (1 − x)² + 100 (y − x²)²
                return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
            case "beale":   // (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²
                double a = 1.5 - x + x * y, b = 2.25 - x + x * y * y, c = 2.625 - x + x * y * y * y;
                return
                [
                    2 * a * (y - 1) + 2 * b * (y * y - 1) + 2 * c * (y * y * y - 1),
                    2 * a * x + 4 * b * x * y + 6 * c * x * y * y,
                ];
            default:
                throw new InvalidDataException($"There is no function '{function}'.");
        }
    }
}

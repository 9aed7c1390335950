namespace NeuralNotebooks.Course.Tests.Assignments;

[Collection("Console")] // The console is process-wide.
public class ProbingTests
{
    private sealed record Gradients(double Dx, double[] Dw);

    public static TheoryData<object?, string> Values => new()
    {
        { 0.5, "0.5" },
        { -2, "-2" },
        { true, "true" },
        { "in", "\"in\"" },
        { null, "null" },
        { new[] { 1.0, -2.5 }, "[1, −2.5]" },
        { (1, 2.5), "(1, 2.5)" },
        { new List<int[]> { new[] { 1 }, new[] { 2, 3 } }, "[[1], [2, 3]]" },
        { Enumerable.Range(0, 1000), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, …]" },
        { Matrix.Of(new double[,] { { 1, 2 }, { 3, 4.5 } }), "2 × 2 [1, 2; 3, 4.5]" },
        { Matrix.Of(new float[,] { { 1, 2 } }), "1 × 2 [1, 2]" },
        { new Gradients(1.5, [2]), "{ Dx = 1.5, Dw = [2] }" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_probe_shows_its_name_and_value(object? value, string expected)
    {
        TextWriter before = Console.Out;
        using var shown = new StringWriter();
        Console.SetOut(shown);
        using IDisposable comma = DecimalComma.Begin();
        try
        {
            Probing.Probe("at (3, −1)", value, points: 2, tolerance: 1e-9, shown: true, floor: 1e-12);
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal($"at (3, −1): {expected}{Environment.NewLine}", shown.ToString());
    }
}

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
    public void A_probe_shows_its_name_and_the_value_of_an_expression_or_a_function(object? value, string expected)
    {
        TextWriter before = Console.Out;
        using var shown = new StringWriter();
        Console.SetOut(shown);
        using IDisposable comma = DecimalComma.Begin();
        try
        {
            Probing.Probe("at (3, −1)", value, points: 2, tolerance: 1e-9, shown: true, floor: 1e-12);
            Probing.Probe("at (3, −1)", () => value);
        }
        finally
        {
            Console.SetOut(before);
        }

        string line = $"at (3, −1): {expected}{Environment.NewLine}";
        Assert.Equal(line + line, shown.ToString());
    }

    [Fact]
    public void An_exception_of_the_type_or_a_derived_one_is_found_and_another_one_is_not_caught()
    {
        static int Thrown(Exception? exception) => exception is null ? 1 : throw exception;

        Assert.True(Exceptions.Throws<ArgumentException>(() => Thrown(new ArgumentNullException())));
        Assert.True(Exceptions.Throws<ArgumentException>(() => { Thrown(new ArgumentException()); }));
        Assert.False(Exceptions.Throws<ArgumentException>(() => Thrown(null)));
        Assert.Throws<FormatException>(() => Exceptions.Throws<ArgumentException>(() => Thrown(new FormatException())));
    }
}

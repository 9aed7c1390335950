namespace NeuralNotebooks.Course.Tests;

public class BatchShapesTests
{
    [Fact]
    public void The_four_shapes_are_accepted() =>
        Assert.Equal(VerdictState.Correct, Check.BatchShapes((3, 5), (3, 7), (3, 5), (3, 1)).State);

    [Fact]
    public void The_starter_is_told_what_to_do() =>
        Assert.Contains("still 0 × 0", Check.BatchShapes((0, 0), (0, 0), (0, 0), (0, 0)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(5, 3, "outputs × inputs")]
    [InlineData(3, 7, "do not know the batch")]
    [InlineData(3, 6, "a vector of its own")]
    public void Wrong_shapes_of_the_weights_are_named(int rows, int columns, string phrase) =>
        AssertNamed(phrase, Check.BatchShapes((rows, columns), (3, 7), (3, 5), (3, 1)));

    [Theory]
    [InlineData(7, 3, "columns are examples")]
    [InlineData(3, 5, "the shape of W₁")]
    [InlineData(3, 1, "for one example")]
    [InlineData(5, 7, "the shape of X")]
    public void Wrong_shapes_of_Z_are_named(int rows, int columns, string phrase) =>
        AssertNamed(phrase, Check.BatchShapes((3, 5), (rows, columns), (3, 5), (3, 1)));

    [Theory]
    [InlineData(5, 3, "A gradient has the shape")]
    [InlineData(3, 7, "sums over the examples")]
    [InlineData(3, 1, "15 slopes")]
    public void Wrong_shapes_of_the_weight_gradient_are_named(int rows, int columns, string phrase) =>
        AssertNamed(phrase, Check.BatchShapes((3, 5), (3, 7), (rows, columns), (3, 1)));

    [Theory]
    [InlineData(1, 3, "b₁ is a column")]
    [InlineData(3, 7, "what uᵀ does")]
    [InlineData(3, 5, "one bias")]
    [InlineData(1, 1, "a bias of its own")]
    public void Wrong_shapes_of_the_bias_gradient_are_named(int rows, int columns, string phrase) =>
        AssertNamed(phrase, Check.BatchShapes((3, 5), (3, 7), (3, 5), (rows, columns)));

    [Fact]
    public void An_unexpected_shape_gets_the_rule()
    {
        Verdict verdict = Check.BatchShapes((3, 5), (-1, 99), (3, 5), (3, 1));
        Assert.Equal(VerdictState.NotYet, verdict.State);
        Assert.Equal("3 of 4 are right. Z is not −1 × 99.", verdict.Message);
        Assert.Equal("Z holds one number for each hidden unit and each example: (rows of W₁) × (columns of X).",
            verdict.LikelyMistake);
        Assert.Contains("look at W₁", Check.BatchShapes((3, 5), (3, 7), (7, 5), (3, 1)).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Contains("b₁ is one column", Check.BatchShapes((3, 5), (3, 7), (3, 5), (3, 0)).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Null(Check.BatchShapes((3, 5), (3, 7), (0, 0), (3, 1)).LikelyMistake);
    }

    private static void AssertNamed(string phrase, Verdict verdict)
    {
        Assert.Equal(VerdictState.Almost, verdict.State);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }
}

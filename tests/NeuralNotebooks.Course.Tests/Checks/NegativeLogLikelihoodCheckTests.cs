namespace NeuralNotebooks.Course.Tests;

public class NegativeLogLikelihoodCheckTests
{
    [Fact]
    public void The_mean_over_the_examples_is_correct()
    {
        Assert.True(Check.NegativeLogLikelihood(Right).IsCorrect);
    }

    public static TheoryData<string, Func<Matrix<double>, int[], double>> Mutants => new()
    {
        { "sum over the examples", (P, y) => Right(P, y) * P.Columns },
        { "log-likelihood", (P, y) => -Right(P, y) },
        { "number of all entries", (P, y) => Right(P, y) / P.Rows },
        { "all three entries", (P, y) => P.Map(p => -Math.Log(p)).Sum() / P.Columns },
        { "and their mean", (P, y) => P.Map(p => -Math.Log(p)).Mean() },
        { "logarithm of the mean", (P, y) => -Math.Log(Of(P, y).Average()) },
        { "logarithm is missing", (P, y) => Of(P, y).Average() },
        { "minus the mean of p(y)", (P, y) => -Of(P, y).Average() },
        { "number of classes", (P, y) => Right(P, y) * P.Columns / P.Rows },
        { "The first example is left out", (P, y) => Of(P, y).Skip(1).Sum(p => -Math.Log(p)) / P.Columns },
        { "The last example is left out", (P, y) => Of(P, y).SkipLast(1).Sum(p => -Math.Log(p)) / P.Columns },
        { "inside the loop", (P, y) => -Math.Log(P[y[0], 0]) / P.Columns },
        { "1 − p(y)", (P, y) => Of(P, y).Average(p => 1 - p) },
        { "base 2", (P, y) => Of(P, y).Average(p => -Math.Log2(p)) },
        { "base 10", (P, y) => Of(P, y).Average(p => -Math.Log10(p)) },
        { "largest probability", (P, y) => y.Select((_, j) => -Math.Log(P.Column(j).Max())).Average() },
        { "inside the loop", (P, y) => -Math.Log(P[y[0], 0]) },
        { "Only the last example", (P, y) => -Math.Log(P[y[^1], P.Columns - 1]) / P.Columns },
    };

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_wrong_form_is_named(string sentence, Func<Matrix<double>, int[], double> loss)
    {
        Verdict verdict = Check.NegativeLogLikelihood(loss);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_rows_and_columns_use_an_index_outside_the_matrix()
    {
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.NegativeLogLikelihood((P, y) => y.Select((label, j) => -Math.Log(P[j, label])).Average()).State);
    }

    [Fact]
    public void A_function_with_another_signature_is_told_the_right_one()
    {
        Assert.Contains("double (Matrix<double>, int[])", Check.NegativeLogLikelihood((Matrix<double> P) => P.Sum()).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<double> Of(Matrix<double> P, int[] labels) => labels.Select((label, j) => P[label, j]);

    private static double Right(Matrix<double> P, int[] labels) => Of(P, labels).Average(p => -Math.Log(p));
}

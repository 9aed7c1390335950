namespace NeuralNotebooks.Course.Tests;

public class NegativeLogLikelihoodCheckTests
{
    [Fact]
    public void The_mean_over_the_examples_is_correct()
    {
        Assert.True(Check.NegativeLogLikelihood(Right).IsCorrect);
    }

    [Fact]
    public void Swapped_rows_and_columns_use_an_index_outside_the_matrix()
    {
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.NegativeLogLikelihood((P, y) => y.Select((label, j) => -Math.Log(P[j, label])).Average()).State);
    }

    [Fact]
    public void A_function_with_another_signature_is_told_the_right_one()
    {
        Assert.Contains("double (Matrix<double>, int[])",
            Check.NegativeLogLikelihood((Matrix<double> P) => P.Sum()).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<double> Of(Matrix<double> P, int[] labels) => labels.Select((label, j) => P[label, j]);

    private static double Right(Matrix<double> P, int[] labels) => Of(P, labels).Average(p => -Math.Log(p));
}

using Backward = System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    NeuralNotebooks.Matrix<double>, (NeuralNotebooks.Matrix<double> dw2, NeuralNotebooks.Matrix<double> db2)>;

namespace NeuralNotebooks.Course.Tests;

public class OutputLayerTests
{
    private static Matrix<double> U(Matrix<double> like) => Matrix.Ones<double>(1, like.Columns);

    private static (Matrix<double>, Matrix<double>) From(Matrix<double> delta, Matrix<double> A) =>
        (delta * A.Transpose(), delta * U(A).Transpose());

    /// <summary>What a student might hand in, with a phrase that the verdict must contain.</summary>
    public static TheoryData<string, Backward> Mutants() => new()
    {
        { "A size of this notebook's example is hard-coded", (yHat, y, A) => From(2.0 / 3 * (yHat - y), A) },
        { "transpose",
            (yHat, y, A) =>
                (A * (2.0 / y.Columns * (yHat - y)).Transpose(), (2.0 / y.Columns * (yHat - y)).RowSums()) },
        { "5 times", (yHat, y, A) => From(10.0 / y.Columns * (yHat - y), A) },
        { "∂L/∂w₂ is right. ∂L/∂b₂ ",
            (yHat, y, A) => (2.0 / y.Columns * (yHat - y) * A.Transpose(), 2 * (yHat - y).RowSums()) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Backward mutant)
    {
        Verdict verdict = Check.OutputLayer(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Backward> RightWays() => new()
    {
        (yHat, y, A) => From(2.0 / y.Columns * (yHat - y), A),
        (yHat, y, A) => From((yHat - y) * (1.0 / y.Columns) + (yHat - y) / y.Columns, A),
        (yHat, y, A) => (2 * ((yHat - y) * A.Transpose()) / y.Columns, 2 * (yHat - y).RowMeans()),
        (yHat, y, A) => From((2.0 / y.Columns * (yHat - y)).Map(entry => (float)entry), A),
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted_whatever_the_order_of_operations_and_the_rounding(Backward answer) =>
        Assert.Equal(VerdictState.Correct, Check.OutputLayer(answer).State);

    [Fact]
    public void The_first_differing_entry_is_shown_both_ways()
    {
        Verdict verdict = Check.OutputLayer((yHat, y, A) =>
        {
            Matrix<double> dw2 = 2.0 / y.Columns * (yHat - y) * A.Transpose();
            dw2[0, 1] = -1;
            return (dw2, dw2.RowSums());
        });
        Assert.Equal("[0, 1]: yours −1, expected 0.75", verdict.FirstDifference);
    }

    [Fact]
    public void A_hard_coded_size_of_the_example_is_noticed()
    {
        Verdict verdict = Check.OutputLayer((yHat, y, A) => From(2.0 / 3 * (yHat - y), A));
        Assert.Contains("right for this notebook's batch, but not for a batch of 5", verdict.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_that_fit_the_example_only_are_noticed()
    {
        Verdict verdict = Check.OutputLayer((yHat, y, A) =>
            (2.0 / 3 * (yHat - y) * A.Transpose(), 2.0 / 3 * (yHat - y) * Matrix.Ones<double>(3, 1)));
        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        Assert.Contains("Take it from the matrices", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_transpose_becomes_a_verdict()
    {
        Verdict verdict = Check.OutputLayer((yHat, y, A) =>
            From(2.0 / y.Columns * (yHat - y), A) with { Item1 = (yHat - y) * A });
        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        Assert.Contains("transpose", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_and_other_types_get_a_verdict()
    {
        Assert.Contains("`null`", Check.OutputLayer((_, _, _) => (null!, null!)).Message, StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.OutputLayer(null).State);
        Verdict otherType = Check.OutputLayer((Matrix<double> yHat, Matrix<double> y) => yHat - y);
        Assert.Contains("`Matrix<double> (Matrix<double>, Matrix<double>)`", otherType.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void NaN_is_reported_with_its_index()
    {
        Verdict verdict = Check.OutputLayer((yHat, y, A) => From(0.0 / 0.0 * (yHat - y), A));
        Assert.Equal("[0, 0]: yours NaN, expected −0.5", verdict.FirstDifference);
        Assert.Contains("not a finite number", verdict.LikelyMistake, StringComparison.Ordinal);
    }
}

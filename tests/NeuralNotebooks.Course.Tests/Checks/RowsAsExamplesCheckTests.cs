using Translation = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    (NeuralNotebooks.Matrix<double> delta, NeuralNotebooks.Matrix<double> dW, NeuralNotebooks.Matrix<double> db)>;

namespace NeuralNotebooks.Course.Tests;

public class RowsAsExamplesCheckTests
{
    private static Matrix<double> Delta(Matrix<double> rows) => rows.Transpose() / rows.Rows;

    private static (Matrix<double> delta, Matrix<double> dW, Matrix<double> db) From(Matrix<double> delta,
        Matrix<double> input) => (delta, delta * input, delta.RowSums());

    public static TheoryData<string, Translation> Mutants() => new()
    {
        { "The sign is wrong", (d, X) => From(-Delta(d), X) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Translation mutant)
    {
        Verdict verdict = Check.RowsAsExamples(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Translation> RightWays() => new()
    {
        (d, X) => From(Delta(d), X),
        (d, X) =>
            (1.0 / d.Rows * d.Transpose(), (X.Transpose() * d).Transpose() / d.Rows,
            d.ColumnSums().Transpose() / d.Rows),
        (d, X) =>
            From(Delta(d), X) is var (delta, dW, db)
            ? (delta.To<float>().To<double>(), dW.To<float>().To<double>(), db.To<float>().To<double>()) : default,
        (d, X) => From(Delta(d), X) with { db = Delta(d) * Matrix.Ones<double>(d.Rows, 1) },
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(Translation answer) =>
        Assert.True(Check.RowsAsExamples(answer).IsCorrect, Check.RowsAsExamples(answer).ToString());

    [Fact]
    public void The_starter_null_other_types_and_throwing_get_a_verdict()
    {
        Assert.Contains("still the starter", Check.RowsAsExamples((d, X) => (
            Matrix.Zeros<double>(d.Columns, d.Rows), Matrix.Zeros<double>(d.Columns, X.Columns),
                Matrix.Zeros<double>(d.Columns, 1))).Message, StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.RowsAsExamples(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.RowsAsExamples((Matrix<double> A) => A).State);
        Assert.Contains("`null`", Check.RowsAsExamples((d, X) => (null!, null!, null!)).Message,
            StringComparison.Ordinal);
        Assert.Contains("shapes do not fit",
            Check.RowsAsExamples((d, X) => From(Delta(d) * Matrix.Ones<double>(7, 1), X)).Message,
            StringComparison.Ordinal);
        Assert.Contains("not a finite number", Check.RowsAsExamples((d, X) => From(Delta(d) / 0, X)).LikelyMistake,
            StringComparison.Ordinal);
    }
}

namespace NeuralNotebooks.Course.Tests;

public class ErrorRateTests
{
    [Fact]
    public void The_percentage_of_wrong_answers_is_correct()
    {
        Verdict verdict = Check.ErrorRate((scores, labels) => 100.0 * Wrong(scores, labels) / scores.Columns);

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    public static TheoryData<string, Func<Matrix<double>, int[], double>> Mutants => new()
    {
        { "This is the accuracy: ", (scores, labels) => 100.0 - 100.0 * Wrong(scores, labels) / scores.Columns },
        { "accuracy, and as a fraction", (scores, labels) => 1 - (double)Wrong(scores, labels) / scores.Columns },
        { "a fraction. Return a percentage", (scores, labels) => (double)Wrong(scores, labels) / scores.Columns },
        { "the number of wrong images", (scores, labels) => Wrong(scores, labels) },
        { "the fractional part is lost", (scores, labels) => 100 * Wrong(scores, labels) / scores.Columns },
        { "*smallest*", (scores, labels) => 100.0 * Wrong(-scores, labels) / scores.Columns },
        { "number of classes", (scores, labels) => 100.0 * Wrong(scores, labels) / scores.Rows },
        { "one too high", (scores, labels) => 100.0 * Wrong(scores, [.. labels.Select(label => label - 1)]) / scores.Columns },
        { "begins at 0", (scores, labels) => 100.0 * Wrong(scores.Map(score => Math.Max(score, 0)), labels) / scores.Columns },
        { "leaves out class 0", (scores, labels) => 100.0 * Wrong(scores.Rows(1, scores.Rows - 1), [.. labels.Select(label => label - 1)]) / scores.Columns },
        { "leaves out the last class", (scores, labels) => 100.0 * Wrong(scores.Rows(0, scores.Rows - 1), labels) / scores.Columns },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_rate_is_named(string sentence, Func<Matrix<double>, int[], double> mutant)
    {
        Verdict verdict = Check.ErrorRate(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Integer_division_is_recognised_by_its_zero()
    {
        Verdict verdict = Check.ErrorRate((scores, labels) => 100 * (Wrong(scores, labels) / scores.Columns));

        Assert.Equal(VerdictState.NotYet, verdict.State);
        Assert.Contains("of two integers is 0", verdict.Message, StringComparison.Ordinal);
    }

    private static int Wrong(Matrix<double> scores, int[] labels) => Enumerable.Range(0, scores.Columns).Count(j =>
    {
        int answer = 0;
        for (int k = 1; k < scores.Rows; k++)
            answer = scores[k, j] > scores[answer, j] ? k : answer;
        return answer != labels[j];
    });
}

namespace NeuralNotebooks.Course.Tests;

public class ErrorRateTests
{
    [Fact]
    public void The_percentage_of_wrong_answers_is_correct()
    {
        Verdict verdict = Check.ErrorRate((scores, labels) => 100.0 * Wrong(scores, labels) / scores.Columns);

        Assert.True(verdict.IsCorrect, verdict.ToString());
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

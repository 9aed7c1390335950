namespace NeuralNotebooks.Course.Tests;

public class ConfidentMistakesTests
{
    [Fact]
    public void Misread_images_ordered_by_confidence_are_correct()
    {
        Verdict verdict = Check.ConfidentMistakes((P, labels) =>
            [.. Misread(P, labels).OrderByDescending(j => P[Answer(P, j), j])]);

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void A_list_without_images_is_called_empty()
    {
        Assert.Contains("it returns an empty list", Check.ConfidentMistakes((P, labels) => []).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("The list, as a column, is empty for 8 images",
            Check.ConfidentMistakes((P, labels) => P.Columns == 8 ? [] : [0]).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> All(Matrix<double> P) => Enumerable.Range(0, P.Columns);

    private static IEnumerable<int> Misread(Matrix<double> P, int[] labels) =>
        All(P).Where(j => Answer(P, j) != labels[j]);

    private static int Answer(Matrix<double> P, int j)
    {
        int answer = 0;
        for (int k = 1; k < P.Rows; k++)
            answer = P[k, j] > P[answer, j] ? k : answer;
        return answer;
    }
}

namespace NeuralNotebooks.Course.Tests;

public class ConfidentMistakesTests
{
    [Fact]
    public void Misread_images_ordered_by_confidence_are_correct()
    {
        Verdict verdict = Check.ConfidentMistakes((P, labels) => [.. Misread(P, labels).OrderByDescending(j => P[Answer(P, j), j])]);

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    public static TheoryData<string, Func<Matrix<double>, int[], int[]>> Mutants => new()
    {
        { "*least* confident", (P, labels) => [.. Misread(P, labels).OrderBy(j => P[Answer(P, j), j])] },
        { "in the order of the images", (P, labels) => [.. Misread(P, labels)] },
        { "the order of the loss", (P, labels) => [.. Misread(P, labels).OrderByDescending(j => -Math.Log(P[labels[j], j]))] },
        { "sorted by the probability of the *truth*. Sort", (P, labels) => [.. Misread(P, labels).OrderByDescending(j => P[labels[j], j])] },
        { "read *correctly*", (P, labels) => [.. All(P).Where(j => Answer(P, j) == labels[j]).OrderByDescending(j => P[Answer(P, j), j])] },
        { "All images are listed", (P, labels) => [.. All(P).OrderByDescending(j => P[Answer(P, j), j])] },
        { "the answers of the network", (P, labels) => [.. Misread(P, labels).OrderByDescending(j => P[Answer(P, j), j]).Select(j => Answer(P, j))] },
        { "the labels", (P, labels) => [.. Misread(P, labels).OrderByDescending(j => P[Answer(P, j), j]).Select(j => labels[j])] },
        { "counted from 1", (P, labels) => [.. Misread(P, labels).OrderByDescending(j => P[Answer(P, j), j]).Select(j => j + 1)] },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_list_is_named(string sentence, Func<Matrix<double>, int[], int[]> mutant)
    {
        Verdict verdict = Check.ConfidentMistakes(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_images_is_called_empty()
    {
        Assert.Contains("it returns an empty list", Check.ConfidentMistakes((P, labels) => []).Message, StringComparison.Ordinal);
        Assert.StartsWith("The list, as a column, is empty for 8 images", Check.ConfidentMistakes((P, labels) => P.Columns == 8 ? [] : [0]).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> All(Matrix<double> P) => Enumerable.Range(0, P.Columns);

    private static IEnumerable<int> Misread(Matrix<double> P, int[] labels) => All(P).Where(j => Answer(P, j) != labels[j]);

    private static int Answer(Matrix<double> P, int j)
    {
        int answer = 0;
        for (int k = 1; k < P.Rows; k++)
            answer = P[k, j] > P[answer, j] ? k : answer;
        return answer;
    }
}

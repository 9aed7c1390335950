namespace NeuralNotebooks.Course.Tests;

/// <summary>Right answers in other ways than the notebooks' solutions, which Notebooks.Tests runs: another formula,
/// another order, in place, in single precision, by the library.</summary>
public partial class RightAnswersTests
{
    private static void AreRight(params Verdict[] verdicts) =>
        Assert.All(verdicts, verdict => Assert.True(verdict.IsCorrect, verdict.ToString()));
}

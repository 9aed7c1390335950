namespace NeuralNotebooks.Course.Tests;

/// <summary>
/// Right answers that come from elsewhere: by the library, by a circuit, by another algorithm, in single precision, in
/// place. Notebooks.Tests runs the solutions, and another order of operations is but another rounding, which
/// <see cref="MistakesTests"/> tries in every check.
/// </summary>
public partial class RightAnswersTests
{
    private static void AreRight(params Verdict[] verdicts) =>
        Assert.All(verdicts, verdict => Assert.True(verdict.IsCorrect, verdict.ToString()));
}

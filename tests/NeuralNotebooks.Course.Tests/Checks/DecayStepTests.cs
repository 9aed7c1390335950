namespace NeuralNotebooks.Course.Tests;

public class DecayStepTests
{
    [Fact]
    public void A_shrunken_weight_minus_the_step_is_correct()
    {
        Verdict verdict = Check.DecayStep((w, g, α, λ) => (1 - α * λ) * w - α * g);

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void The_librarys_gradient_descent_with_weight_decay_is_correct() => Assert.True(Check.DecayStep((w, g, α, λ) =>
    {
        new GradientDescent<double>(α) { WeightDecay = λ }.Step(ref w, g);
        return w;
    }).IsCorrect);

    public static TheoryData<string, Func<double, double, double, double, double>> Mutants => new()
    {
        { "The decay is missing", (w, g, α, λ) => w - α * g },
        { "has not moved", (w, g, α, λ) => w },
        { "away from 0", (w, g, α, λ) => (1 + α * λ) * w - α * g },
        { "not multiplied by α", (w, g, α, λ) => (1 - λ) * w - α * g },
        { "g is missing", (w, g, α, λ) => w * (1 - α * λ) },
        { "without the ½", (w, g, α, λ) => w - α * (g + λ * w / 2) },
        { "not 2λw", (w, g, α, λ) => w - α * (g + 2 * λ * w) },
        { "the penalty itself", (w, g, α, λ) => w - α * (g + λ / 2 * w * w) },
        { "You added λw²", (w, g, α, λ) => w - α * (g + λ * w * w) },
        { "(L1)", (w, g, α, λ) => w - α * (g + λ * Math.Sign(w)) },
        { "λ itself", (w, g, α, λ) => w - α * (g + λ) },
        { "uphill", (w, g, α, λ) => w + α * (g + λ * w) },
        { "scaled by λ", (w, g, α, λ) => w - α * λ * (g + w) },
        { "α is missing", (w, g, α, λ) => w - (g + λ * w) },
        { "the *old* w", (w, g, α, λ) => { w -= α * g; w -= α * λ * w; return w; } },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_step_is_named(string sentence, Func<double, double, double, double, double> mutant)
    {
        Verdict verdict = Check.DecayStep(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_starter_is_not_yet_right() => Assert.Equal(VerdictState.NotYet, Check.DecayStep((w, _, _, _) => w).State);
}

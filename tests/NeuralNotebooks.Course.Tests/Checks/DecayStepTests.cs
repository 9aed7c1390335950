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
    public void The_librarys_gradient_descent_with_weight_decay_is_correct() =>
        Assert.True(Check.DecayStep((w, g, α, λ) =>
    {
        new GradientDescent<double>(α) { WeightDecay = λ }.Step(ref w, g);
        return w;
    }).IsCorrect);

    [Fact]
    public void The_starter_is_not_yet_right() =>
        Assert.Equal(VerdictState.NotYet, Check.DecayStep((w, _, _, _) => w).State);
}

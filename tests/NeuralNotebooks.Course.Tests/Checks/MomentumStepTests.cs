namespace NeuralNotebooks.Course.Tests;

public class MomentumStepTests
{
    [Fact]
    public void The_average_and_the_step_along_it_are_correct()
    {
        Verdict verdict = Check.MomentumStep((w, V, g, α, β) =>
        {
            V = β * V + (1 - β) * g;
            return (w - α * V, V);
        });

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void Another_order_of_operations_and_single_precision_are_correct_too()
    {
        Assert.True(Check.MomentumStep((w, V, g, α, β) =>
        {
            V += (1 - β) * (g - V);
            return (w - V * α, V);
        }).IsCorrect);
        Assert.True(Check.MomentumStep((w, V, g, α, β) =>
        {
            float v = (float)β * (float)V + (1 - (float)β) * (float)g;
            return ((float)w - (float)α * v, v);
        }).IsCorrect);
    }

    [Fact]
    public void The_library_is_correct()
    {
        // A step of the library that begins with V: one step on a gradient V / (1 − β) puts it there.
        Verdict verdict = Check.MomentumStep((w, V, g, α, β) =>
        {
            Momentum<double> momentum = new(α, β);
            double unused = 0, moved = w;
            momentum.Step(ref unused, V / (1 - β));
            momentum.Step(ref moved, g);
            return (moved, (w - moved) / α);
        });

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void A_V_that_has_not_changed_is_named()
    {
        Verdict verdict = Check.MomentumStep((w, V, g, α, β) => (w - g, V));

        Assert.Equal(VerdictState.NotYet, verdict.State);
        Assert.Contains("V is still zero", Check.MomentumStep((w, V, g, α, β) => (w, 0)).Message,
            StringComparison.Ordinal);
        Assert.Contains("V has not changed", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_average_is_mentioned_before_a_wrong_step() => Assert.StartsWith(
        "V is right.", Check.MomentumStep((w, V, g, α, β) => (w, β * V + (1 - β) * g)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Nothing_NaN_an_exception_and_another_signature_get_a_verdict()
    {
        Assert.Equal(VerdictState.NotYet, Check.MomentumStep(null).State);
        Assert.Contains("not a finite number", Check.MomentumStep((w, V, g, α, β) => (w, double.NaN)).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.MomentumStep((w, V, g, α, β) => throw new NotSupportedException()).State);
        Assert.Contains("(double w, double V) MomentumStep", Check.MomentumStep((double w, double g) => w - g).Message,
            StringComparison.Ordinal);
    }
}

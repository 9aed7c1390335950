using StateStep = System.Func<double, double, double, double, double, double, (double w, double S)>;

namespace NeuralNotebooks.Course.Tests;

public class RmsPropStepTests
{
    [Fact]
    public void The_average_of_squares_and_the_step_divided_by_its_root_are_correct()
    {
        Verdict verdict = Check.RmsPropStep((w, S, g, α, β, ε) =>
        {
            S = β * S + (1 - β) * g * g;
            return (w - α * g / Math.Sqrt(S + ε), S);
        });

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void Another_order_of_operations_and_single_precision_are_correct_too()
    {
        Assert.True(Check.RmsPropStep((w, S, g, α, β, ε) =>
        {
            S += (1 - β) * (Math.Pow(g, 2) - S);
            return (w - g * (α * Math.Pow(S + ε, -0.5)), S);
        }).IsCorrect);
        Assert.True(Check.RmsPropStep((w, S, g, α, β, ε) =>
        {
            float s = (float)β * (float)S + (1 - (float)β) * (float)g * (float)g;
            return ((float)w - (float)α * (float)g / MathF.Sqrt(s + (float)ε), s);
        }).IsCorrect);
    }

    public static TheoryData<string, StateStep> Mutants => new()
    {
        { "square is missing", (w, S, g, α, β, ε) => { S = β * S + (1 - β) * g; return (w - α * g / Math.Sqrt(S + ε), S); } },
        { "magnitudes", (w, S, g, α, β, ε) => { S = β * S + (1 - β) * Math.Abs(g); return (w - α * g / (S + ε), S); } },
        { "(1 − β) is missing", (w, S, g, α, β, ε) => { S = β * S + g * g; return (w - α * g / Math.Sqrt(S + ε), S); } },
        { "are swapped", (w, S, g, α, β, ε) => { S = (1 - β) * S + β * g * g; return (w - α * g / Math.Sqrt(S + ε), S); } },
        { "old average is lost", (w, S, g, α, β, ε) => { S = (1 - β) * g * g; return (w - α * g / Math.Sqrt(S + ε), S); } },
        { "does not fade", (w, S, g, α, β, ε) => { S += (1 - β) * g * g; return (w - α * g / Math.Sqrt(S + ε), S); } },
        { "AdaGrad", (w, S, g, α, β, ε) => { S += g * g; return (w - α * g / Math.Sqrt(S + ε), S); } },
        { "ε is inside the average", (w, S, g, α, β, ε) => { S = β * S + (1 - β) * g * g + ε; return (w - α * g / Math.Sqrt(S), S); } },
        { "1 − β is squared", (w, S, g, α, β, ε) => { S = β * S + Math.Pow((1 - β) * g, 2); return (w - α * g / Math.Sqrt(S + ε), S); } },
        { "whole average was squared", (w, S, g, α, β, ε) => { S = Math.Pow(β * S + (1 - β) * g, 2); return (w - α * g / Math.Sqrt(S + ε), S); } },
        { "keep the root", (w, S, g, α, β, ε) => { S = Math.Sqrt(β * S + (1 - β) * g * g); return (w - α * g / (S + ε), S); } },
        { "the square g² itself", (w, S, g, α, β, ε) => { S = g * g; return (w - α * g / Math.Sqrt(S + ε), S); } },
        { "w and S are swapped", (w, S, g, α, β, ε) => { S = β * S + (1 - β) * g * g; return (S, w - α * g / Math.Sqrt(S + ε)); } },
        { "S has not changed", (w, S, g, α, β, ε) => (w - α * g / Math.Sqrt(S + ε), S) },
        { "w has not moved", (w, S, g, α, β, ε) => (w, β * S + (1 - β) * g * g) },
        { "outside the root", After((w, S, g, α, ε) => w - α * g / (Math.Sqrt(S) + ε)) },
        { "root is missing: divide", After((w, S, g, α, ε) => w - α * g / (S + ε)) },
        { "You divide by S alone", After((w, S, g, α, ε) => w - α * g / S) },
        { "ε is missing", After((w, S, g, α, ε) => w - α * g / Math.Sqrt(S)) },
        { "adds ε to w", After((w, S, g, α, ε) => w - α * g / Math.Sqrt(S) + ε) },
        { "adds ε to the step", After((w, S, g, α, ε) => { w -= α * g / Math.Sqrt(S) + ε; return w; }) },
        { "uphill", After((w, S, g, α, ε) => w + α * g / Math.Sqrt(S + ε)) },
        { "multiply by the root", After((w, S, g, α, ε) => w - α * g * Math.Sqrt(S + ε)) },
        { "*old* S", (w, S, g, α, β, ε) => (w - α * g / Math.Sqrt(S + ε), β * S + (1 - β) * g * g) },
        { "α is missing", After((w, S, g, α, ε) => w - g / Math.Sqrt(S + ε)) },
        { "gradient is missing", After((w, S, g, α, ε) => w - α / Math.Sqrt(S + ε)) },
        { "lost its sign", After((w, S, g, α, ε) => w - α * Math.Abs(g) / Math.Sqrt(S + ε)) },
        { "hard-coded as 1e−8", After((w, S, g, α, ε) => w - α * g / Math.Sqrt(S + 1e-8)) },
        { "change alone", After((w, S, g, α, ε) => -α * g / Math.Sqrt(S + ε)) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_step_is_named(string sentence, StateStep mutant)
    {
        Verdict verdict = Check.RmsPropStep(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_starter_nothing_NaN_an_exception_and_another_signature_get_a_verdict()
    {
        Assert.Contains("S has not changed", Check.RmsPropStep((w, S, g, α, β, ε) => (w - g, S)).LikelyMistake, StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.RmsPropStep(null).State);
        Assert.Contains("not a finite number", Check.RmsPropStep((w, S, g, α, β, ε) => (w, double.NaN)).LikelyMistake, StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.RmsPropStep((w, S, g, α, β, ε) => throw new NotSupportedException()).State);
        Assert.Contains("(double w, double S) RmsPropStep", Check.RmsPropStep((double w, double g) => w - g).Message, StringComparison.Ordinal);
    }

    /// <summary>The right average, then a custom move from w, the new S, g, α and ε.</summary>
    private static StateStep After(Func<double, double, double, double, double, double> move) => (w, S, g, α, β, ε) =>
    {
        S = β * S + (1 - β) * g * g;
        return (move(w, S, g, α, ε), S);
    };
}

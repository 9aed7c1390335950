using Backward = System.Func<double[], double, double[]>;

namespace NeuralNotebooks.Course.Tests;

public class MaxGateTests
{
    private static double[] Right(double[] x, double dz) => To(x, i => i == Array.IndexOf(x, x.Max()), dz);

    private static double[] To(double[] x, Func<int, bool> wins, double dz) =>
        [.. x.Select((_, i) => wins(i) ? dz : 0)];

    /// <summary>A search for the largest as a student writes it.</summary>
    private static int Search(double[] x, double best, int winner, Func<double, double, bool> beats)
    {
        for (int i = 0; i < x.Length; i++)
            if (beats(x[i], best))
                (best, winner) = (x[i], i);
        return winner;
    }

    public static TheoryData<string, Backward> Mutants() => new()
    {
        { "The sign is wrong", (x, dz) => Right(x, -dz) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Backward mutant)
    {
        Verdict verdict = Check.MaxGate(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    public static TheoryData<Backward> RightWays() => new()
    {
        Right,
        (x, dz) => To(x, i => i == Search(x, double.NegativeInfinity, -1, (a, b) => a > b), dz),
        (x, dz) => [.. Right(x, dz).Select(v => (double)(float)v)],
        (x, dz) =>
        {
            Value[] inputs = [.. x.Select(v => new Value(v))];
            (Value.Max(inputs) * dz).Backward();
            return [.. inputs.Select(v => v.Gradient)];
        },
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(Backward answer) =>
        Assert.Equal(VerdictState.Correct, Check.MaxGate(answer).State);

    [Fact]
    public void The_indicator_is_right_until_there_is_a_tie()
    {
        Verdict verdict = Check.MaxGate((x, dz) => To(x, i => x[i] == x.Max(), dz));
        Assert.Equal(VerdictState.Almost, verdict.State);
        Assert.Equal("dx is right for x = (3, −1, 7, 2), dz = 2, but not for x = (2, 2), dz = 3.", verdict.Message);
    }

    [Fact]
    public void An_answer_that_sorts_its_inputs_harms_only_itself()
    {
        Verdict verdict = Check.MaxGate((x, dz) =>
        {
            Array.Sort(x);
            return To(x, i => i == x.Length - 1, dz);
        });
        Assert.Equal("[2, 0]: yours 0, expected 2", verdict.FirstDifference);
    }

    [Fact]
    public void Too_few_nothing_and_other_types_get_a_verdict()
    {
        Assert.Contains("2 × 1", Check.MaxGate((_, dz) => [dz, 0]).Message, StringComparison.Ordinal);
        Assert.Contains("`null`", Check.MaxGate((_, _) => null!).Message, StringComparison.Ordinal);
        Assert.Contains("outside", Check.MaxGate((x, _) => [x[4]]).Message, StringComparison.Ordinal);
        Assert.Contains("not a finite number", Check.MaxGate((x, _) => [.. x.Select(_ => double.NaN)]).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.MaxGate(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.MaxGate((double x) => x).State);
    }
}

namespace NeuralNotebooks.Course.Tests;

public class SoftmaxCheckTests
{
    [Fact]
    public void The_shifted_form_is_correct()
    {
        Assert.True(Check.Softmax(Right).IsCorrect);
    }

    [Fact]
    public void A_form_by_the_logarithm_of_the_sum_is_correct_too()
    {
        Verdict verdict = Check.Softmax(scores =>
        {
            double largest = scores.Max(), logarithm = Math.Log(scores.Sum(s => Math.Exp(s - largest)));
            return [.. scores.Select(s => Math.Exp(s - largest - logarithm))];
        });

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    public static TheoryData<string, Func<double[], double[]>> Mutants => new()
    {
        { "Subtract the largest score", o => [.. o.Select(v => Math.Exp(v) / o.Sum(Math.Exp))] },
        { "subtract the smallest score", o => [.. o.Select(v => Math.Exp(v - o.Min()) / o.Sum(w => Math.Exp(w - o.Min())))] },
        { "subtract the first score", o => [.. o.Select(v => Math.Exp(v - o[0]) / o.Sum(w => Math.Exp(w - o[0])))] },
        { "leaves out the last score", o => [.. o.Select(v => Math.Exp(v - o.Max()) / o[..^1].Sum(w => Math.Exp(w - o.Max())))] },
        { "subtract the mean", o => [.. o.Select(v => Math.Exp(v - o.Average()) / o.Sum(w => Math.Exp(w - o.Average())))] },
        { "largest entry is 1", o => [.. o.Select(v => Math.Exp(v - o.Max()))] },
        { "σ of each score", o => [.. o.Select(v => 1 / (1 + Math.Exp(-v)))] },
        { "divide the scores by the largest", o => [.. o.Select(v => Math.Exp(v / o.Max()) / o.Sum(w => Math.Exp(w / o.Max())))] },
        { "powers of e", o => [.. o.Select(v => Math.Exp(v))] },
        { "the sum below it is not", o => [.. o.Select(v => Math.Exp(v - o.Max()) / o.Sum(Math.Exp))] },
        { "the numerator is not", o => [.. o.Select(v => Math.Exp(v) / o.Sum(w => Math.Exp(w - o.Max())))] },
        { "divide the scores by their sum", o => [.. o.Select(v => v / o.Sum())] },
        { "logarithms", o => [.. Right(o).Select(p => Math.Log(p))] },
        { "logarithms", o => [.. o.Select(v => v - o.Max() - Math.Log(o.Sum(w => Math.Exp(w - o.Max()))))] },
        { "sign in the exponent", o => [.. o.Select(v => Math.Exp(o.Min() - v) / o.Sum(w => Math.Exp(o.Min() - w)))] },
        { "sign in the exponent", o => [.. o.Select(v => Math.Exp(-v) / o.Sum(w => Math.Exp(-w)))] },
    };

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_wrong_form_is_named(string sentence, Func<double[], double[]> softmax)
    {
        Verdict verdict = Check.Softmax(softmax);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sum_of_the_probabilities_alone_does_not_make_them_right()
    {
        Assert.Equal(VerdictState.NotYet, Check.Softmax(o => [.. o.Select(_ => 1.0 / o.Length)]).State);
    }

    [Fact]
    public void Nothing_too_few_and_an_exception_give_a_verdict()
    {
        Assert.Equal(VerdictState.NotYet, Check.Softmax(_ => null!).State);
        Assert.Contains("1 × 1", Check.Softmax(_ => [1.0]).Message, StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.Softmax(o => [o[99]]).State);
    }

    [Fact]
    public void A_function_with_another_signature_is_told_the_right_one()
    {
        Verdict verdict = Check.Softmax((double[] scores) => scores.Max());

        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        Assert.Contains("double[]", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_changes_its_argument_is_judged_by_what_it_returns()
    {
        Verdict verdict = Check.Softmax(o =>
        {
            double[] p = Right(o);
            Array.Clear(o);
            return p;
        });

        Assert.True(verdict.IsCorrect);
    }

    private static double[] Right(double[] scores)
    {
        double[] powers = [.. scores.Select(s => Math.Exp(s - scores.Max()))];
        return [.. powers.Select(power => power / powers.Sum())];
    }
}

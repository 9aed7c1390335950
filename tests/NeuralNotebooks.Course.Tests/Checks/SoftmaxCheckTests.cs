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

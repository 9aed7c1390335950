namespace NeuralNotebooks.Course.Tests;

public class EarlyStoppingCheckTests
{
    [Fact]
    public void The_best_epoch_before_patience_ends_is_correct()
    {
        Verdict verdict = Check.EarlyStopping((losses, patience) => Kept(losses, patience));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    public static TheoryData<string, Func<double[], int, int>> Mutants => new()
    {
        { "of *all* epochs", (losses, patience) => 1 + Array.IndexOf(losses, losses.Min()) },
        { "in which training stops", (losses, patience) => Stop(losses, patience) },
        { "counted from 1", (losses, patience) => Kept(losses, patience) - 1 },
        { "first rise", (losses, patience) => 1 + Enumerable.Range(0, losses.Length - 1).FirstOrDefault(i => losses[i + 1] >= losses[i], losses.Length - 1) },
        { "too few", (losses, patience) => Kept(losses, patience == 1 ? 1 : patience - 1) },
        { "too many", (losses, patience) => Kept(losses, patience + 1) },
        { "*in a row*", (losses, patience) => Loop(losses, patience, reset: false, withBest: true) },
        { "the epoch before", (losses, patience) => Loop(losses, patience, reset: true, withBest: false) },
        { "equal to the best", (losses, patience) => Loop(losses, patience, reset: true, withBest: true, ties: true) },
        { "nothing was stopped", (losses, patience) => losses.Length },
        { "*highest*", (losses, patience) => 1 + Array.IndexOf(losses, losses.Max()) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_epoch_is_named(string sentence, Func<double[], int, int> mutant)
    {
        Verdict verdict = Check.EarlyStopping(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    private static int Kept(double[] losses, int patience) => Loop(losses, patience, reset: true, withBest: true);

    private static int Stop(double[] losses, int patience) => Math.Min(losses.Length, Enumerable.Range(1, losses.Length).First(epoch =>
        epoch == losses.Length || (epoch > patience && losses[..(epoch - patience)].Min() <= losses[(epoch - patience)..epoch].Min())));

    private static int Loop(double[] losses, int patience, bool reset, bool withBest, bool ties = false)
    {
        (int best, int waited) = (1, 0);
        for (int epoch = 2; epoch <= losses.Length; epoch++)
        {
            double loss = losses[epoch - 1], other = losses[(withBest ? best : epoch - 1) - 1];
            if (loss < other || (ties && loss == other))
                (best, waited) = (epoch, reset ? 0 : waited);
            else if (++waited == patience)
                break;
        }
        return best;
    }
}

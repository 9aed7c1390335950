namespace NeuralNotebooks.Course.Tests;

public class EarlyStoppingCheckTests
{
    [Fact]
    public void The_best_epoch_before_patience_ends_is_correct()
    {
        Verdict verdict = Check.EarlyStopping((losses, patience) => Kept(losses, patience));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    private static int Kept(double[] losses, int patience) => Loop(losses, patience, reset: true, withBest: true);

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

namespace NeuralNotebooks.Course;

/// <summary>The validation loss after each epoch of a training run, and the patience of early stopping.</summary>
internal sealed record ValidationCourse(double[] Losses, int Patience)
{
    /// <summary>The best epoch, counted from 1, of those before training stops.</summary>
    public int Kept(int? patience = null, bool tiesCount = false) => Run(patience ?? Patience, tiesCount).Best;

    /// <summary>The epoch in which training stops, or the last.</summary>
    public int Stop() => Run(Patience, tiesCount: false).Stop;

    /// <summary>The same, counting all epochs without a new best, in a row or not.</summary>
    public int KeptWithoutReset()
    {
        (int best, int worse) = (0, 0);
        for (int i = 1; i < Losses.Length && worse < Patience; i++)
        {
            (best, worse) = Losses[i] < Losses[best] ? (i, worse) : (best, worse + 1);
        }

        return best + 1;
    }

    /// <summary>The same, comparing with the previous epoch instead of the best so far.</summary>
    public int KeptByPreviousComparison()
    {
        (int best, int worse) = (0, 0);
        for (int i = 1; i < Losses.Length && worse < Patience; i++)
        {
            (best, worse) = Losses[i] < Losses[i - 1] ? (i, 0) : (best, worse + 1);
        }

        return best + 1;
    }

    public string Describe() => FormattableString.Invariant($"for the losses {string.Join(", ", Losses.Select(Readable.Number))} and a patience of {Patience}");

    private (int Best, int Stop) Run(int patience, bool tiesCount)
    {
        int best = 0;
        for (int i = 1; i < Losses.Length; i++)
        {
            if (Losses[i] < Losses[best] || (tiesCount && Losses[i] == Losses[best]))
            {
                best = i;
            }
            else if (i - best >= patience)
            {
                return (best + 1, i + 1);
            }
        }

        return (best + 1, Losses.Length);
    }
}

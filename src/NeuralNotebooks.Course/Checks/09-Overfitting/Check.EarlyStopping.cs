namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ValidationCourse> _earlyStopping = new()
    {
        Cases = () =>
        [
            new([5, 4, 3, 3.5, 2.8, 3.1, 3.2, 3.3, 1.5], 3), new([3, 2, 1, 0.9], 2), new([4, 3, 3, 3, 2, 1], 2),
                new([5, 3, 4, 3.5, 6, 1], 3), new([5, 6, 4, 6, 3, 6, 2], 3), new([1, 2, 3, 4], 2), new([3], 1),
            .. Enumerable.Range(1, 12).Select(ValidationCourse.Drawn),
        ],
        Describe = c => $"for the losses {c.Losses} and a patience of {c.Patience}",
        Praise = "The best epoch before patience ran out. The library's `EarlyStopping` does the same, and restores "
            + "its weights.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 09: the epoch whose weights early stopping keeps, counted from 1.</summary>
    /// <param name="epochToKeep">From the validation loss of each epoch, and the patience.</param>
    public static Verdict EarlyStopping(Func<double[], int, int> epochToKeep) =>
        _earlyStopping.Judge(c => epochToKeep(c.Losses, c.Patience));

    /// <summary>Notebook 09: the right epoch, for what follows the checkpoint.</summary>
    public static int RightEpochToKeep(double[] losses, int patience) =>
        Attempt.CoursesOwn(new ValidationCourse(losses, patience)).Run().Best;

    /// <summary>The validation loss after each epoch of a training run, and the rule of early stopping.</summary>
    private sealed record ValidationCourse(double[] Losses, int Patience)
    {
        public static ValidationCourse Drawn(int seed) =>
            new([.. new Random(seed).GetItems([5, 6, 7, 8], 3 + seed).Select((x, i) => x - i / 4.0)], 1 + (seed % 4));

        public bool Resets { get; init; } = true;

        public bool WithPrevious { get; init; }

        public bool TiesCount { get; init; }

        /// <summary>The best epoch before training stops, counted from 1, and the epoch in which it stops, or the
        /// last.</summary>
        public (int Best, int Stop) Run()
        {
            (int best, int waited) = (0, 0);
            for (int i = 1; i < Losses.Length; i++)
            {
                double other = Losses[WithPrevious ? i - 1 : best];
                if (Losses[i] < other || (TiesCount && Losses[i] == other))
                {
                    (best, waited) = (i, Resets ? 0 : waited);
                }
                else if (++waited == Patience)
                {
                    return (best + 1, i + 1);
                }
            }
            return (best + 1, Losses.Length);
        }

        public Part<ValidationCourse>[] Parts => [new("The epoch", c => c.Run().Best)
        {
            { ("This is the lowest loss of *all* epochs.",
                "Training stops before it gets there: patience has run out."),
                1 + Array.IndexOf(Losses, Losses.Min()) },
            { ("This is the epoch in which training stops.", "What is kept are the weights of the best epoch before."),
                Run().Stop },
            { ("Epochs are counted from 1:", "this is one too low."), Run().Best - 1 },
            { ("You stop at the first rise.",
                "A single rise is noise: wait for `patience` epochs in a row without a new best."),
                this with { Patience = 1 } },
            { "One epoch of patience too few.", this with { Patience = Max(1, Patience - 1) } },
            { "One epoch of patience too many.", this with { Patience = Patience + 1 } },
            { ("Your count does not begin again at a new best:", "the epochs without one must be *in a row*."),
                this with { Resets = false } },
            { ("You compare with the epoch before.", "Compare with the best loss so far."),
                this with { WithPrevious = true } },
            { ("A loss equal to the best counts as a new best in your code.", "It must be lower."),
                this with { TiesCount = true } },
        }];
    }
}

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string EpochPart = "The epoch";
    private const string EarlyStoppingSignature = "int EpochToKeep(double[] losses, int patience)";

    private static readonly Exercise<ValidationCourse> _earlyStoppingExercise = new()
    {
        Cases = () =>
        [
            new([5, 4, 3, 3.5, 2.8, 3.1, 3.2, 3.3, 1.5], 3), new([2, 1, 3, 0.5, 4, 4, 4], 1), new([3, 2, 1, 0.9], 2), new([1, 2, 0.8, 3, 3, 0.7, 2, 2, 2, 0.1, 5], 3),
            new([4, 3, 3, 3, 2, 1], 2), new([5, 4, 6, 6, 6, 6, 6, 1], 2), new([5, 6, 4, 6, 3, 6, 2], 3), new([5, 3, 4, 3.5, 6, 6], 3),
        ],
        Describe = course => course.Describe(),
        Reference = course => [Part.Number(EpochPart, course.Kept())],
        Mistakes =
        [
            Kept("This is the lowest loss of *all* epochs. Training stops before it gets there: patience has run out.", c => 1 + Array.IndexOf(c.Losses, c.Losses.Min())),
            Kept("This is the epoch in which training stops. What is kept are the weights of the best epoch before.", c => c.Stop()),
            Kept("Epochs are counted from 1: this is one too low.", c => c.Kept() - 1),
            Kept("You stop at the first rise. A single rise is noise: wait for `patience` epochs in a row without a new best.", c => c.Kept(patience: 1)),
            Kept("One epoch of patience too few.", c => c.Kept(patience: Math.Max(1, c.Patience - 1))),
            Kept("One epoch of patience too many.", c => c.Kept(patience: c.Patience + 1)),
            Kept("Your count does not begin again at a new best: the epochs without one must be *in a row*.", c => c.KeptWithoutReset()),
            Kept("You compare with the epoch before. Compare with the best loss so far.", c => c.KeptByPreviousComparison()),
            Kept("A loss equal to the best counts as a new best in your code. It must be lower.", c => c.Kept(tiesCount: true)),
            Kept("This is the last epoch: nothing was stopped.", c => c.Losses.Length),
            Kept("This is the epoch with the *highest* loss.", c => 1 + Array.IndexOf(c.Losses, c.Losses.Max())),
        ],
        Praise = "The best epoch before patience ran out. The library's `EarlyStopping` does the same, and restores its weights.",
    };

    /// <summary>Notebook 09: the epoch whose weights early stopping keeps, counted from 1.</summary>
    /// <param name="epochToKeep">From the validation loss of each epoch, and the patience.</param>
    public static Verdict EarlyStopping(Func<double[], int, int>? epochToKeep) => epochToKeep is null
        ? Signature.Differs(null, EarlyStoppingSignature)
        : _earlyStoppingExercise.Judge(course => [Part.Number(EpochPart, epochToKeep(course.Losses, course.Patience))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict EarlyStopping(Delegate? epochToKeep) => Signature.Differs(epochToKeep, EarlyStoppingSignature);

    private static Mistake<ValidationCourse> Kept(string sentence, Func<ValidationCourse, int> wrong) => new(EpochPart, sentence, course => Matrix.Column(wrong(course)));
}

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<TrainedRun> _diagnosis = new()
    {
        Cases = () =>
        [
            new("60 flowers and far too many epochs", [1.1, 0.6, 0.3, 0.15, 0.08, 0.04, 0.02, 0.01],
                [1.1, 0.6, 0.45, 0.42, 0.45, 0.52, 0.6, 0.7]),
            new("a run that settles", [1.1, 0.6, 0.4, 0.3, 0.25, 0.22, 0.21, 0.2],
                [1.12, 0.65, 0.46, 0.37, 0.33, 0.31, 0.3, 0.3]),
            new("a run that explodes", [1.1, 1.4, 2.2, 3.9, 8, 15, 40, 90], [1.2, 1.6, 2.5, 4, 9, 16, 43, 99]),
            new("a run that ends in NaN", [1.1, 5, 60, double.NaN, double.NaN], [1.3, 6, 80, double.NaN, double.NaN]),
            new("a run that hardly moves", [1.1, 1.09, 1.08, 1.07, 1.06, 1.05, 1.04, 1.03],
                [1.1, 1.09, 1.08, 1.07, 1.06, 1.05, 1.04, 1.03]),
            new("a run with a gap", [1.1, 0.5, 0.25, 0.15, 0.1, 0.07, 0.06, 0.05],
                [1.1, 0.6, 0.42, 0.36, 0.33, 0.31, 0.3, 0.3]),
            new("a run with a noisy validation loss", [1.1, 0.6, 0.4, 0.3, 0.26, 0.24, 0.23, 0.22],
                [1.1, 0.7, 0.5, 0.4, 0.33, 0.315, 0.31, 0.315]),
            new("a run with a bad first step", [1.1, 2.5, 0.9, 0.5, 0.3, 0.25, 0.22, 0.21],
                [1.1, 2.7, 1, 0.55, 0.4, 0.34, 0.31, 0.3]),
            new("a run with a large gap", [1.1, 0.6, 0.3, 0.12, 0.06, 0.03, 0.02, 0.01],
                [1.15, 0.9, 0.72, 0.65, 0.62, 0.6, 0.6, 0.6]),
            new("a run with a small gap", [1.1, 0.8, 0.6, 0.52, 0.47, 0.44, 0.42, 0.4],
                [1.1, 0.82, 0.62, 0.52, 0.46, 0.54, 0.61, 0.62]),
        ],
        Describe = run => $"for {run.Name}",
        Praise = "Ten runs, ten diagnoses. Where you drew the lines is your own choice: these cases were clear.",
        Parts = run => run.Parts,
    };

    /// <summary>Notebook 09: what is wrong with a training run: 0 nothing, 1 the rate is too large, 2 it is too slow,
    /// 3 it overfits.</summary>
    /// <param name="diagnose">From the training and the validation loss of each epoch.</param>
    public static Verdict Diagnosis(Func<double[], double[], int> diagnose) =>
        _diagnosis.Judge(run => diagnose(run.Training, run.Validation));

    /// <summary>The losses of a run, and the properties on which the diagnosis depends.</summary>
    private sealed record TrainedRun(string Name, double[] Training, double[] Validation)
    {
        // Also true if a loss is NaN.
        public bool Explodes { get; init; } = !(Training[^1] <= Training[0]);

        public bool Overfits { get; init; } = Validation[^1] > 1.2 * Validation.Min();

        public bool Slow { get; init; } = Training[^1] > 0.7 * Training[0];

        public double Diagnosis => Explodes ? 1 : Overfits ? 3 : Slow ? 2 : 0;

        public Part<TrainedRun>[] Parts => [new("The diagnosis", run => run.Diagnosis)
        {
            { ("A comparison with NaN is always false, so this run was not found.", "Test with `double.IsNaN` first."),
                this with { Explodes = Training[^1] > Training[0] } },
            { ("A gap between the curves is no overfitting yet.",
                "Has the validation loss *risen* from its lowest value?"),
                this with { Overfits = Validation[^1] > 1.4 * Training[^1] } },
            { ("Validation losses are noisy:", "a tiny rise is not overfitting."),
                this with { Overfits = Validation[^1] > Validation.Min() } },
            { ("A run can recover from one bad step.", "Look at where the training loss *ends*."),
                this with { Explodes = Training.Max() > Training[0] } },
            { ("A run that hardly moves was called fine.", "How much of the first loss is left?"),
                this with { Slow = false } },
            { ("Overfitting was not found:", "look at the validation loss, and compare its end with its lowest value."),
                this with { Overfits = false } },
            { ("An exploding run was not found:", "compare the last training loss with the first."),
                this with { Explodes = false } },
            { ("A run that is done falls slowly at its end, too.",
                "Too slow is one that is still near its first loss."),
                this with { Slow = Training[^1] < Training[^2] } },
        }];
    }
}

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<TrainedRun> _diagnosis = new()
    {
        Cases = () =>
        [
            new("60 flowers and far too many epochs", [1.1, 0.6, 0.3, 0.15, 0.08, 0.04, 0.02, 0.01],
                [1.1, 0.6, 0.45, 0.42, 0.45, 0.52, 0.6, 0.7]),
            new("a run that climbs slowly", [1.1, 1.2, 1.17, 1.3, 1.27, 1.42], [1.2, 1.29, 1.26, 1.38, 1.35, 1.43]),
            new("a run that ends in NaN", [1.1, 5, 60, double.NaN, double.NaN], [1.3, 6, 80, double.NaN, double.NaN]),
            new("a run that starts at 12", [12, 14, 11.9, 12.1, 11.7, 11.6], [12.1, 14.2, 11.4, 12.3, 11.8, 11.66]),
            new("a noisy validation loss", [1.1, 0.6, 0.4, 0.3, 0.26, 0.22], [1.1, 0.7, 0.31, 0.6, 0.32, 0.315]),
            new("a bad first step", [1.1, 2.5, 0.9, 0.5, 0.25, 0.21], [1.1, 2.7, 1, 0.55, 0.34, 0.3]),
            new("a bad first step, then stuck", [1.1, 2.6, 1.08, 1.08, 1.07, 1.06], [1.1, 2.7, 1.1, 1.09, 1.08, 1.08]),
            new("a small gap", [1.1, 0.8, 0.6, 0.52, 0.44, 0.4], [1.1, 0.82, 0.52, 0.46, 0.6, 0.76]),
            new("a worse last epoch", [1.1, 0.7, 0.45, 0.26, 0.21, 0.24], [1.1, 0.75, 0.52, 0.35, 0.34, 0.355]),
            new("a validation loss above its first", [1.1, 0.7, 0.2, 0.1, 0.06, 0.02], [1.1, 0.8, 0.75, 1.1, 1.4, 2]),
            new("a slow run that overfits", [1.1, 1.09, 1.09, 1.08, 1.08, 1.07], [1.1, 1.06, 1.04, 1.2, 1.5, 1.7]),
            new("a rise, a dip, and a high end", [1.1, 0.6, 0.3, 0.1, 0.05, 0.02], [1.1, 0.6, 0.42, 0.72, 0.68, 0.7]),
            new("a run that starts at 2.3", [2.3, 1.9, 1.6, 1.35, 1.15, 1.05], [2.3, 2, 1.85, 1.74, 1.71, 1.7]),
            .. Enumerable.Range(2, 7).Select(TrainedRun.Drawn),
        ],
        Describe = run => $"for {run.Name}",
        Praise = "20 runs, 20 diagnoses. Where you drew the lines is your own choice: these cases were clear.",
        Parts = run => run.Parts,
    };

    /// <summary>Notebook 09: what is wrong with a training run: 0 nothing, 1 the rate is too large, 2 it is too slow,
    /// 3 it overfits.</summary>
    /// <param name="diagnose">From the training and the validation loss of each epoch.</param>
    public static Verdict Diagnosis(Func<double[], double[], int> diagnose) =>
        _diagnosis.Judge(run => diagnose(run.Training, run.Validation));

    /// <summary>Notebook 09: the right diagnosis, for what follows the checkpoint.</summary>
    public static int RightDiagnosis(double[] training, double[] validation) =>
        (int)Attempt.CoursesOwn(new TrainedRun("", training, validation)).Diagnosis;

    /// <summary>The losses of a run, and the properties on which the diagnosis depends.</summary>
    private sealed record TrainedRun(string Name, double[] Training, double[] Validation)
    {
        /// <summary>A run of random length and scale that is healthy, climbs, hardly falls or overfits.</summary>
        public static TrainedRun Drawn(int seed)
        {
            Random random = new(seed);
            int epochs = 5 + (4 * seed);
            double first = Pow(4, 2 - (3 * seed % 5));
            double[] Losses(Func<double, double> at) => [.. Linspace.Of(0, 1, epochs)
                .Select(x => Round(first * at(x) * (1 + 0.01 * random.NextDouble()), 4))];
            (Func<double, double> training, Func<double, double> validation) = (seed % 4) switch
            {
                0 => (x => 0.1 + 0.9 * Exp(-4 * x), x => 0.1 + 0.1 * x + 0.9 * Exp(-4 * x)),
                1 => (x => 1 + x - 0.2 * Sin(2 * PI * x), x => 1 + x - 0.1 * Sin(2 * PI * x)),
                2 => (x => 1 - 0.03 * x, x => 1 - 0.02 * x),
                _ => ((Func<double, double>, Func<double, double>))(x => Exp(-5 * x), x => Max(Exp(-3.5 * x), 0.4 * x)),
            };
            return new(Invariant($"{epochs} epochs that start near {first:G3}"), Losses(training), Losses(validation));
        }
        // Also true if a loss is NaN.
        public bool Explodes { get; init; } = !(Training[^1] <= Training[0]);

        public bool Overfits { get; init; } = Validation[^1] > 1.2 * Validation.Min();

        public bool Slow { get; init; } = Training[^1] > 0.7 * Training[0];

        public bool SlowComesFirst { get; init; }

        public double Diagnosis => Explodes ? 1 : Slow && (SlowComesFirst || !Overfits) ? 2 : Overfits ? 3 : 0;

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
            { ("A run that is done falls slowly at its end, too.",
                "Too slow is one that is still near its first loss."),
                this with { Slow = Training[^1] < Training[^2] } },
            { ("A run that is slow and overfits was called slow.", "Ask for overfitting first."),
                this with { SlowComesFirst = true } },
            { ("Too slow is a run whose *training* loss hardly falls.", "You look at the validation loss."),
                this with { Slow = Validation[^1] > 0.7 * Validation[0] } },
        }];
    }
}

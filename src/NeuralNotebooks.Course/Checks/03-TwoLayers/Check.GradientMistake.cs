namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<Suspect> _gradientMistake = new()
    {
        Cases = () =>
        [
            Suspect.Of("no mistake, with the digits that nudging loses", 3, 1),
            Suspect.Of("a 1/m that is missing", 3, 3),
            Suspect.Of("a 1/m that is missing in a batch of 8", 8, 8),
            Suspect.Of("a ½ that is missing", 3, 2),
            new("a ½ that is missing where all slopes are small", 2e-8 * Suspect.Right, 1e-8 * Suspect.Right, 8),
            Suspect.Of("the wrong sign", 5, -1),
            new("a σ′ that is missing", Matrix.Row(4, 2, 10, 6), Suspect.Right, 3),
            new("one entry with the wrong sign", Matrix.Row(0.75, 0.5, 2, -1.25), Suspect.Right, 5),
            new("mistakes that cancel in a sum and in a mean", Matrix.Row(0.5, 5, -1.5, 6), Matrix.Row(1, 2, 3, 4), 3),
            new("weights that were updated too early", Matrix.Row(0.765, 0.51, 1.98, 1.2375), Suspect.Right, 3),
            new("an error of 0.8 %", 1.008 * Suspect.Right, Suspect.Right, 3),
            new("a small entry that is missing beside a large one", Matrix.Row(1000, 0), Matrix.Row(1000, 0.5), 3),
            new("a weight whose input is always 0", Matrix.Row(0, 2, -1), Matrix.Row(1e-13, 2, -1), 4),
            new("a unit that is dead", Matrix.Row(0, 0), Matrix.Row(0, 0), 3),
        ],
        Describe = suspect => $"for {suspect.Name}",
        Praise = "Fourteen gradients, fourteen findings. The quotient says which constant is missing, or that the "
            + "mistake works entry by entry.",
        Parts = suspect => suspect.Parts,
    };

    /// <summary>Notebook 03: what is wrong with a gradient: 0 nothing, 1 no 1/m, 2 no ½, 3 the wrong sign, 4 something
    /// that works entry by entry.</summary>
    /// <param name="mistake">From the gradient, the numeric one, and the number of examples.</param>
    public static Verdict GradientMistake(Func<M, M, int, int> mistake) =>
        _gradientMistake.Judge(suspect => mistake(suspect.Yours, suspect.Numeric, suspect.Examples));

    private sealed record Suspect(string Name, M Yours, M Numeric, int Examples)
    {
        public static M Right => Matrix.Row(0.75, 0.5, 2, 1.25);

        public double Tolerance { get; init; } = 1e-4;

        public bool DividesByZero { get; init; }

        public bool LooksAtOne { get; init; }

        /// <summary>The part of the gradient's norm that a difference may have, if norms are compared.</summary>
        public double? PartOfNorm { get; init; }

        public bool IsAbsolute { get; init; }

        /// <summary>The factor is the mean of the quotients.</summary>
        public bool Averages { get; init; }

        public static Suspect Of(string name, int examples, double factor) =>
            new(name, factor * Right, Right.Map(g => g + 1e-11), examples);

        public double Finding
        {
            get
            {
                double[] right = Matrices.Entries(Numeric);
                double[] quotients =
                [
                    .. Matrices.Entries(Yours).Zip(right, (yours, numeric) => (yours, numeric))
                        .Where(pair => DividesByZero || Abs(pair.numeric) > 1e-9)
                        .Select(pair => pair.yours / pair.numeric),
                ];
                if (Averages)
                    quotients = [quotients.DefaultIfEmpty(1).Average()];
                double[] codes = [1, Examples, 2, -1];
                int found = Array.FindIndex(codes, code => PartOfNorm is { } part
                    ? (Yours - code * Numeric).Norm() < part * (IsAbsolute ? 1 : Yours.Norm())
                    : quotients.Take(LooksAtOne ? 1 : quotients.Length).All(q => Abs(q - code) <= Tolerance));
                return found < 0 ? 4 : found;
            }
        }

        private static Hint MissesSmallOnes => (
            "Beside a large entry, a small one that is missing slips through: the tolerance is too wide.",
            "Nudging agrees to about ten digits: allow much less.");

        public Part<Suspect>[] Parts => [new("The finding", suspect => suspect.Finding)
        {
            { ("You ask for equal numbers.",
                "Nudging agrees to about ten digits, never to all: allow a small difference."),
                this with { Tolerance = 0 } },
            { ("One quotient says nothing about the others.", "The same factor must stand in every entry."),
                this with { LooksAtOne = true } },
            { ("0 divided by a rounding error says nothing:",
                "leave out the entries in which the numeric gradient is 0."), this with { DividesByZero = true } },
            { ("Somebody has typed in this notebook's 3:", "the factor of a missing 1/m is m."),
                this with { Examples = 3 } },
            { ("A sum or a mean over all entries hides mistakes that cancel.", "Compare entry by entry."),
                this with { Averages = true } },
            { "The tolerance is so wide that other factors slip through.", this with { Tolerance = 1.2 } },
            { ("The tolerance is so wide that a gradient that is off by 2 % slips through.",
                "Nudging agrees to about ten digits: allow much less."), this with { Tolerance = 0.1 } },
            { ("The tolerance is so wide that a gradient that is off by 0.8 % slips through.",
                "Nudging agrees to about ten digits: allow much less."), this with { Tolerance = 0.01 } },
            { MissesSmallOnes, this with { PartOfNorm = 0.01 } },
            { MissesSmallOnes, this with { PartOfNorm = 0.001 } },
            { ("Where all slopes are small, a fixed tolerance accepts every factor.",
                "Compare the difference with the size of the gradient."),
                this with { PartOfNorm = 1e-6, IsAbsolute = true } },
            { ("0 < 0 is false, so a gradient that is rightly 0 counts as wrong:", "write `<=`."),
                this with { PartOfNorm = 1e-6 } },
        }];
    }
}

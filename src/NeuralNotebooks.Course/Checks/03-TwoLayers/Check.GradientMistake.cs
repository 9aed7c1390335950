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
            Suspect.Of("a ½ that is missing where all slopes are small", 8, 2, 1e-6, noise: 1e-11),
            Suspect.Of("no mistake, where the loss is near a million", 8, 1, 1e6, noise: 1e-5),
            Suspect.Of("the wrong sign", 5, -1),
            new("a σ′ that is missing", Suspect.Of(4, 2, 10, 6, 1, 3), Suspect.Right, 3),
            new("one entry with the wrong sign", Suspect.Of(0.75, 0.5, -2, 1.25, -1, 0.25), Suspect.Right, 5),
            new("a last entry with the wrong sign", Suspect.Of(0.75, 0.5, 2, 1.25, -1, -0.25), Suspect.Right, 5),
            new("mistakes that cancel in a sum and in a mean", Matrix.Row(0.5, 5, -1.5, 6), Matrix.Row(1, 2, 3, 4), 3),
            new("weights that were updated too early",
                Suspect.Of(0.765, 0.51, 2.04, 1.2375, -0.99, 0.2475), Suspect.Right, 3),
            new("an error of 0.8 %", 1.008 * Suspect.Right, Suspect.Right, 3),
            new("a small entry that is missing beside a large one", Matrix.Row(1000, 0), Matrix.Row(1000, 0.5), 3),
            new("a weight whose input is always 0", Matrix.Row(0, 2, -1), Matrix.Row(1e-13, 2, -1), 4),
            new("a slope of 7 where relu lets nothing through", Matrix.Row(7, 2, -1), Matrix.Row(0, 2, -1), 4),
            new("an error of 0.005 %", 1.00005 * Suspect.Right, Suspect.Right, 3),
            new("no mistake at the lowest point, where only rounding is nudged", Matrix.Row(0, 0),
                Matrix.Row(1e-11, -1e-11), 3),
        ],
        Describe = suspect => $"for {suspect.Name}",
        Praise = "Eighteen gradients, eighteen findings. The quotient says which constant is missing, or that the "
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
        public static M Right => Of(0.75, 0.5, 2, 1.25, -1, 0.25);

        /// <summary>Two rows of three.</summary>
        public static M Of(params double[] entries) => Matrices.Of(2, 3, (i, j) => entries[(3 * i) + j]);

        /// <summary>What a quotient may differ by, if quotients are compared.</summary>
        public double? OfQuotient { get; init; }

        public bool DividesByZero { get; init; }

        /// <summary>The quotients, or the factors that are compared in their place.</summary>
        public Func<IEnumerable<double>, IEnumerable<double>> Compared { get; init; } = quotients => quotients;

        /// <summary>A difference may have this part of the gradient's norm, and a constant.</summary>
        public (double Part, double Constant) Allowed { get; init; } = (1e-6, 1e-9);

        public static Suspect Of(string name, int examples, double factor, double size = 1, double noise = 1e-11) =>
            new(name, factor * size * Right, (size * Right).Map(g => g + noise), examples);

        public double Finding
        {
            get
            {
                double[] factors = [.. Compared(
                    Matrices.Entries(Yours).Zip(Matrices.Entries(Numeric))
                        .Where(pair => DividesByZero || Abs(pair.Second) > 1e-9)
                        .Select(pair => pair.First / pair.Second))];
                double[] codes = [1, Examples, 2, -1];
                int found = Array.FindIndex(codes, code => OfQuotient is { } tolerance
                    ? factors.All(factor => Abs(factor - code) <= tolerance)
                    : (Yours - code * Numeric).Norm() <= Allowed.Part * Yours.Norm() + Allowed.Constant);
                return found < 0 ? 4 : found;
            }
        }

        private const string AllowLess = "Nudging errs by about 1e-11 where the loss is near 1: allow much less.";

        private static Hint MissesSmallOnes =>
            ("Beside a large entry, a small one that is missing slips through: the tolerance is too wide.", AllowLess);

        private static Hint IsFixed => ("A fixed tolerance is too wide for small slopes, or too narrow for large ones.",
            "Compare the difference with the size of the gradient.");

        private static Hint NeedsConstant =>
            ("Beside small slopes the rounding error of nudging is not small:", "allow a constant such as 1e-9 too.");

        public Part<Suspect>[] Parts => [new("The finding", suspect => suspect.Finding)
        {
            { ("You ask for equal numbers.", "Allow a small difference."), this with { Allowed = (0, 0) } },
            { ("One quotient says nothing about the others.", "The same factor must stand in every entry."),
                this with { OfQuotient = 1e-4, Compared = quotients => quotients.Take(1) } },
            { ("0 divided by a rounding error says nothing:",
                "compare `yours` with `factor * numeric`, which needs no division."),
                this with { OfQuotient = 1e-4, DividesByZero = true } },
            { ("Where the numeric gradient is 0, you accept any slope.",
                "Compare `yours` with `factor * numeric`, which needs no division."), this with { OfQuotient = 1e-4 } },
            { ("This notebook's 3 is typed in:", "the factor of a missing 1/m is m."), this with { Examples = 3 } },
            { ("A sum or a mean over all entries hides mistakes that cancel.", "Compare entry by entry."),
                this with { OfQuotient = 1e-4, Compared = quotients => [quotients.DefaultIfEmpty(1).Average()] } },
            { "The tolerance is so wide that other factors slip through.", this with { OfQuotient = 1.2 } },
            { ("The tolerance is so wide that a gradient that is off by 2 % slips through.", AllowLess),
                this with { OfQuotient = 0.1 } },
            { ("The tolerance is so wide that a gradient that is off by 0.8 % slips through.", AllowLess),
                this with { OfQuotient = 0.01 } },
            { MissesSmallOnes, this with { Allowed = (0.01, 0) } },
            { MissesSmallOnes, this with { Allowed = (0.001, 0) } },
            { IsFixed, this with { Allowed = (0, 1e-6) } },
            { IsFixed, this with { Allowed = (0, 1e-9) } },
            { NeedsConstant, this with { Allowed = (1e-6, 0) } },
            { ("A gradient that is off by 0.005 % slips through.", AllowLess), this with { Allowed = (1e-4, 1e-9) } },
            { ("A gradient that is off by 0.005 % slips through, and where all slopes are 0 rounding does not.",
                "Allow less of the norm, and a constant such as 1e-9."), this with { Allowed = (1e-4, 0) } },
        }];
    }
}

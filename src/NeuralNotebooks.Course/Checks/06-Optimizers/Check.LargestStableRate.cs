namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<Bowl> _largestStableRate = new()
    {
        Cases = () => [new(1, 0, 25), new(13, -12, 13), new(6, 2, 3), new(40, 0, 4), new(1.5, 0.5, 0.75), new(9, 0, 9)],
        Describe = f => $"for a = {f.a}, b = {f.b}, c = {f.c}",
        Praise = "Right for bowls along the axes and for rotated ones. One step above this rate the steepest "
            + "direction grows, whatever the others do.",
        Parts = f => f.Parts,
    };

    /// <summary>Notebook 06: the rate above which gradient descent diverges on ½(a x² + 2b xy + c y²):
    /// 2/λ_max.</summary>
    /// <param name="largestRate">From a, b, c.</param>
    public static Verdict LargestStableRate(Func<double, double, double, double> largestRate) =>
        _largestStableRate.Judge(f => largestRate(f.a, f.b, f.c));

    /// <summary>f(x, y) = ½(a x² + 2b xy + c y²), whose Hessian is [a b; b c]: λ_max = (a + c)/2 + √(((a − c)/2)² +
    /// b²).</summary>
    private sealed record Bowl(double a, double b, double c)
    {
        public double Half { get; init; } = (a + c) / 2;

        public double Root { get; init; } = Sqrt((a - c) * (a - c) / 4 + b * b);

        public double Largest => Half + Root;

        /// <summary>The root with other factors.</summary>
        public double RootOf(double difference, double mixed) => Sqrt(difference * (a - c) * (a - c) + mixed * b * b);

        public Part<Bowl>[] Parts => [new("The rate", f => 2 / f.Largest)
        {
            { ("This is 2/λ_min.",
                "The gentle direction could bear it, but the steep one would explode: the largest eigenvalue sets "
                    + "the limit."),
                this with { Root = -Root } },
            { ("This is 1/λ_max:",
                "there the steep direction is at the bottom in one step. It stays stable up to twice that rate, "
                    + "2/λ_max."),
                1 / Largest },
            { ("This is 2 over the larger of a and c.",
                "The eigenvalues are on the diagonal only where b = 0: in a rotated bowl the steepest direction is "
                    + "not an axis."),
                2 / Max(a, c) },
            { ("This is 2/(a + c), which is 2/(λ_min + λ_max):",
                "the rate at which the bowl is descended fastest. The largest stable one is 2/λ_max."), 1 / Half },
            { ("This is λ_max itself.", "The limit is 2 divided by it."), Largest },
            { ("This is λ_max/2:", "the fraction is upside down."), Largest / 2 },
            { ("This is 2 over λ_max/λ_min.", "How long the bowl is does not set the limit; how steep it is does."),
                2 * (Half - Root) / Largest },
            { ("b counts twice in your root.", "The Hessian has b off the diagonal, although f has 2b."),
                this with { Root = RootOf(0.25, 4) } },
            { ("(a − c)² is not divided by 4 in your root:", "λ = (a + c)/2 ± √(((a − c)/2)² + b²)."),
                this with { Root = RootOf(1, 1) } },
            { ("b² is divided by 4 in your root, like (a − c)².", "It is λ = (a + c)/2 ± √(((a − c)/2)² + b²)."),
                this with { Root = RootOf(0.25, 0.25) } },
            { ("(a − c)² and b² do not go together like that:",
                "either halve a − c before you square it, or take the root of (a − c)² + 4b² and halve the root."),
                this with { Root = RootOf(0.5, 1) } },
            { ("The sign of b² is wrong in your root:", "it makes the eigenvalues differ more, not less."),
                this with { Root = RootOf(0.25, -1) } },
            { ("The root is missing:", "λ = (a + c)/2 + √(((a − c)/2)² + b²)."), this with { Root = Root * Root } },
            { ("Brackets are missing:",
                "all of λ belongs in the denominator. Give λ a name of its own, then return 2 / λ."),
                2 / (a + c) / 2 + Root },
            { ("a + c is not halved:", "λ = (a + c)/2 + √(((a − c)/2)² + b²)."), this with { Half = a + c } },
        }];
    }
}

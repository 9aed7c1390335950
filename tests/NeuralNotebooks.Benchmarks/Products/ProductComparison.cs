namespace NeuralNotebooks.Benchmarks;

/// <summary>The matrix product against OpenBLAS and BLIS, and against the peak of the machine.</summary>
internal sealed class ProductComparison(BlasLibraries libraries, CompareOptions options)
{
    public const string Group = "gemm", OpenBlasName = "OpenBLAS", BlisName = "BLIS";

    /// <summary>The threads of OpenBLAS keep spinning for 2²⁶ clock cycles, some 25 ms.</summary>
    private static readonly TimeSpan _multiThreadedRest = TimeSpan.FromMilliseconds(45);

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(0.4);

    private readonly HashSet<string> _warm = [];

    public IEnumerable<ComparisonCase> Cases() =>
        from threads in options.Threads
        from precision in new[] { "fp32", "fp64" }
        from shape in ProductShape.All
        select new ComparisonCase(
            Group,
            shape.Name,
            shape.Text,
            precision,
            threads,
            cancellation =>
                precision == "fp32"
                    ? Run<float>(shape, precision, threads, cancellation)
                    : Run<double>(shape, precision, threads, cancellation)
        );

    private Comparison Run<T>(ProductShape shape, string precision, int threads, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        OpenBlas openBlas = libraries.OpenBlas;
        Blis? blis = libraries.Blis;
        ThreadTeam.Size = threads;
        openBlas.UseThreads(threads);
        blis?.UseThreads(threads);

        Product<T> product = new(shape);
        CheckSameResult(product, openBlas);
        List<Contender> contenders =
        [
            Contender.Of(Comparison.OurName, product.Multiply),
            Contender.Of(OpenBlasName, () => openBlas.Multiply(product)),
        ];
        if (blis is not null)
            contenders.Add(Contender.Of(BlisName, () => blis.Multiply(product)));
        contenders.Add(Contender.Peak<T>(threads));

        Race race = new()
        {
            Rounds = options.Rounds,
            Rest = threads > 1 ? _multiThreadedRest : TimeSpan.Zero,
            WarmUp = _warm.Add(precision) ? _warmUp : TimeSpan.Zero,
        };
        IReadOnlyList<Timing> timings = race.Run(contenders, cancellation);
        double peakOperations = threads * FmaPeak.OperationsPerIteration<T>();
        Rate[] rates =
        [
            .. contenders.Zip(
                timings,
                (contender, timing) =>
                    GigaRate(
                        contender.Name,
                        timing,
                        contender.Name == Contender.PeakName ? peakOperations : shape.Operations
                    )
            ),
        ];
        return new(
            Group,
            shape.Name,
            shape.Text,
            precision,
            threads,
            "GFLOP/s",
            rates,
            ProductGoals.Of(shape, precision, threads)
        );
    }

    private static Rate GigaRate(string name, Timing timing, double operations) =>
        new(name, operations / timing.Best / 1e9, operations / timing.Median / 1e9);

    /// <summary>A contender that is fast but wrong is rejected.</summary>
    private static void CheckSameResult<T>(Product<T> product, OpenBlas openBlas)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        product.Multiply();
        T[] ours = product.C.Matrix.AsSpan().ToArray();
        openBlas.Multiply(product);
        ReadOnlySpan<T> theirs = product.C.Matrix.AsSpan();

        // Each entry is a sum of k products of numbers in −1 … 1, which the two sum in different orders.
        double bound = 4 * product.Sizes.K * double.CreateChecked(T.BitIncrement(T.One) - T.One);
        for (int i = 0; i < ours.Length; i++)
        {
            double difference = double.CreateChecked(T.Abs(ours[i] - theirs[i]));
            if (!(difference <= bound))
                throw new InvalidOperationException(
                    Invariant(
                        $"Entry {i} of the product {product.Sizes} is {ours[i]} by Gemm and {theirs[i]} by OpenBLAS."
                    )
                );
        }
    }
}

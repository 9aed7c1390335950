namespace NeuralNotebooks.Benchmarks;

/// <summary>Compares the matrix product with OpenBLAS and BLIS, and with the peak of the machine.</summary>
internal sealed class ProductComparison(CompareOptions options)
{
    public const string Group = "gemm", OpenBlasName = "OpenBLAS", BlisName = "BLIS";

    /// <summary>A pause before each slice: after a product, the threads of OpenBLAS spin for 2²⁶ clock cycles, about 25
    /// ms.</summary>
    private static readonly TimeSpan _multiThreadedRest = TimeSpan.FromMilliseconds(45);

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(0.4);

    // Loaded on first use, since the other groups do not need them.
    private readonly Lazy<OpenBlas> _openBlas = new(() => OpenBlas.Load(options.Threads.Max()));
    private readonly Lazy<Blis?> _blis = new(Blis.Load);

    private readonly HashSet<Type> _warm = [];

    /// <exception cref="CannotCompareException">There is no OpenBLAS, or its kernels would make the comparison
    /// unfair.</exception>
    public OpenBlas OpenBlas => _openBlas.Value;

    /// <summary>The library BLIS; null if it is not installed.</summary>
    public Blis? Blis => _blis.Value;

    public IEnumerable<ComparisonCase> Cases() =>
        from threads in options.Threads
        from precision in new[] { "fp32", "fp64" }
        from shape in ProductShape.All
        select new ComparisonCase(
            new(Group, shape.Name, shape.Text, precision, threads, "GFLOP/s", []),
            cancellation =>
                precision == "fp32"
                    ? Measure<float>(shape, threads, cancellation)
                    : Measure<double>(shape, threads, cancellation)
        );

    private IReadOnlyList<Rate> Measure<T>(ProductShape shape, int threads, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThreadTeam.Size = threads;
        OpenBlas.UseThreads(threads);
        Blis?.UseThreads(threads);

        Product<T> product = new(shape);
        CheckSameResult(product);
        double operations = shape.Operations / 1e9;
        List<Contender> contenders =
        [
            Contender.Of(Comparison.OurName, operations, product.Multiply),
            Contender.Of(OpenBlasName, operations, () => OpenBlas.Multiply(product)),
        ];
        if (Blis is { } blis)
            contenders.Add(Contender.Of(BlisName, operations, () => blis.Multiply(product)));
        contenders.Add(Contender.Peak<T>(threads));

        Race race = new()
        {
            Rounds = options.Rounds,
            Rest = threads > 1 ? _multiThreadedRest : TimeSpan.Zero,
            WarmUp = _warm.Add(typeof(T)) ? _warmUp : TimeSpan.Zero,
        };
        return race.Run(contenders, cancellation);
    }

    private void CheckSameResult<T>(Product<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        product.Multiply();
        Matrix<T> ours = product.C.Matrix.Copy();
        OpenBlas.Multiply(product);
        double difference = double.CreateChecked(ours.MaxAbsoluteDifference(product.C.Matrix));

        // Each entry is a sum of k products of numbers in −1 … 1; the two libraries add them in different orders.
        if (!(difference <= 4 * product.Shape.K * double.CreateChecked(T.BitIncrement(T.One) - T.One)))
            throw new InvalidOperationException(
                Invariant($"The product {product.Shape.Text} by Gemm and that by OpenBLAS differ by {difference}.")
            );
    }
}

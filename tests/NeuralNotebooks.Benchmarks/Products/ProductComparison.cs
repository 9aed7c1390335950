namespace NeuralNotebooks.Benchmarks;

internal sealed class ProductComparison(CompareOptions options)
{
    public const string Group = "gemm", OpenBlasName = "OpenBLAS";

    /// <summary>A pause before each slice: after a product, the threads of OpenBLAS spin for 2²⁶ clock cycles, about 25
    /// ms.</summary>
    private static readonly TimeSpan _multiThreadedRest = TimeSpan.FromMilliseconds(45);

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(0.4);

    // Loaded on first use, since the other groups do not need them.
    private readonly Lazy<(OpenBlas? Library, string? Reason)> _openBlas =
        new(() => OpenBlas.Load(options.Threads.Max()));

    private readonly HashSet<Type> _warm = [];

    public OpenBlas? OpenBlas => _openBlas.Value.Library;

    public IEnumerable<string> Missing
    {
        get
        {
            if (_openBlas.Value.Reason is { } reason)
                yield return $"{OpenBlasName}: {reason}";
        }
    }

    public IEnumerable<ComparisonCase> Cases() =>
        from threads in options.Threads
        from precision in new[] { "fp32", "fp64" }
        from shape in ProductShape.All
        select new ComparisonCase(
            new(Group, shape.Name, shape.Text, precision, threads, "GFLOP/s", []),
            cancellation =>
                precision == "fp32"
                    ? Measure<float>(shape, threads, cancellation)
                    : Measure<double>(shape, threads, cancellation));

    private RaceResult Measure<T>(ProductShape shape, int threads, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThreadTeam.Size = threads;
        OpenBlas?.UseThreads(threads);

        Product<T> product = new(shape);
        product.Multiply();
        CheckColumn(product);
        Matrix<T> expected = product.C.Matrix.Copy();
        double operations = shape.Operations / 1e9;
        List<Contender> contenders = [Contender.Of(Comparison.OurName, operations, product.Multiply)];
        if (OpenBlas is { } openBlas)
            contenders.Add(Checked(OpenBlasName, () => openBlas.Multiply(product)));
        contenders.Add(Contender.Peak<T>(threads));

        Race race = new()
        {
            Rounds = options.Rounds,
            Rest = threads > 1 ? _multiThreadedRest : TimeSpan.Zero,
            WarmUp = _warm.Add(typeof(T)) ? _warmUp : TimeSpan.Zero,
        };
        return race.Run(contenders, cancellation);

        // A library whose product is wrong fails in its first run, so it is left out.
        Contender Checked(string name, Action multiply)
        {
            Contender contender = Contender.Of(name, operations, multiply);
            bool isChecked = false;
            return contender with
            {
                Seconds = repetitions =>
                {
                    double seconds = contender.Seconds(repetitions);
                    if (!isChecked)
                        CheckDifference(shape, name, expected.MaxAbsoluteDifference(product.C.Matrix));
                    isChecked = true;
                    return seconds;
                },
            };
        }
    }

    private static void CheckColumn<T>(Product<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ProductShape shape = product.Shape;
        Matrix<T> A = product.A.Matrix, B = product.B.Matrix, C = product.C.Matrix;
        int j = shape.N - 1;
        for (int i = 0; i < shape.M; i++)
        {
            T sum = T.Zero;
            for (int k = 0; k < shape.K; k++)
                sum += (shape.TransposeA ? A[k, i] : A[i, k]) * (shape.TransposeB ? B[j, k] : B[k, j]);
            CheckDifference(shape, "three loops", T.Abs(C[i, j] - sum));
        }
    }

    private static void CheckDifference<T>(ProductShape shape, string other, T difference)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Each entry is a sum of k products of numbers in −1 … 1, which are added in different orders.
        if (!(difference <= T.CreateChecked(4 * shape.K) * (T.BitIncrement(T.One) - T.One)))
            throw new InvalidOperationException(
                Invariant($"The product {shape.Text} by Gemm and that by {other} differ by {difference}."));
    }
}

namespace NeuralNotebooks.Course;

/// <summary>A product of matrices, C ← A B, where A or B may be transposed.</summary>
public delegate void MatrixProduct(
    Matrix<float> A, Matrix<float> B, Matrix<float> C, bool transposeA = false, bool transposeB = false);

/// <summary>A stage of the library's matrix product, from three plain loops to all cores.</summary>
/// <param name="Name">Its number, and what it adds to the stage before.</param>
/// <param name="Multiply">Computes the product.</param>
/// <param name="Largest">The largest n for which its speed is measured: beyond it, it would take seconds.</param>
public sealed record Stage(string Name, MatrixProduct Multiply, int Largest = int.MaxValue)
{
    private const int LargestOfSlowStages = 384;

    /// <summary>The five stages, from the slowest to the fastest.</summary>
    public static Stage[] All =>
    [
        new("1 triple loop", (A, B, C, turnA, turnB) => Gemm.Naive(A, B, C, turnA, turnB), LargestOfSlowStages),
        new("2 order and blocks", (A, B, C, turnA, turnB) => Gemm.Blocked(A, B, C, turnA, turnB), LargestOfSlowStages),
        new("3 SIMD", (A, B, C, turnA, turnB) => Gemm.Simd(A, B, C, turnA, turnB), LargestOfSlowStages),
        new("4 register tile", (A, B, C, turnA, turnB) => Gemm.RegisterTiled(A, B, C, turnA, turnB)),
        new("5 packing, threads", (A, B, C, turnA, turnB) => Gemm.Multiply(A, B, C, turnA, turnB)),
    ];

    /// <summary>The speeds of stages at a product of two n × n matrices, in GFLOP/s; NaN if n is too large for a stage.
    /// The slow stages are measured in turns, and so are the fast ones: so that they can be compared even if the
    /// machine is busy at times.</summary>
    public static double[] Speeds(IReadOnlyList<Stage> stages, int n)
    {
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        Matrix<float> A = Matrix.Normal<float>(n, n, seed: 5), B = A.Copy(), C = A.Copy();
        // In turns with slow stages, which need most of the time, the fast ones would be measured only twice.
        Dictionary<Stage, double> seconds = stages.Where(stage => n <= stage.Largest).GroupBy(stage => stage.Largest)
            .SelectMany(alike => alike.Zip(
                Measure.Seconds([.. alike.Select(stage => (Action)(() => stage.Multiply(A, B, C)))])))
            .ToDictionary(one => one.First, one => one.Second);
        return [.. stages.Select(stage => 2e-9 * n * n * n / seconds.GetValueOrDefault(stage, double.NaN))];
    }
}

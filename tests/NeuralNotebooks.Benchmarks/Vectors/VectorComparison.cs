using System.Numerics.Tensors;

namespace NeuralNotebooks.Benchmarks;

internal sealed class VectorComparison(CompetitorWorkers workers, CompareOptions options)
{
    public const string Group = "elementwise", TensorPrimitivesName = "TensorPrimitives";

    private const int Classes = 10;

    // The operands of the first length fit in L2, those of the second do not.
    private static readonly int[] _lengths = [16_380, 262_140];

    public IEnumerable<ComparisonCase> Cases() =>
        from threads in options.Threads
        where threads == 1
        from length in _lengths
        from function in Functions(Classes)
        select new ComparisonCase(
            new(Group, function.Name, Invariant($"{length} entries"), "fp32", threads, "10⁹ entries/s", []),
            cancellation => Measure(function.Name, length, cancellation));

    private RaceResult Measure(string function, int length, CancellationToken cancellation)
    {
        ThreadTeam.Size = 1;
        (_, Action ours, Action theirs) = Functions(length).Single(one => one.Name == function);
        double amount = length / 1e9;
        Contender[] contenders =
        [
            Contender.Of(Comparison.OurName, amount, ours),
            Contender.Of(TensorPrimitivesName, amount, theirs),
            .. workers
                .Of(1, CompetitorWorkers.PyTorch, CompetitorWorkers.NumPy)
                .Select(worker => worker.Contender("vector", new { function, length }, amount)),
        ];
        Race race = new() { Rounds = options.Rounds, WarmUp = TimeSpan.FromSeconds(0.4) };
        return race.Run(contenders, cancellation);
    }

    private static (string Name, Action Ours, Action Theirs)[] Functions(int length)
    {
        Matrix<float> column = Matrix.Uniform<float>(length, 1, seed: 1, low: -2, high: 2),
            other = Matrix.Uniform<float>(length, 1, seed: 2, low: 0, high: 1),
            scalar = Matrix.Zeros<float>(1, 1);
        float[] x = column.AsSpan().ToArray(),
            y = other.AsSpan().ToArray(),
            positive = Matrix.Uniform<float>(length, 1, seed: 3, low: 0.1, high: 1.1).AsSpan().ToArray(),
            result = new float[length];
        Matrix<float> scores = Matrix.Over(x, 0, Classes, length / Classes);
        return
        [
            ("exp", () => Elementwise.Exp<float>(x, result), () => TensorPrimitives.Exp<float>(x, result)),
            (
                "log",
                () => Elementwise.Log<float>(positive, result),
                () => TensorPrimitives.Log<float>(positive, result)),
            ("sigmoid", () => Elementwise.Sigmoid<float>(x, result), () => TensorPrimitives.Sigmoid<float>(x, result)),
            ("tanh", () => Elementwise.Tanh<float>(x, result), () => TensorPrimitives.Tanh<float>(x, result)),
            ("softmax", () => Softmax.Of(scores), SoftMaxOfColumns),
            ("relu", () => Elementwise.Relu<float>(x, result), () => TensorPrimitives.Max<float>(x, 0, result)),
            ("sum", () => column.Sum(), () => TensorPrimitives.Sum<float>(x)),
            (
                "dot",
                () => Gemm.Multiply(column, other, scalar, transposeA: true),
                () => TensorPrimitives.Dot<float>(x, y)),
        ];

        void SoftMaxOfColumns()
        {
            for (int at = 0; at < length; at += Classes)
                TensorPrimitives.SoftMax<float>(x.AsSpan(at, Classes), result.AsSpan(at, Classes));
        }
    }
}

using System.Numerics.Tensors;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Elementwise functions on one thread against TensorPrimitives, PyTorch and NumPy.</summary>
internal sealed class VectorComparison(PythonWorkers workers, CompareOptions options)
{
    public const string Group = "elementwise", TensorPrimitivesName = "TensorPrimitives";

    private const int Classes = 10;

    // One that fits in L2, and one that does not.
    private static readonly int[] _lengths = [16_380, 262_140];

    private static readonly string[] _functions = ["exp", "log", "sigmoid", "tanh", "softmax", "relu", "sum", "dot"];

    public IEnumerable<ComparisonCase> Cases() =>
        from threads in options.Threads
        where threads == 1
        from length in _lengths
        from function in _functions
        select new ComparisonCase(
            new(Group, function, Invariant($"{length} entries"), "fp32", threads, "10⁹ entries/s", []),
            cancellation => Measure(function, length, cancellation)
        );

    private IReadOnlyList<Rate> Measure(string function, int length, CancellationToken cancellation)
    {
        ThreadTeam.Size = 1;
        Vectors vectors = new(length);
        double amount = length / 1e9;
        Contender[] contenders =
        [
            Contender.Of(Comparison.OurName, amount, Ours(function, vectors)),
            Contender.Of(TensorPrimitivesName, amount, OfTensorPrimitives(function, vectors)),
            .. workers
                .Of(1, PythonWorkers.PyTorch, PythonWorkers.NumPy)
                .Select(worker => worker.Contender("vector", new { function, length }, amount)),
        ];
        Race race = new() { Rounds = options.Rounds, WarmUp = TimeSpan.FromSeconds(0.4) };
        return race.Run(contenders, cancellation);
    }

    private static Action Ours(string function, Vectors v) => function switch
    {
        "exp" => () => Elementwise.Exp<float>(v.X, v.Result),
        "log" => () => Elementwise.Log<float>(v.Positive, v.Result),
        "sigmoid" => () => Elementwise.Sigmoid<float>(v.X, v.Result),
        "tanh" => () => Elementwise.Tanh<float>(v.X, v.Result),
        "relu" => () => Elementwise.Relu<float>(v.X, v.Result),
        "softmax" => () => Softmax.Of(v.Scores),
        "sum" => () => v.Column.Sum(),
        _ => () => Gemm.Multiply(v.Column, v.Other, v.Scalar, transposeA: true),
    };

    private static Action OfTensorPrimitives(string function, Vectors v) => function switch
    {
        "exp" => () => TensorPrimitives.Exp<float>(v.X, v.Result),
        "log" => () => TensorPrimitives.Log<float>(v.Positive, v.Result),
        "sigmoid" => () => TensorPrimitives.Sigmoid<float>(v.X, v.Result),
        "tanh" => () => TensorPrimitives.Tanh<float>(v.X, v.Result),
        "relu" => () => TensorPrimitives.Max<float>(v.X, 0, v.Result),
        "softmax" => () => SoftMaxOfColumns(v),
        "sum" => () => TensorPrimitives.Sum<float>(v.X),
        _ => () => TensorPrimitives.Dot<float>(v.X, v.Y),
    };

    private static void SoftMaxOfColumns(Vectors v)
    {
        for (int at = 0; at < v.X.Length; at += Classes)
            TensorPrimitives.SoftMax<float>(v.X.AsSpan(at, Classes), v.Result.AsSpan(at, Classes));
    }

    private sealed class Vectors
    {
        public Vectors(int length)
        {
            Column = Matrix.Uniform<float>(length, 1, seed: 1, low: -2, high: 2);
            Other = Matrix.Uniform<float>(length, 1, seed: 2, low: 0, high: 1);
            (X, Y) = (Column.AsSpan().ToArray(), Other.AsSpan().ToArray());
            Positive = Matrix.Uniform<float>(length, 1, seed: 3, low: 0.1, high: 1.1).AsSpan().ToArray();
            Scores = Matrix.Over(X, 0, Classes, length / Classes);
            Result = new float[length];
        }

        public float[] X { get; }

        public float[] Y { get; }

        public float[] Positive { get; }

        public float[] Result { get; }

        /// <summary>X as ten classes × examples.</summary>
        public Matrix<float> Scores { get; }

        public Matrix<float> Column { get; }

        public Matrix<float> Other { get; }

        public Matrix<float> Scalar { get; } = Matrix.Zeros<float>(1, 1);
    }
}

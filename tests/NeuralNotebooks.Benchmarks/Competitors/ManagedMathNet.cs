using System.Numerics;
using MathNet.Numerics;
using DoubleBuilder = MathNet.Numerics.LinearAlgebra.Matrix<double>;
using SingleBuilder = MathNet.Numerics.LinearAlgebra.Matrix<float>;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Math.NET Numerics with its managed provider: what a C# program has without a native library.</summary>
internal static class ManagedMathNet
{
    public static string Version { get; } = typeof(Control).Assembly.GetName().Version?.ToString(3) ?? "";

    public static void UseThreads(int threads)
    {
        Control.UseManaged();
        Control.MaxDegreeOfParallelism = threads;
    }

    /// <summary>The product on its own copies of the matrices, transposed where needed.</summary>
    public static Action Multiplication<T>(Product<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => product switch
        {
            Product<float> single => Multiplication<float>(single, SingleBuilder.Build),
            Product<double> twice => Multiplication<double>(twice, DoubleBuilder.Build),
            _ => throw new NotSupportedException($"Math.NET has no matrices of {typeof(T).Name}."),
        };

    private static Action Multiplication<T>(Product<T> product, MathNet.Numerics.LinearAlgebra.MatrixBuilder<T> build)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IEquatable<T>, IFormattable
    {
        MathNet.Numerics.LinearAlgebra.Matrix<T> a = Dense(product.A), b = Dense(product.B), c = Dense(product.C);
        return (product.TransposeA, product.TransposeB) switch
        {
            (false, false) => () => a.Multiply(b, c),
            (false, true) => () => a.TransposeAndMultiply(b, c),
            (true, false) => () => a.TransposeThisAndMultiply(b, c),
            (true, true) => () => a.Transpose().TransposeAndMultiply(b, c),
        };

        MathNet.Numerics.LinearAlgebra.Matrix<T> Dense(PinnedMatrix<T> from) =>
            build.Dense(from.Matrix.Rows, from.Matrix.Columns, from.Matrix.AsSpan().ToArray());
    }
}

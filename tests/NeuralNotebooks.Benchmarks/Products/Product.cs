namespace NeuralNotebooks.Benchmarks;

/// <summary>The matrices of one product C ← op(A) · op(B): the same for all contenders.</summary>
internal sealed class Product<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public Product(ProductShape shape)
    {
        Sizes = (shape.M, shape.N, shape.K);
        (TransposeA, TransposeB) = (shape.TransposeA, shape.TransposeB);
        A = TransposeA ? new(shape.K, shape.M, seed: 1) : new(shape.M, shape.K, seed: 1);
        B = TransposeB ? new(shape.N, shape.K, seed: 2) : new(shape.K, shape.N, seed: 2);
        C = new(shape.M, shape.N, seed: 3);
    }

    public (int M, int N, int K) Sizes { get; }

    public bool TransposeA { get; }

    public bool TransposeB { get; }

    public PinnedMatrix<T> A { get; }

    public PinnedMatrix<T> B { get; }

    public PinnedMatrix<T> C { get; }

    public void Multiply() => Gemm.Multiply(A.Matrix, B.Matrix, C.Matrix, TransposeA, TransposeB);
}

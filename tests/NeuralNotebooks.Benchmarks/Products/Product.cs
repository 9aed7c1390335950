namespace NeuralNotebooks.Benchmarks;

/// <summary>The matrices of one product C ← op(A) · op(B), which all contenders use.</summary>
internal sealed class Product<T>(ProductShape shape)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public ProductShape Shape => shape;

    public PinnedMatrix<T> A { get; } =
        shape.TransposeA ? new(shape.K, shape.M, seed: 1) : new(shape.M, shape.K, seed: 1);

    public PinnedMatrix<T> B { get; } =
        shape.TransposeB ? new(shape.N, shape.K, seed: 2) : new(shape.K, shape.N, seed: 2);

    public PinnedMatrix<T> C { get; } = new(shape.M, shape.N, seed: 3);

    public void Multiply() => Gemm.Multiply(A.Matrix, B.Matrix, C.Matrix, shape.TransposeA, shape.TransposeB);
}

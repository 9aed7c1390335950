namespace NeuralNotebooks.Benchmarks;

/// <summary>A matrix in pinned memory, so that a C library can use its address. It is aligned to a cache line, since
/// the time of a small product depends on the alignment of its operands.</summary>
internal sealed unsafe class PinnedMatrix<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public PinnedMatrix(int rows, int columns, int seed)
    {
        T[] storage = GC.AllocateArray<T>(rows * columns + CacheLine.Of<T>(), pinned: true);
        int offset = storage.Length - CacheLine.Aligned<T>(storage).Length;
        Matrix = NeuralNotebooks.Matrix.Over(storage, offset, rows, columns);
        NeuralNotebooks.Matrix.Uniform<T>(rows, columns, seed).AsSpan().CopyTo(Matrix.AsSpan());
        Pointer = (T*)Unsafe.AsPointer(ref storage[offset]);
    }

    public Matrix<T> Matrix { get; }

    public T* Pointer { get; }
}

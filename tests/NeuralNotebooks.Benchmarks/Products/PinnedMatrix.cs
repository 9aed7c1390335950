using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A pinned matrix, whose address a C library can use.</summary>
internal sealed unsafe class PinnedMatrix<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public PinnedMatrix(int rows, int columns, int seed)
    {
        T[] storage = GC.AllocateArray<T>(rows * columns, pinned: true);
        Matrix = NeuralNotebooks.Matrix.Over(storage, 0, rows, columns);
        NeuralNotebooks.Matrix.Uniform<T>(rows, columns, seed).AsSpan().CopyTo(storage);
        Pointer = (T*)Unsafe.AsPointer(ref storage[0]);
    }

    public Matrix<T> Matrix { get; }

    public T* Pointer { get; }
}

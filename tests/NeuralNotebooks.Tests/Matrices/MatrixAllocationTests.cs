namespace NeuralNotebooks.Tests.Matrices;

/// <summary>What in-place operations allocate.</summary>
[Collection(RunsAlone.Name)]
public class MatrixAllocationTests
{
    [Fact]
    public void A_function_in_place_allocates_nothing()
    {
        Matrix<float> Z = Matrix.Normal<float>(50, 7, seed: 1);
        Elementwise.Sigmoid<float>(Z.AsSpan(), Z.AsSpan());
        long before = GC.GetAllocatedBytesForCurrentThread();
        Elementwise.Sigmoid<float>(Z.AsSpan(), Z.AsSpan());
        Elementwise.Relu<float>(Z.AsSpan(), Z.AsSpan());
        Elementwise.Tanh<float>(Z.AsSpan(), Z.AsSpan());
        Elementwise.Exp<float>(Z.AsSpan(), Z.AsSpan());
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_product_in_place_allocates_nothing()
    {
        Matrix<float> A = Matrix.Normal<float>(33, 300, seed: 1),
            B = Matrix.Normal<float>(300, 20, seed: 2),
            C = new(33, 20);
        Gemm.Multiply(A, B, C);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Gemm.Multiply(A, B, C);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

namespace NeuralNotebooks.Tests.Threading;

/// <summary>Products that several threads compute. They run alone, since they set the number of threads.</summary>
[Collection(nameof(ThreadTeamTests))]
public sealed class SharedProductTests : IDisposable
{
    private readonly int _size = ThreadTeam.Size;

    public void Dispose() => ThreadTeam.Size = _size;

    [Theory]
    [Cases(
        128, 128, 128,
        300, 77, 130, // by rows
        10, 900, 260, // one tile of rows
        97, 1100, 300, // large: packed in each chunk
        2000, 24, 65,
        100, 100, 100
    )]
    public void The_bits_do_not_depend_on_the_number_of_threads(int m, int n, int k)
    {
        foreach (
            (bool transposeA, bool transposeB, bool accumulate) in new[]
            {
                (false, false, false),
                (true, false, true),
                (false, true, true),
                (true, true, false),
            }
        )
        {
            Matrix<float> A = transposeA ? Matrix.Normal<float>(k, m, seed: 1) : Matrix.Normal<float>(m, k, seed: 1);
            Matrix<float> B = transposeB ? Matrix.Normal<float>(n, k, seed: 2) : Matrix.Normal<float>(k, n, seed: 2);
            ThreadTeam.Size = 1;
            Matrix<float> alone = Matrix.Normal<float>(m, n, seed: 3);
            Gemm.Multiply(A, B, alone, transposeA, transposeB, accumulate);
            foreach (int size in new[] { 2, 3, 7 })
            {
                ThreadTeam.Size = size;
                Matrix<float> shared = Matrix.Normal<float>(m, n, seed: 3);
                Gemm.Multiply(A, B, shared, transposeA, transposeB, accumulate);
                shared.ShouldEqual(alone);
            }
        }
    }

    [Theory]
    [Cases(1, 2)]
    public void A_product_and_functions_in_place_allocate_nothing_once_there_are_buffers(int size)
    {
        ThreadTeam.Size = size;
        Matrix<float> A = Matrix.Normal<float>(256, 300, seed: 1),
            B = Matrix.Normal<float>(300, 600, seed: 2),
            C = new(256, 600);
        // Small enough for tiles without packing; the last row does not fill a tile and is computed in a buffer.
        Matrix<float> smallA = Matrix.Normal<float>(33, 300, seed: 3),
            smallB = Matrix.Normal<float>(300, 20, seed: 4),
            smallC = new(33, 20);
        Matrix<float> Z = Matrix.Normal<float>(50, 7, seed: 5);
        // A thread allocates its buffers at the first chunk that needs them, which may be in one of the later calls.
        Assert.Contains(0, Enumerable.Range(0, 20).Select(_ => Allocations.Of(Work)));

        void Work()
        {
            Gemm.Multiply(A, B, C);
            Gemm.Multiply(smallA, smallB, smallC);
            Elementwise.Sigmoid<float>(Z.AsSpan(), Z.AsSpan());
            Elementwise.Sigmoid<float>(B.AsSpan(), B.AsSpan());
            Elementwise.Relu<float>(B.AsSpan(), B.AsSpan());
            Elementwise.Tanh<float>(B.AsSpan(), B.AsSpan());
            Elementwise.Exp<float>(B.AsSpan(), B.AsSpan());
        }
    }
}

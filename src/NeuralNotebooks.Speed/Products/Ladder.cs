namespace NeuralNotebooks.Speed;

/// <summary>One stage of the matrix product.</summary>
internal sealed record LadderStage(string Name, Action<Matrix<float>, Matrix<float>, Matrix<float>> Multiply);

/// <summary>The stages of the matrix product, from the definition to the one that the library uses.</summary>
internal static class Ladder
{
    /// <summary>The stage that chooses a kernel by shape, and the only one that uses threads.</summary>
    public const string Last = nameof(Gemm.Multiply);

    public static IReadOnlyList<LadderStage> Stages { get; } =
    [
        new(nameof(Gemm.Naive), (A, B, C) => Gemm.Naive(A, B, C)),
        new(nameof(Gemm.Reordered), (A, B, C) => Gemm.Reordered(A, B, C)),
        new(nameof(Gemm.Blocked), (A, B, C) => Gemm.Blocked(A, B, C)),
        new(nameof(Gemm.Simd), (A, B, C) => Gemm.Simd(A, B, C)),
        new(nameof(Gemm.RegisterTiled), (A, B, C) => Gemm.RegisterTiled(A, B, C)),
        new(nameof(Gemm.Packed), (A, B, C) => Gemm.Packed(A, B, C)),
        new(Last, (A, B, C) => Gemm.Multiply(A, B, C)),
    ];
}

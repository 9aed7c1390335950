namespace NeuralNotebooks.Speed;

/// <summary>The stages of the matrix product, from the definition to the one that the library uses.</summary>
internal static class Ladder
{
    /// <summary>The stage that chooses by itself, and is the only one that knows threads.</summary>
    public const string Last = nameof(Gemm.Multiply);

    public static IReadOnlyList<(string Name, Action<Matrix<float>, Matrix<float>, Matrix<float>> Multiply)> Stages { get; } =
    [
        (nameof(Gemm.Naive), (A, B, C) => Gemm.Naive(A, B, C)),
        (nameof(Gemm.Reordered), (A, B, C) => Gemm.Reordered(A, B, C)),
        (nameof(Gemm.Blocked), (A, B, C) => Gemm.Blocked(A, B, C)),
        (nameof(Gemm.Simd), (A, B, C) => Gemm.Simd(A, B, C)),
        (nameof(Gemm.RegisterTiled), (A, B, C) => Gemm.RegisterTiled(A, B, C)),
        (nameof(Gemm.Packed), (A, B, C) => Gemm.Packed(A, B, C)),
        (Last, (A, B, C) => Gemm.Multiply(A, B, C)),
    ];
}

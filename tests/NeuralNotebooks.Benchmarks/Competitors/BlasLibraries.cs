namespace NeuralNotebooks.Benchmarks;

/// <summary>The native libraries that products are compared with, loaded on first use: training and vectors do not need
/// them.</summary>
internal sealed class BlasLibraries(int maxThreads)
{
    private readonly Lazy<OpenBlas> _openBlas = new(() => OpenBlas.Load(maxThreads));
    private readonly Lazy<Blis?> _blis = new(Blis.Load);

    /// <exception cref="ComparisonRefusedException">There is no OpenBLAS, or one that would make the comparison
    /// unfair.</exception>
    public OpenBlas OpenBlas => _openBlas.Value;

    /// <summary>Null where there is none.</summary>
    public Blis? Blis => _blis.Value;
}

namespace NeuralNotebooks.Benchmarks;

internal static class ExitCode
{
    public const int Passed = 0;

    /// <summary>Our own code failed, or the results could not be written.</summary>
    public const int Failed = 1;

    public const int Usage = 64;
    public const int Interrupted = 130;
}

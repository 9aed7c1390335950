namespace NeuralNotebooks.Benchmarks;

/// <summary>The program's exit codes.</summary>
internal static class ExitCode
{
    public const int Passed = 0;

    /// <summary>A contender failed, or the results could not be written.</summary>
    public const int Failed = 1;

    /// <summary>There is no library to compare with, or the comparison would be unfair.</summary>
    public const int CannotCompare = 2;

    public const int Usage = 64;
    public const int Interrupted = 130;
}

namespace NeuralNotebooks.Runner;

/// <summary>The exit codes that the programs of this project share, with the meaning of <c>sysexits.h</c>.</summary>
public static class SystemExit
{
    /// <summary>The command line was not understood, or names a file that cannot be used.</summary>
    public const int Usage = 64;

    /// <summary>The program itself failed, not what it was given.</summary>
    public const int Broken = 70;
}

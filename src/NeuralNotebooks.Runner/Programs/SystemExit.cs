namespace NeuralNotebooks.Runner;

/// <summary>Exit codes with the meanings of <c>sysexits.h</c>, which the programs of this project share.</summary>
public static class SystemExit
{
    /// <summary>The command line was not understood, or names a file that cannot be used.</summary>
    public const int Usage = 64;

    /// <summary>The other end of a channel could not be reached.</summary>
    public const int IOError = 74;
}

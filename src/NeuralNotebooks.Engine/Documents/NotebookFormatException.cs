namespace NeuralNotebooks.Engine;

/// <summary>A file that is not a notebook this engine can read: which file, what is wrong, what was expected.</summary>
public sealed class NotebookFormatException : Exception
{
    internal NotebookFormatException(string file, string what, string expected, Exception? cause = null)
        : base($"{file}: {what}. {expected}", cause)
        => (File, What, Expected) = (file, what, expected);

    /// <summary>The path of the file, as the caller has written it.</summary>
    public string File { get; }

    /// <summary>What is wrong, and where.</summary>
    public string What { get; }

    /// <summary>What was expected, or what to do.</summary>
    public string Expected { get; }
}

namespace NeuralNotebooks.Engine;

/// <summary>A file that is not a notebook this engine can read: which file, what is wrong, what was expected.</summary>
public sealed class NotebookFormatException : Exception
{
    internal NotebookFormatException(string file, string what, string expected, Exception? cause = null)
        : base($"{file}: {what}. {expected}", cause)
        => (File, What, Expected) = (file, what, expected);

    public string File { get; }

    public string What { get; }

    public string Expected { get; }
}

namespace NeuralNotebooks.Engine;

/// <summary>An invalid directive, with its position; the message also says how to correct it.</summary>
internal sealed class DirectiveException(string message, string path, int line, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The path of the text in <see cref="SourceTexts"/>.</summary>
    public string Path { get; } = path;

    public int Line { get; } = line;
}

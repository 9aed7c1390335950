namespace NeuralNotebooks.Engine;

/// <summary>A file that a directive imports.</summary>
/// <param name="Path">The full path of the file.</param>
/// <param name="Text">The path of the text that has the directive.</param>
/// <param name="Line">The directive's line.</param>
internal sealed record ImportedFile(string Path, string Text, int Line)
{
    /// <summary>An error of the directive.</summary>
    public DirectiveException Error(string message, Exception? cause = null) => new(message, Text, Line, cause);

    /// <summary>Reads the file.</summary>
    /// <exception cref="DirectiveException">The file cannot be read.</exception>
    public T Read<T>(Func<string, T> read)
    {
        try
        {
            return read(Path);
        }
        catch (NotebookFormatException e)
        {
            throw Error(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Error($"{Path} cannot be read. {e.Message}", e);
        }
    }
}

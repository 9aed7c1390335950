namespace NeuralNotebooks.Jupyter;

/// <summary>Converts an error to the content of a message: the engine's traceback with ANSI colours.</summary>
internal static class ErrorContent
{
    private const string Red = "\e[1;31m", Green = "\e[32m", Dim = "\e[2m", Plain = "\e[0m";

    public static JsonObject Of(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = error.Traceback.Select(Colored).ToJson(),
    };

    public static ErrorOutput Output(Exception exception) =>
        new(
            exception.GetType().Name,
            exception.Message,
            [new($"{exception.GetType().Name}: {exception.Message}", TracebackKind.Headline)]);

    /// <summary>Messages and carets red, line numbers of source green, stack frames dimmed.</summary>
    private static string Colored(TracebackLine line) => line switch
    {
        { Kind: TracebackKind.Source, Text: var text } =>
            $"{Green}{text[..TracebackLine.CodeStart]}{Plain}{text[TracebackLine.CodeStart..]}",
        { Kind: TracebackKind.Frame } => $"{Dim}{line.Text}{Plain}",
        _ => $"{Red}{line.Text}{Plain}",
    };
}

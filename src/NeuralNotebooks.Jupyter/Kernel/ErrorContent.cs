namespace NeuralNotebooks.Jupyter;

/// <summary>Converts an error to the content of a message: the engine's traceback with ANSI colours.</summary>
internal static partial class ErrorContent
{
    private const string Red = "\e[1;31m", Green = "\e[32m", Dim = "\e[2m", Plain = "\e[0m";

    public static JsonObject Of(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = Colored(error).ToJson(),
    };

    /// <summary>An exception of the kernel itself, for example from an output that cannot be published.</summary>
    public static ErrorOutput Output(Exception exception) =>
        new(exception.GetType().Name, exception.Message, [$"{exception.GetType().Name}: {exception.Message}"]);

    /// <summary>Messages and carets red, line numbers of source green, stack frames dimmed.</summary>
    private static IEnumerable<string> Colored(ErrorOutput error) =>
        error.Traceback.Select(line =>
            SourceLine().Match(line) is { Success: true } source
                ? $"{Green}{source.Groups[1].Value}{Plain}{source.Groups[2].Value}"
            : line.StartsWith("   at ", StringComparison.Ordinal) ? $"{Dim}{line}{Plain}"
            : $"{Red}{line}{Plain}");

    [GeneratedRegex(@"^( *\d+ \|)(.*)$", RegexOptions.Singleline)]
    private static partial Regex SourceLine();
}

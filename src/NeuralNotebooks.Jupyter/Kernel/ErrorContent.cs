using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary>An error as clients show it: the engine's traceback, in the terminal colours that they know.</summary>
internal static partial class ErrorContent
{
    private const string Red = "\e[1;31m", Green = "\e[32m", Dim = "\e[2m", Plain = "\e[0m";

    public static JsonObject Of(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. Colored(error).Select(line => JsonValue.Create(line))]),
    };

    /// <summary>What went wrong, and the caret below it, in red, lines of source with a green number, the way there dimmed.</summary>
    private static IEnumerable<string> Colored(ErrorOutput error) => error.Traceback.Select(line
        => SourceLine().Match(line) is { Success: true } source ? $"{Green}{source.Groups[1].Value}{Plain}{source.Groups[2].Value}"
            : line.StartsWith("   at ", StringComparison.Ordinal) ? $"{Dim}{line}{Plain}"
            : $"{Red}{line}{Plain}");

    [GeneratedRegex(@"^( *\d+ \|)(.*)$", RegexOptions.Singleline)]
    private static partial Regex SourceLine();
}

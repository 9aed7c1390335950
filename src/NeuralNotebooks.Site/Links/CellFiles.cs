namespace NeuralNotebooks.Site;

/// <summary>The files that the code of a cell may read: what looks like a relative path, in a string or after
/// <c>#!import</c>.</summary>
internal static partial class CellFiles
{
    /// <summary>The kit's script is in the bundle of live pages.</summary>
    private const string Kit = "kit.csx";

    private const int MaxExtension = 9;

    public static IEnumerable<string> NamedIn(string code) =>
        Text().Matches(code)
            .Select(match => match.Groups["name"].Value.Trim())
            .Where(name => Path.GetExtension(name).Length is > 1 and <= MaxExtension
                && !Path.IsPathRooted(name)
                && !name.Contains('\0')
                && Path.GetFileName(name) != Kit)
            .Distinct();

    /// <remarks>Bounded, so that many unfinished strings take linear time. The last quote is not taken: it may
    /// begin the next string, after one that cannot be a path.</remarks>
    [GeneratedRegex(
        """^[ \t]*#!?(?:import|load)[ \t]+"?(?<name>[^"\r\n]{1,200})|"(?<name>[^"\\:*?<>|\r\n]{1,200})(?=")""",
        RegexOptions.Multiline)]
    private static partial Regex Text();
}

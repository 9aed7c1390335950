namespace NeuralNotebooks.Site;

/// <summary>Finds the files that the code of a cell may read: strings, and arguments of <c>#!import</c>, that look like
/// relative paths.</summary>
internal static partial class CellFiles
{
    /// <summary>The kit's script. It is not published again, since the bundle of live pages has it.</summary>
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

    /// <remarks>The length of a name is limited, so that many unfinished strings take linear time. The closing quote is
    /// not part of the match: after a string that is not a path, it may be the opening quote of the next one.</remarks>
    [GeneratedRegex(
        """^[ \t]*#!?(?:import|load)[ \t]+"?(?<name>[^"\r\n]{1,200})|"(?<name>[^"\\:*?<>|\r\n]{1,200})(?=")""",
        RegexOptions.Multiline)]
    private static partial Regex Text();
}

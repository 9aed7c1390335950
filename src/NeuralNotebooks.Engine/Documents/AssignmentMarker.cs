namespace NeuralNotebooks.Engine;

/// <summary>The marker in the first line of a code cell of an assignment's source, such as <c>// MISTAKE sum: …</c>.
/// Grading reads all of them; a session only skips the cells that would replace a right solution.</summary>
internal static partial class AssignmentMarker
{
    public const string TaskName = "[A-Za-z0-9_-]+";

    /// <summary>Whether a cell is for grading only: a wrong solution, or a list of names that answers must not or may
    /// use. The marker must be complete: another comment that begins with its word belongs to an ordinary
    /// notebook.</summary>
    public static bool IsForGradingOnly(string code)
    {
        Match marker = FirstLine().Match(code.Split('\n', 2)[0]);
        string rest = marker.Groups["rest"].Value.Trim();
        return marker.Groups["word"].Value switch
        {
            "MISTAKE" or "MISTAKES" => AfterMistake().IsMatch(rest),
            "FORBIDDEN" or "ALLOWED" => OnlyName().IsMatch(rest),
            _ => false,
        };
    }

    [GeneratedRegex(@"^\s*//+\s*(?<word>STUDENT|TASK|TESTS|MISTAKES?|FORBIDDEN|ALLOWED)\b(?<rest>.*)$")]
    public static partial Regex FirstLine();

    [GeneratedRegex($@"^(?<name>{TaskName})\s*:\s*(?<sentence>\S.*)$")]
    public static partial Regex AfterMistake();

    [GeneratedRegex($"^(?<name>{TaskName})$")]
    public static partial Regex OnlyName();
}

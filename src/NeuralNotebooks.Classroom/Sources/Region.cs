namespace NeuralNotebooks.Classroom;

/// <summary>Lines of a cell that are not released to students: from a line BEGIN … to the line END …</summary>
/// <param name="Kind">SOLUTION or HIDDEN TESTS.</param>
/// <param name="Begin">The index of the first line, which has the marker.</param>
/// <param name="End">The index of the last line, which has the marker.</param>
internal sealed partial record Region(string Kind, int Begin, int End)
{
    public const string Solution = "SOLUTION", HiddenTests = "HIDDEN TESTS";

    /// <summary>Whether a line is between its markers.</summary>
    public bool Has(int line) => Begin < line && line < End;

    /// <summary>Whether a line is between its markers, or one of them.</summary>
    public bool Spans(int line) => Begin <= line && line <= End;

    /// <summary>The lines of a text.</summary>
    public static string[] Lines(string text) => text.Replace("\r\n", "\n").Split('\n');

    /// <summary>The text of a TESTS cell in the students' version.</summary>
    public static string WithoutHiddenTests(string text)
    {
        string[] lines = Lines(text);
        IReadOnlyList<Region> regions = Find(lines, isText: false);
        return string.Join('\n', lines.Where((_, i) => !regions.Any(region => region.Spans(i))))
            .TrimEnd();
    }

    /// <summary>The regions of a cell.</summary>
    /// <param name="lines">The cell's lines.</param>
    /// <param name="isText">Whether it is a Markdown cell.</param>
    /// <param name="report">Receives problems, with the number of the line; null if they have been reported
    /// before.</param>
    public static IReadOnlyList<Region> Find(string[] lines, bool isText, Action<int?, string>? report = null)
    {
        var regions = new List<Region>();
        (string Kind, int Line)? open = null;
        for (int i = 0; i < lines.Length; i++)
        {
            Match match = (isText ? TextMarker() : CodeMarker()).Match(lines[i]);
            if (!match.Success)
            {
                if (Mention().IsMatch(lines[i]) || (!isText && CommentedMention().IsMatch(lines[i])))
                    report?.Invoke(
                        i + 1,
                        $"A region's marker must stand alone on its line. Expected {Written("BEGIN", Solution)}, "
                            + $"{Written("END", Solution)} or the same with {HiddenTests}."
                    );
                continue;
            }
            string kind = match.Groups["kind"].Value;
            if (match.Groups["edge"].Value == "BEGIN")
            {
                if (open is { } outer)
                    report?.Invoke(
                        i + 1,
                        $"Regions cannot be nested: {outer.Kind}, begun in line {outer.Line}, has not ended. "
                            + $"Expected {Written("END", outer.Kind)} before this line."
                    );
                open = (kind, i + 1);
            }
            else if (open is { } begun && begun.Kind == kind)
            {
                regions.Add(new Region(kind, begun.Line - 1, i));
                open = null;
            }
            else
            {
                report?.Invoke(i + 1, $"This END has no BEGIN. Expected {Written("BEGIN", kind)} above this line.");
            }
        }
        if (open is { } unclosed)
            report?.Invoke(
                unclosed.Line,
                $"The region does not end. Expected {Written("END", unclosed.Kind)} below this line."
            );
        return regions;

        string Written(string edge, string kind) => isText ? $"<!-- {edge} {kind} -->" : $"// {edge} {kind}";
    }

    [GeneratedRegex(@"^\s*//+\s*(?<edge>BEGIN|END) (?<kind>SOLUTION|HIDDEN TESTS)\s*$")]
    private static partial Regex CodeMarker();

    [GeneratedRegex(@"^\s*<!--\s*(?<edge>BEGIN|END) (?<kind>SOLUTION|HIDDEN TESTS)\s*-->\s*$")]
    private static partial Regex TextMarker();

    [GeneratedRegex(@"\b(BEGIN|END)\s+(SOLUTION|HIDDEN\s+TEST)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"^\s*//+\s*(BEGIN|END)\s+(SOLUTION|HIDDEN\s+TEST)", RegexOptions.IgnoreCase)]
    private static partial Regex CommentedMention();
}

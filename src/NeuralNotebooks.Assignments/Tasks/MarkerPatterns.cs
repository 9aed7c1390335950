namespace NeuralNotebooks.Assignments;

/// <summary>The regular expressions of all lines that mark cells and parts of cells of an assignment. In a code cell
/// they are comments of C#, in a Markdown cell comments of HTML.</summary>
internal static partial class MarkerPatterns
{
    private const string TaskName = AssignmentMarker.TaskName;

    public static Regex FirstLine(bool isText) => isText ? FirstLineOfText() : AssignmentMarker.FirstLine();

    /// <summary>Matches the line BEGIN … or END … of a region.</summary>
    public static Regex RegionEdge(bool isText) => isText ? RegionEdgeOfText() : RegionEdgeOfCode();

    /// <summary>Matches a STUB line, which must be inside a solution. Its text replaces the solution.</summary>
    public static Regex StubLine(bool isText) => isText ? StubLineOfText() : StubLineOfCode();

    /// <summary>Matches the first line of a cell of a submission, which may be incomplete.</summary>
    [GeneratedRegex($@"^(//+|<!--)\s*(?<word>STUDENT|TASK|TESTS)\b\s*(?<name>{TaskName})?")]
    public static partial Regex SubmittedFirstLine();

    /// <summary>Matches a line that marks a task in a cell of any type.</summary>
    [GeneratedRegex(@"^\s*(<!--|//+)\s*TASK\b")]
    public static partial Regex AnyTask();

    [GeneratedRegex(@"\b(BEGIN|END)\s+(SOLUTION|HIDDEN\s+TEST)")]
    public static partial Regex RegionWords();

    /// <summary>Matches a comment that begins with the words of a region's marker, in any case.</summary>
    [GeneratedRegex(@"^\s*//+\s*(BEGIN|END)\s+(SOLUTION|HIDDEN\s+TEST)", RegexOptions.IgnoreCase)]
    public static partial Regex CommentWithRegionWords();

    [GeneratedRegex(
        $@"^(?<name>{TaskName})\s*:\s*(?<points>\d{{1,9}}(\.\d{{1,9}})?)\s+points?(?<byHand>\s*,\s*by hand)?$")]
    public static partial Regex AfterTask();

    [GeneratedRegex($"^{TaskName}(?=[\\s:]|$)")]
    public static partial Regex LeadingName();

    public static IEnumerable<string> HeadingsIn(string text) =>
        HeadingOrFence().Matches(text).Where(found => found.Groups["title"].Success)
            .Select(heading => heading.Groups["title"].Value.TrimEnd())
            .Select(title => title.TrimEnd('#') is var bare && bare.EndsWith(' ') ? bare.TrimEnd() : title);

    /// <summary>Matches the points in the line below the title, such as *Assignment · 20 points*.</summary>
    [GeneratedRegex(
        @"(?<=^\*(?!\s)[^*\n]*)(?<![\w.])(?<points>\d{1,6}(\.\d{1,4})?) points?\b", RegexOptions.Multiline)]
    public static partial Regex WrittenPoints();

    /// <summary>Matches a heading, or a fenced block of code, whose lines are no headings.</summary>
    [GeneratedRegex(
        @"^ {0,3}((?<fence>`{3,}(?=[^`\n]*$)|~{3,})(?s:.*?)(^ {0,3}\k<fence>[`~]*[ \t\r]*$|\z)"
            + @"|#{1,6}[ \t]+(?<title>[^\n]*))",
        RegexOptions.Multiline)]
    private static partial Regex HeadingOrFence();

    [GeneratedRegex(@"^\s*<!--\s*(?<word>TASK)\b(?<rest>.*?)(-->\s*)?$")]
    private static partial Regex FirstLineOfText();

    [GeneratedRegex(@"^\s*//+\s*(?<edge>BEGIN|END) (?<kind>SOLUTION|HIDDEN TESTS)\s*$")]
    private static partial Regex RegionEdgeOfCode();

    [GeneratedRegex(@"^\s*<!--\s*(?<edge>BEGIN|END) (?<kind>SOLUTION|HIDDEN TESTS)\s*-->\s*$")]
    private static partial Regex RegionEdgeOfText();

    [GeneratedRegex(@"^(?<indent>\s*)//+\s*STUB(?: (?<text>.*))?$")]
    private static partial Regex StubLineOfCode();

    [GeneratedRegex(@"^(?<indent>\s*)<!--\s*STUB(?: (?<text>.*?))?\s*-->\s*$")]
    private static partial Regex StubLineOfText();
}

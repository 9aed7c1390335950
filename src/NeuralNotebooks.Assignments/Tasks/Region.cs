namespace NeuralNotebooks.Assignments;

/// <summary>Lines of a cell that are not released to students: from a line BEGIN … to the line END …</summary>
internal sealed record Region(string Kind, int Begin, int End)
{
    public const string Solution = "SOLUTION", HiddenTests = "HIDDEN TESTS";

    /// <summary>Whether a line is between its markers.</summary>
    public bool Contains(int line) => Begin < line && line < End;

    /// <summary>Whether a line is between its markers, or one of them.</summary>
    public bool ContainsOrMarks(int line) => Begin <= line && line <= End;

    public static string[] Lines(string text) => text.Replace("\r\n", "\n").Split('\n');

    public static string WithoutHiddenTests(string text)
    {
        string[] lines = Lines(text);
        IReadOnlyList<Region> regions = Find(lines, isText: false);
        return string.Join('\n', lines.Where((_, i) => !regions.Any(region => region.ContainsOrMarks(i)))).TrimEnd();
    }

    public static IReadOnlyList<Region> Find(string[] lines, bool isText, ReportProblem? report = null) =>
        new RegionReader(isText, report).Read(lines);
}

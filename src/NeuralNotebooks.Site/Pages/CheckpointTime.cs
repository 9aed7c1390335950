namespace NeuralNotebooks.Site;

/// <summary>How long a checkpoint takes, as an estimate: two minutes for reading it, and two for each line of code that
/// the solution has and the cells of the checkpoint do not. The sum is rounded to 2, 5, 10, 15 or 20 minutes.</summary>
internal static class CheckpointTime
{
    private const int ReadingMinutes = 2, MinutesPerLine = 2;

    private static readonly int[] _stated = [2, 5, 10, 15, 20];

    /// <summary>The minutes; null if there is no solution with C# before the next heading.</summary>
    /// <param name="following">The cells after the text with the checkpoint's heading.</param>
    public static int? Of(IEnumerable<Cell> following)
    {
        HashSet<string> given = [];
        foreach (Cell cell in following)
        {
            if (cell is CodeCell)
                given.UnionWith(Lines(cell.Source));
            else if (cell is MarkdownCell)
            {
                MarkdownDocument text = CourseMarkdown.Parse(cell.Source);
                if (text.Descendants<FencedCodeBlock>().FirstOrDefault(code => code.Info == "csharp") is { } solution)
                    return Rounded(ReadingMinutes
                        + MinutesPerLine * Lines(solution.Lines.ToString()).Count(line => !given.Contains(line)));
                if (text.Descendants<HeadingBlock>().Any())
                    return null;
            }
        }

        return null;
    }

    private static int Rounded(int minutes) => _stated.MinBy(stated => Math.Abs(stated - minutes));

    /// <summary>The lines with a statement or an expression, without their indentation and comments.</summary>
    private static IEnumerable<string> Lines(string code) =>
        code.Split('\n').Select(line => line.Split("//")[0].Trim()).Where(line => line.Any(char.IsLetterOrDigit));
}

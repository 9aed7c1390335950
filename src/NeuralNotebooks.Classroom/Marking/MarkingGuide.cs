namespace NeuralNotebooks.Classroom;

/// <summary>What a person needs who marks a task: its text, the model answer, and the rubric.</summary>
/// <param name="Rubric">The criteria with their points; empty if the model answer names none.</param>
internal sealed partial record MarkingGuide(
    string Text, string Model, IReadOnlyList<(decimal Points, string Text)> Rubric)
{
    /// <summary>The smallest length of a given line that is recognized at the beginning of a longer line of the
    /// student.</summary>
    private const int MinBeginning = 12;

    private string[] Given { get; init; } = [];

    public static MarkingGuide Of(JudgedTask task)
    {
        string[] lines = Region.Lines(task.Solution);
        IReadOnlyList<Region> regions = Region.Find(lines, task.IsText);
        string model = string.Join('\n', lines.Where((_, line) => regions.Any(region => region.Contains(line)))).Trim();
        IEnumerable<string> text = lines.Where((written, line) =>
                !regions.Any(region => region.ContainsOrMarks(line)) && !MarkerPatterns.AnyTask().IsMatch(written))
            .Reverse()
            .SkipWhile(line => TextEnd().IsMatch(line))
            .Reverse();
        return new(
            string.Join('\n', text), model,
            [
                .. RubricPoint().Matches(model)
                    .Select(point =>
                        (
                            decimal.Parse(point.Groups["points"].Value, CultureInfo.InvariantCulture),
                            point.Groups["text"].Value)),
            ])
        {
            Given =
            [
                .. Region.Lines(Stub.Of(lines, regions, task.IsText)).Select(line => line.Trim())
                    .Where(line => line.Length > 0),
            ],
        };
    }

    public string AddedTo(string submitted)
    {
        List<string> given = [.. Given];
        return string.Join('\n', Region.Lines(submitted).Select(Added).OfType<string>()).Trim('\n', '\r');

        string? Added(string line)
        {
            string text = line.Trim();
            if (text.Length == 0)
                return "";
            if (given.Remove(text))
                return null;
            string? begin = given.Find(known =>
                known.Length >= MinBeginning && text.StartsWith(known, StringComparison.Ordinal));
            if (begin is null)
                return line;
            given.Remove(begin);
            return text[begin.Length..].TrimStart();
        }
    }

    /// <summary>Matches a criterion of the rubric such as "1 point: the slope is tiny", up to the end of the sentence
    /// or line.</summary>
    [GeneratedRegex(@"(?<![\w.])(?<points>\d{1,3}(\.\d{1,2})?)\s+points?\s*:\s*(?<text>[^\n]+?)(?=\.(\s|$)|\r?\n|$)")]
    private static partial Regex RubricPoint();

    /// <summary>Matches lines at the end of a task's text that are not part of it: blank lines, a horizontal rule, and
    /// a note in parentheses such as *(your answer)*.</summary>
    [GeneratedRegex(@"^\s*(-{3,}|\*\(.*\)\*)?\s*$")]
    private static partial Regex TextEnd();
}

namespace NeuralNotebooks.Assignments;

/// <summary>The first line of a cell, which determines the cell's role in the assignment.</summary>
internal sealed record Marker(CellRole Role, string? Task = null, string? Problem = null)
{
    public Points Points { get; private init; }

    public bool IsByHand { get; private init; }

    public string Sentence { get; private init; } = "";

    /// <summary>Reads a cell's first line. A cell without a marker word is a given cell.</summary>
    public static Marker Of(Cell cell)
    {
        bool isText = cell is MarkdownCell;
        Match begin = isText || cell is CodeCell
            ? MarkerPatterns.FirstLine(isText).Match(cell.Source.Split('\n')[0])
            : Match.Empty;
        return begin.Success
            ? Parse(begin.Groups["word"].Value, begin.Groups["rest"].Value.Trim(), isText)
            : new(CellRole.Given);
    }

    private static Marker Parse(string word, string rest, bool isText)
    {
        if (word == "STUDENT")
            return new(CellRole.Student);
        Form form = FormOf(word, isText);
        Match parts = form.Pattern.Match(rest);
        if (!parts.Success)
        {
            Match name = form.Role == CellRole.Task ? MarkerPatterns.LeadingName().Match(rest) : Match.Empty;
            return new(form.Role, name.Success ? name.Value : null, form.Problem);
        }
        Marker marker = new(form.Role, Part("name"))
        {
            Points = decimal.Parse(Part("points") ?? "0", CultureInfo.InvariantCulture),
            IsByHand = parts.Groups["byHand"].Success,
            Sentence = Part("sentence") ?? "",
        };
        return form.Role == CellRole.Task ? marker with { Problem = marker.ProblemOfTask(isText) } : marker;

        string? Part(string name) => parts.Groups[name] is { Success: true } part ? part.Value : null;
    }

    private string? ProblemOfTask(bool isText) =>
        isText && !IsByHand
            ? $"A task in a Markdown cell has no probes, so a person marks it. Expected {ExampleOf(isText)}."
        : Points == default(Points) ? "A task must be worth more than 0 points."
        : null;

    private static string ExampleOf(bool isText) =>
        isText ? "<!-- TASK name: 2 points, by hand -->" : "// TASK name: 4 points";

    private static Form FormOf(string word, bool isText) =>
        word switch
        {
            "TASK" => new(
                CellRole.Task, MarkerPatterns.AfterTask(),
                $"The line does not describe a task. Expected {ExampleOf(isText)}, and after the points \", by hand\" "
                    + "where that applies. Names have letters, digits, - and _."),
            "MISTAKE" or "MISTAKES" => new(
                CellRole.Mistake, AssignmentMarker.AfterMistake(),
                "The line does not describe a mistake. Expected // MISTAKE name: the sentence for a student "
                    + "who made it."),
            _ => new(
                Enum.Parse<CellRole>(word, ignoreCase: true), AssignmentMarker.OnlyName(),
                $"The line does not name a task. Expected // {word} name, and nothing after it."),
        };

    private sealed record Form(CellRole Role, Regex Pattern, string Problem);
}

namespace NeuralNotebooks.Classroom;

/// <summary>The first line of a cell that is not merely given: it says what the cell is for.</summary>
/// <param name="Role">What the cell is for.</param>
/// <param name="Task">The task's name.</param>
/// <param name="Problem">What is wrong with the line; null if nothing is.</param>
internal sealed partial record Marker(CellRole Role, string? Task = null, string? Problem = null)
{
    private const string Name = "[A-Za-z0-9_-]+";

    /// <summary>What a task is worth.</summary>
    public Points Points { get; private init; }

    /// <summary>Whether a person marks the task.</summary>
    public bool IsByHand { get; private init; }

    /// <summary>The sentence of a mistake.</summary>
    public string Sentence { get; private init; } = "";

    /// <summary>The check whose known mistakes are meant, such as <c>SigmoidGate</c>; null for a mistake of the
    /// source's own.</summary>
    public string? Check { get; private init; }

    /// <summary>The numbers, from 1, of the check's mistakes that are left out.</summary>
    public IReadOnlyList<int> Without { get; private init; } = [];

    /// <summary>Reads a cell's first line; given cells have no marker word.</summary>
    public static Marker Of(Cell cell)
    {
        string line = cell.Source.Split('\n')[0];
        Match match = cell switch
        {
            CodeCell => OfCode().Match(line),
            MarkdownCell => OfText().Match(line),
            _ => Match.Empty,
        };
        if (!match.Success)
            return new Marker(CellRole.Given);
        string rest = match.Groups["rest"].Value.Trim();
        return match.Groups["word"].Value switch
        {
            "STUDENT" => new Marker(CellRole.Student),
            "TASK" => OfTask(rest, cell is MarkdownCell),
            "TESTS" => OfList(CellRole.Tests, "TESTS", rest),
            "FORBIDDEN" => OfList(CellRole.Forbidden, "FORBIDDEN", rest),
            "ALLOWED" => OfList(CellRole.Allowed, "ALLOWED", rest),
            "MISTAKES" => OfMistakes(rest),
            _ => OfMistake(rest),
        };
    }

    private static Marker OfTask(string rest, bool isText)
    {
        string expected = isText ? "<!-- TASK name: 2 points, by hand -->" : "// TASK name: 4 points";
        string? name = LeadingName().Match(rest) is { Success: true } leading ? leading.Value : null;
        if (TaskLine().Match(rest) is not { Success: true } match)
            return new Marker(
                CellRole.Task,
                name,
                $"The line does not describe a task. Expected {expected}, and after the points \", by hand\" "
                    + $"or \", 15 minutes\" where that applies. Names have letters, digits, - and _."
            );
        Points points = decimal.Parse(match.Groups["points"].Value, CultureInfo.InvariantCulture);
        bool isByHand = match.Groups["detail"].Captures.Any(detail => detail.Value == "by hand");
        string? problem = points > default(Points) ? null : "A task is worth more than 0 points.";
        if (isText && !isByHand)
            problem = $"A task in a Markdown cell has no probes, so a person marks it. Expected {expected}.";
        return new Marker(CellRole.Task, name, problem)
        {
            Points = points,
            IsByHand = isByHand,
        };
    }

    private static Marker OfList(CellRole role, string word, string rest) =>
        WholeName().IsMatch(rest)
            ? new Marker(role, rest)
            : new Marker(
                role,
                Problem: $"The line does not name a task. Expected // {word} name, and nothing after it."
            );

    private static Marker OfMistake(string rest)
        => MistakeLine().Match(rest) is { Success: true } match
            ? new Marker(CellRole.Mistake, match.Groups["name"].Value) { Sentence = match.Groups["sentence"].Value }
            : new Marker(
                CellRole.Mistake,
                Problem: "The line does not describe a mistake. Expected // MISTAKE name: the sentence for a student "
                    + "who made it."
            );

    private static Marker OfMistakes(string rest)
        => MistakesLine().Match(rest) is { Success: true } match
            ? new Marker(CellRole.Mistake, match.Groups["name"].Value)
            {
                Check = match.Groups["check"].Value,
                Without =
                [
                    .. match
                        .Groups["without"]
                        .Captures.Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture)),
                ],
            }
            : new Marker(
                CellRole.Mistake,
                Problem: "The line does not name a check. Expected // MISTAKES name: Check.SigmoidGate, and after it "
                    + "\", without 3, 12\" where some do not apply."
            );

    [GeneratedRegex(@"^\s*//+\s*(?<word>STUDENT|TASK|TESTS|MISTAKES?|FORBIDDEN|ALLOWED)\b(?<rest>.*)$")]
    private static partial Regex OfCode();

    [GeneratedRegex(@"^\s*<!--\s*(?<word>TASK)\b(?<rest>.*?)(-->\s*)?$")]
    private static partial Regex OfText();

    [GeneratedRegex(
        $@"^{Name}\s*:\s*(?<points>\d{{1,9}}(\.\d{{1,9}})?)\s+points?(\s*,\s*(?<detail>by hand|\d{{1,4}} minutes?))*$"
    )]
    private static partial Regex TaskLine();

    [GeneratedRegex($@"^(?<name>{Name})\s*:\s*(?<sentence>\S.*)$")]
    private static partial Regex MistakeLine();

    [GeneratedRegex(
        $@"^(?<name>{Name})\s*:\s*Check\.(?<check>\w+)"
            + @"(\s*,\s*without\s+(?<without>\d{1,4})(\s*,\s*(?<without>\d{1,4}))*)?$"
    )]
    private static partial Regex MistakesLine();

    [GeneratedRegex($"^{Name}(?=[\\s:]|$)")]
    private static partial Regex LeadingName();

    [GeneratedRegex($"^{Name}$")]
    private static partial Regex WholeName();
}

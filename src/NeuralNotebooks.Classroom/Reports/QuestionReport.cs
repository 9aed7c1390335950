namespace NeuralNotebooks.Classroom;

/// <summary>A class's answers to questions about its own code: for each task, kind of question and line of code, how
/// often it was asked and not answered right. The lines that the class misses most are those that were not
/// understood.</summary>
internal sealed class QuestionReport
{
    private const int MaxRows = 30;

    private readonly Dictionary<(string Task, string Kind, string Code), (int Asked, int Missed)> _rows = [];

    /// <summary>Adds the answers of a student to the questions about a task, if they count.</summary>
    public void Add(JudgedTask task)
    {
        if (task.Questions is not { Problem: null, Sheet.Questions: var questions } graded)
            return;
        string[] lines = Region.Lines(task.Submitted ?? "");
        foreach ((int i, CodeQuestion question) in questions.Index())
        {
            string code = lines.ElementAtOrDefault(question.Line - 1)?.Trim() ?? "";
            (int asked, int missed) = _rows.GetValueOrDefault((task.Name, question.Kind, code));
            _rows[(task.Name, question.Kind, code)] = (asked + 1, missed + (graded.IsRight(i) ? 0 : 1));
        }
    }

    /// <summary>The table; empty if no questions were answered.</summary>
    public Markup ToTable() =>
        _rows.Count == 0
            ? default
            : Markup.Details(
                "Questions about the students’ code, the line that is missed most first",
                Markup.Table(
                    Markup.Raw(
                        """
                        <th>Task</th><th>Question about</th><th>Line of code</th><th class="number">Missed</th>
                        <th class="number">Asked</th>
                        """),
                    _rows.OrderByDescending(row => row.Value.Missed).ThenBy(row => row.Value.Asked)
                        .ThenBy(row => row.Key.ToString(), StringComparer.Ordinal)
                        .Take(MaxRows)
                        .Select(row => Markup.Of(
                            $"""
                            <td>{row.Key.Task}</td><td>{row.Key.Kind}</td><td><code>{row.Key.Code}</code></td>
                            <td class="number">{row.Value.Missed}</td><td class="number">{row.Value.Asked}</td>
                            """))));
}
